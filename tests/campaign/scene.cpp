#include "campaign/scene.h"

#include "store/submission_table.h"
#include "support/memory.h"

#include <QCoreApplication>
#include <QDir>

#include <sqlite3.h>

namespace campaign {

using base::sqlite::Access;
using base::sqlite::Connection;

namespace {

constexpr int kPatienceMs = kSanitized ? 200'000 : 20'000;

}  // namespace

std::unique_ptr<Connection> beside(const QString &data, Access access)
{
    auto connection = std::make_unique<Connection>(data + QStringLiteral("/shebao.db"), access,
                                                   need(app::keyOf(data), "key"));
    sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return connection;
}

Scene::Scene(Grounds &grounds, Ground ground, const QString &folder, bool withTaxSide) : m_folder(folder)
{
    copyTree(grounds.of(ground), folder);
    if (!withTaxSide)
        return;
    m_server = taxSideOn(folder, 0);  // its people are in the file
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

void Scene::launch(const QString &flow, const QStringList &more)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(),
                    QStringList{QStringLiteral("--child"), flow, QStringLiteral("--data"), data(),
                                QStringLiteral("--port"), QString::number(port())} + more);
}

void Scene::start(const QString &flow, const QStringList &more)
{
    launch(flow, more);
    expect(line() == "ready", "the client logs in");
}

int Scene::finish(QList<QByteArray> &said)
{
    constexpr int kLongestMs = 60'000;
    const bool ended = m_process.waitForFinished(kLongestMs);
    if (!ended)
        kill();
    expect(ended, "the client ends by itself");
    expect(m_process.exitStatus() == QProcess::NormalExit, "the client has crashed");
    said = m_process.readAll().trimmed().split('\n');
    return m_process.exitCode();
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

void Scene::losePower(const QString &before, const QString &record, const PowerCut &cut, std::mt19937 &random)
{
    const auto after = m_folder + QStringLiteral("/after");
    rebuild(data(), before, record, after, cut, random);
    QDir(data()).removeRecursively();
    expect(QDir().rename(after, data()), "the folder after the cut");
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
