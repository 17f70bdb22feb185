#include "campaign/scene.h"

#include "store/submission_table.h"

#include <QCoreApplication>
#include <QDir>

#include <sqlite3.h>

namespace campaign {

using base::sqlite::Access;
using base::sqlite::Connection;

namespace {

constexpr int kPatienceMs = 20000;
constexpr int kUnitSize = 12;
constexpr int kLargeUnitSize = 20000;

std::unique_ptr<taxside::Server> serverOn(const QString &folder, int employees)
{
    taxside::Options options;
    options.employees = employees;
    options.admin = true;
    options.feedbackMs = 50;
    options.dbFile = folder + QStringLiteral("/taxside.db");
    return std::make_unique<taxside::Server>(options);
}

quint16 portOf(taxside::Server &server)
{
    return quint16(QUrl(need(server.start(), "tax side")).port());
}

void copyTree(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const auto &entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        const QString target = to + QLatin1Char('/') + entry.fileName();
        if (entry.isDir())
            copyTree(entry.filePath(), target);
        else
            expect(QFile::copy(entry.filePath(), target), "copy " + target.toStdString());
    }
}

}  // namespace

const QString &Grounds::of(Ground ground)
{
    auto &made = m_made[ground];
    if (!made.isEmpty())
        return made;
    const QString folder = m_folder.filePath(QStringLiteral("ground%1").arg(int(ground)));
    QDir().mkpath(folder + QStringLiteral("/data"));
    const auto server = serverOn(folder, ground == Ground::Roster ? kLargeUnitSize : kUnitSize);
    Client client(folder + QStringLiteral("/data"), portOf(*server));
    // Straight to the loopback, whatever proxy this machine has.
    need(client.app().network().save({}), "network");
    client.logIn(kFirstPassword);
    client.prepare(ground);
    made = folder;
    return made;
}

std::unique_ptr<Connection> beside(const QString &data, Access access)
{
    auto connection = std::make_unique<Connection>(data + QStringLiteral("/shebao.db"), access,
                                                   need(app::keyOf(data), "key"));
    sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return connection;
}

Scene::Scene(Grounds &grounds, Ground ground, const QString &folder) : m_folder(folder)
{
    copyTree(grounds.of(ground), folder);
    m_server = serverOn(folder, 0);  // its people are in the file
    m_serverPort = portOf(*m_server);
    m_gate = std::make_unique<Gate>(m_serverPort);
}

Scene::~Scene()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
    m_gate.reset();
    m_server.reset();
    QDir(m_folder).removeRecursively();
}

void Scene::start(const QString &flow)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--child"), flow, QStringLiteral("--data"), data(), QStringLiteral("--port"),
                     QString::number(m_gate->port())});
    expect(line() == "ready", "the client logs in");
}

void Scene::begin()
{
    m_process.write("\n");
    m_process.waitForBytesWritten(kPatienceMs);
    expect(line() == "begin", "the client begins");
}

QByteArray Scene::line()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatienceMs))
            return {};
    }
    return m_process.readLine().trimmed();
}

QList<QByteArray> Scene::kill()
{
    m_process.kill();  // SIGKILL
    expect(m_process.waitForFinished(kPatienceMs), "the client is gone");
    expect(m_process.exitStatus() == QProcess::CrashExit, "the client was killed, it did not end by itself");
    QList<QByteArray> said = m_process.readAll().split('\n');
    said.removeLast();  // half a line, or nothing
    return said;
}

void Scene::reopenGate()
{
    m_gate = std::make_unique<Gate>(m_serverPort);
}

nlohmann::json Scene::ledger()
{
    const auto text = m_server->ledgerJson();
    return nlohmann::json::parse(text.begin(), text.end())["registrations"][kUnit.toStdString()];
}

bool Scene::ledgerHas(const char *list, const QString &id)
{
    const auto books = ledger();
    for (const auto &entry : books[list]) {
        if (entry["id"] == id.toStdString())
            return true;
    }
    return false;
}

std::vector<domain::Submission> Scene::stored(domain::SubmissionKind kind) const
{
    const auto connection = beside(data(), Access::ReadOnly);
    auto all = store::SubmissionTable(*connection).list(kUnit, {{kind}, std::nullopt, {}, {}});
    std::erase_if(all, [](const auto &one) { return one.channel != domain::Channel::Client; });
    return all;
}

void Scene::checkIntegrity() const
{
    const auto connection = beside(data(), Access::ReadOnly);
    auto row = connection->query("PRAGMA integrity_check");
    expect(row.next() && row.text(0) == QLatin1String("ok"), "integrity_check");
}

}  // namespace campaign
