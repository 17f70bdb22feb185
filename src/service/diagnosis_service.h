#pragma once
// 一键诊断 (X13): what helps to find a fault, without a person in it: versions, settings without secrets, the file in
// numbers, what went wrong lately, whether the business server is reached, the end of the log.

#include "office/bundle.h"
#include "service/environment.h"
#include "service/network_service.h"

namespace service {

struct Diagnosis {
    /// program.json, settings.json, store.json, submissions.json, network.json, schema.sql, log.txt; all ASCII.
    std::vector<office::BundleFile> files;
    qint64 roundTripMs = 0;
    std::optional<base::Error> network;  ///< why the business server was not reached
};

class DiagnosisService final {
public:
    /// `hidden` is what must not be in it even by chance: the account's name and folders.
    DiagnosisService(const Environment &environment, NetworkService &network, QString version, QString programFolder,
                     QStringList hidden);

    /// Asks the business server as well; what it answers is part of the result, not an error of this.
    base::Result<Diagnosis> collect(base::Job &job);
    /// Every page and row of the store; takes seconds to minutes. Error: Store `store.damaged`, cancelled.
    base::Result<void> checkStore(base::Job &job);
    base::Result<void> save(const Diagnosis &diagnosis, const QString &path);

private:
    office::BundleFile program() const;
    base::Result<office::BundleFile> settings();
    base::Result<void> addStore(Diagnosis &to);
    void addNetwork(Diagnosis &to, base::Job &job);
    office::BundleFile log() const;

    Environment m_env;
    NetworkService &m_network;
    QString m_version;
    QString m_programFolder;
    QStringList m_hidden;
};

}  // namespace service
