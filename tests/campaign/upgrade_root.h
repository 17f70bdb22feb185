#pragma once
// An installation of the real launcher with a small client, and the tax side that offers the next version of it.

#include "taxside/server.h"
#include "versions/install.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace campaign {

/// A failed expectation; what() says which.
struct Broken final : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void expect(bool good, const std::string &what);

class UpgradeRoot final {
public:
    /// `next` is what the offered version 2.0.0 does when it is started: good, ends, hangs, dies, no-program, prepares.
    UpgradeRoot(const QString &launcher, const QString &client, const char *next);

    versions::Install install() const { return versions::Install(std::filesystem::path(m_root.toStdU16String())); }
    /// Starts an upgrade in a process of its own (see upgradeMain).
    std::unique_ptr<QProcess> upgrade() const;
    std::unique_ptr<QProcess> launch() const;
    /// Starts the launcher and waits; its exit code.
    int launchAndWait() const;
    /// Ends the client that was started last, if it still runs.
    void killClient() const;
    /// Lines of what clients have written down since the last call.
    QStringList seen();
    /// A version that can be started is there, whatever has happened.
    void expectStartable() const;

private:
    void install(const QString &client);
    void offer(const QString &client, const char *next);

    QTemporaryDir m_folder;
    QString m_root;
    QString m_releases;
    std::unique_ptr<taxside::Server> m_server;
    QString m_url;
    qsizetype m_read = 0;
};

/// `--upgrade URL ROOT DATA`: check, fetch, stage and switch as the client does it. 0 when it has got to the end.
int upgradeMain(const QStringList &arguments);

}  // namespace campaign
