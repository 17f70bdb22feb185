#include "campaign/upgrade_root.h"

#include "app/application.h"
#include "support/releases.h"

#include <QCoreApplication>
#include <QThread>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#endif

namespace campaign {

namespace {

#ifdef Q_OS_WIN
const QString kExe = QStringLiteral(".exe");
constexpr auto kPlatform = "windows-x64";
#else
const QString kExe;
constexpr auto kPlatform = "linux-x64";
#endif

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    expect(file.open(QIODevice::ReadOnly), "cannot read " + path.toStdString());
    return file.readAll();
}

void killPid(qint64 pid)
{
#ifdef Q_OS_WIN
    if (const auto process = OpenProcess(PROCESS_TERMINATE, FALSE, DWORD(pid))) {
        TerminateProcess(process, 9);
        CloseHandle(process);
    }
#else
    if (pid > 1)
        ::kill(pid_t(pid), SIGKILL);
#endif
}

}  // namespace

void expect(bool good, const std::string &what)
{
    if (!good)
        throw Broken(what);
}

UpgradeRoot::UpgradeRoot(const QString &launcher, const QString &client, const char *next)
    : m_root(m_folder.filePath(QStringLiteral("安装 目录"))), m_releases(m_folder.filePath(QStringLiteral("releases")))
{
    for (const auto &path : {m_root + QStringLiteral("/versions/1.0.0"), m_releases, m_folder.filePath(QStringLiteral("data"))})
        QDir().mkpath(path);
    QFile::copy(launcher, m_root + QStringLiteral("/shebao") + kExe);
    install(client);
    offer(client, next);
    taxside::Options options;
    options.employees = 1;
    options.releasesFolder = m_releases;
    m_server = std::make_unique<taxside::Server>(options);
    const auto url = m_server->start();
    expect(url.has_value(), "no tax side");
    m_url = *url;
}

void UpgradeRoot::install(const QString &client)
{
    const auto first = *versions::Version::of("1.0.0");
    QFile::copy(client, QString::fromStdU16String(install().clientOf(first).u16string()));
    install().write({first, {}, false, false, {}});
}

void UpgradeRoot::offer(const QString &client, const char *next)
{
    tests::Release release("2.0.0", kPlatform);
    const bool program = qstrcmp(next, "no-program") != 0;
    release.entries = {{"shebao-client" + kExe.toLatin1(), program ? contentOf(client) : QByteArray("no program"), 0100755},
                       {"manner", next}};
    release.pack();
    release.publish(m_releases);
}

std::unique_ptr<QProcess> UpgradeRoot::upgrade() const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(),
                   {QStringLiteral("--upgrade"), m_url, m_root, m_folder.filePath(QStringLiteral("data"))});
    expect(process->waitForStarted(), "no upgrade process");
    return process;
}

std::unique_ptr<QProcess> UpgradeRoot::launch() const
{
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(versions::kTrialLimitVariable), QStringLiteral("1500"));
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(m_root + QStringLiteral("/shebao") + kExe, QStringList());
    expect(process->waitForStarted(), "no launcher");
    return process;
}

int UpgradeRoot::launchAndWait() const
{
    const auto process = launch();
    expect(process->waitForFinished(30'000), "the launcher does not end");
    return process->exitCode();
}

void UpgradeRoot::killClient() const
{
    QFile file(m_root + QStringLiteral("/client.pid"));
    if (file.open(QIODevice::ReadOnly))
        killPid(file.readAll().trimmed().toLongLong());
    QThread::msleep(20);
}

QStringList UpgradeRoot::seen()
{
    QFile file(m_root + QStringLiteral("/seen.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(m_read);
    const auto text = file.readAll();
    m_read += text.size();
    return QString::fromUtf8(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void UpgradeRoot::expectStartable() const
{
    const auto state = install().read();
    expect(state.has_value(), "the state cannot be read");
    expect(install().isComplete(state->current), "the current version is not complete");
    expect(!state->trial || (state->previous && install().isComplete(*state->previous)), "a trial with no way back");
}

int upgradeMain(const QStringList &arguments)
{
    app::Options options;
    options.server.url = QUrl(arguments.value(0) + QLatin1Char('/'));
    options.dataFolder = arguments.value(2);
    options.place = {*versions::Version::of("1.0.0"),
                     versions::Install(std::filesystem::path(arguments.value(1).toStdU16String())),
                     QString::fromLatin1(kPlatform), {}, {}};
    options.releaseKeys = {service::testReleaseKey()};
    auto client = app::Application::start(options);
    if (!client || !(*client)->network().save({}))
        return 1;
    auto &upgrade = (*client)->upgrade();
    base::Job job;
    const auto found = upgrade.check(job);
    if (!found || !*found)
        return found ? 0 : 2;
    const auto package = upgrade.fetch(**found, job);
    if (!package)
        return 3;
    if (!upgrade.stage(**found, **package, job))
        return 4;
    return upgrade.switchTo(**found) ? 0 : 5;
}

}  // namespace campaign
