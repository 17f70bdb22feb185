#pragma once
// One run: a tax side, a gate, a client process, and the means to look at what is on disk and in the ledger.

#include "campaign/client.h"
#include "campaign/gate.h"

#include "base/sqlite.h"

#include <QProcess>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <chrono>
#include <map>

namespace campaign {

/// Makes each Ground once.
class Grounds final {
public:
    /// A folder with `taxside.db` and the client's data in `data`.
    const QString &of(Ground ground);
    QString scratch(int run) const { return m_folder.filePath(QStringLiteral("run%1").arg(run)); }

private:
    QTemporaryDir m_folder;
    std::map<Ground, QString> m_made;
};

/// Opened beside the client without taking part in its checkpoints.
std::unique_ptr<base::sqlite::Connection> beside(const QString &data, base::sqlite::Access access);

class Scene final {
public:
    Scene(Grounds &grounds, Ground ground, const QString &folder);
    ~Scene();

    Gate &gate() { return *m_gate; }
    QString data() const { return m_folder + QStringLiteral("/data"); }

    /// Starts the client process and waits until it is logged in.
    void start(const QString &flow);
    /// Lets it go, and returns when it said that it begins.
    void begin();
    /// One more line of what it says; empty when it takes too long.
    QByteArray line();
    /// SIGKILL. Returns what it had said and nobody has read.
    QList<QByteArray> kill();

    /// The gate stays shut for nobody: what was held is gone.
    void reopenGate();
    /// The same data folder, opened anew in this process.
    Client client() { return Client(data(), m_gate->port()); }

    nlohmann::json ledger();
    bool ledgerHas(const char *list, const QString &id);
    /// Submissions of this kind made here, as they are on disk.
    std::vector<domain::Submission> stored(domain::SubmissionKind kind) const;
    void checkIntegrity() const;

private:
    QString m_folder;
    std::unique_ptr<taxside::Server> m_server;
    quint16 m_serverPort = 0;
    std::unique_ptr<Gate> m_gate;
    QProcess m_process;
};

/// Waits until it holds, up to ten seconds.
template <class Condition>
void eventually(Condition condition, const std::string &what)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!condition()) {
        expect(std::chrono::steady_clock::now() < end, "never: " + what);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

}  // namespace campaign
