// campaign_upgrade --count N [--seed S]: N times from 1.0.0 to 2.0.0 with the real launcher and the real upgrade service,
// each of them ended by a kill at a random moment. Whatever happens, a version that starts is there afterwards, and a
// version that never shows its window is left again (docs/reliability.md, X11).

#include "campaign/upgrade_root.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>

#include <cstdio>
#include <map>
#include <random>

namespace {

using namespace campaign;

enum class Kill { None, Upgrade, Launcher, Client, Both };
constexpr std::pair<Kill, const char *> kKills[] = {{Kill::None, "no kill"},
                                                    {Kill::Upgrade, "upgrade killed"},
                                                    {Kill::Launcher, "launcher killed"},
                                                    {Kill::Client, "client killed"},
                                                    {Kill::Both, "launcher and client killed"}};
constexpr const char *kManners[] = {"good", "ends", "hangs", "dies", "no-program", "prepares"};

class Campaign final {
public:
    Campaign(quint32 seed, const QString &programs) : m_random(seed), m_programs(programs) {}

    /// What the round left current at its end.
    QString once(Kill kill, const char *manner)
    {
        UpgradeRoot root(program("shebao-launcher"), program("campaign_upgrade_client"), manner);
        for (int attempt = kill == Kill::Upgrade ? 0 : 3; attempt < 4; ++attempt)
            upgrade(root, attempt < 3);
        const bool atStart = kill == Kill::Launcher || kill == Kill::Client || kill == Kill::Both;
        if (atStart)
            startAndKill(root, kill);
        root.seen();
        expect(root.launchAndWait() == 0, "the start failed");
        root.expectStartable();
        const auto state = *root.install().read();
        expect(!state.trial, "still on trial after a window");
        const auto lines = root.seen();
        const auto current = QString::fromStdString(state.current.text());
        expect(lines.contains(QStringLiteral("window %1  ").arg(current))
                   || lines.filter(QStringLiteral("window %1 2.0.0 ").arg(current)).size() == 1,
               "no window of the current version");
        const bool good = qstrcmp(manner, "good") == 0 || qstrcmp(manner, "prepares") == 0;
        expect(good || current == QLatin1String("1.0.0"), "a version without a window stayed");
        expect(!good || atStart || current == QLatin1String("2.0.0"), "a good version was not kept");
        expect(current == QLatin1String("2.0.0") || state.failed || atStart, "the failure was not noted");
        expect(root.launchAndWait() == 0, "the second start failed");
        return current;
    }

private:
    QString program(const char *name) const
    {
#ifdef Q_OS_WIN
        return m_programs + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".exe");
#else
        return m_programs + QLatin1Char('/') + QString::fromLatin1(name);
#endif
    }

    int within(qint64 most) { return int(std::uniform_int_distribution<qint64>(0, most)(m_random)); }

    void upgrade(UpgradeRoot &root, bool kill)
    {
        const auto process = root.upgrade();
        QElapsedTimer timer;
        timer.start();
        if (kill) {
            QThread::msleep(ulong(within(m_upgradeMs)));
            process->kill();
        }
        expect(process->waitForFinished(60'000), "the upgrade does not end");
        root.expectStartable();
        if (kill)
            return;
        m_upgradeMs = timer.elapsed();
        expect(process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0,
               "the upgrade failed with " + std::to_string(process->exitCode()));
    }

    void startAndKill(UpgradeRoot &root, Kill kill)
    {
        const auto launcher = root.launch();
        QThread::msleep(ulong(within(90)));
        if (kill != Kill::Launcher)
            root.killClient();
        if (kill != Kill::Client)
            launcher->kill();
        launcher->waitForFinished(30'000);
        QThread::msleep(100);
        root.killClient();  // one that outlived its launcher
        root.expectStartable();
    }

    std::mt19937 m_random;
    QString m_programs;
    qint64 m_upgradeMs = 250;
};

}  // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc == 5 && qstrcmp(argv[1], "--upgrade") == 0)
        return upgradeMain(QCoreApplication::arguments().mid(2));
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("count"), {}, QStringLiteral("n"), QStringLiteral("30")},
                       {QStringLiteral("seed"), {}, QStringLiteral("s"), QStringLiteral("1")}});
    parser.process(application);
    const int count = parser.value(QStringLiteral("count")).toInt();
    Campaign campaign(parser.value(QStringLiteral("seed")).toUInt(), QCoreApplication::applicationDirPath());
    std::map<std::string, int> ends;
    int failed = 0;
    for (int i = 0; i < count; ++i) {
        const auto &[kill, name] = kKills[i % std::size(kKills)];
        const char *manner = kManners[i / std::size(kKills) % std::size(kManners)];
        try {
            ++ends[std::string(name) + ", 2.0.0 " + manner + ": ends at " + campaign.once(kill, manner).toStdString()];
        } catch (const std::exception &wrong) {
            ++failed;
            std::printf("FAILED run %d, %s, 2.0.0 %s: %s\n", i, name, manner, wrong.what());
        }
    }
    for (const auto &[what, times] : ends)
        std::printf("%-60s %d\n", what.c_str(), times);
    std::printf("%d passed, %d failed\n", count - failed, failed);
    return failed == 0 && count > 0 ? 0 : 1;
}
