#pragma once
// 一键诊断 (X13): what helps to find a fault, without a person in it: versions, settings without secrets, the file in
// numbers, what went wrong lately, whether the business server is reached, the end of the log.

#include "office/bundle.h"
#include "service/environment.h"
#include "service/network_service.h"

namespace service {

struct Diagnosis {
    /// program.json, settings.json, store.json, submissions.json, network.json, schema.sql, log.txt; of a refused start
    /// program.json, refusal.json, log.txt. All ASCII.
    std::vector<office::BundleFile> files;
    std::optional<qint64> roundTripMs;   ///< the business server was reached
    std::optional<base::Error> network;  ///< why it was not; neither: nobody asked it
};

/// What runs where.
struct ProgramPlace {
    QString version;
    QString folder;
    QStringList hidden;  ///< what must not be in a bundle even by chance: the account's name and folders
};

class DiagnosisService final {
public:
    DiagnosisService(const Environment &environment, NetworkService &network, ProgramPlace place);

    /// Of a start that ended with `error`: there is no store to ask, and none of these services.
    static Diagnosis ofRefusedStart(const base::Error &error, const QString &dataFolder, const ProgramPlace &place,
                                    const base::Clock &clock);
    /// Asks the business server as well; what it answers is part of the result, not an error of this. Nor is what the store
    /// cannot tell: the code then stands in its place.
    base::Result<Diagnosis> collect(base::Job &job);
    /// Every page and row of the store; takes seconds to minutes. Error: Store `store.damaged`, cancelled.
    base::Result<void> checkStore(base::Job &job);
    static base::Result<void> save(const Diagnosis &diagnosis, const QString &path);

private:
    office::BundleFile settings();
    void addStore(Diagnosis &to);
    void addNetwork(Diagnosis &to, base::Job &job);

    Environment m_env;
    NetworkService &m_network;
    ProgramPlace m_place;
};

}  // namespace service
