// campaign_crash --count N [--seed S]: N times, a real client process is ended by SIGKILL at a chosen moment; afterwards
// the tax side must have each submission exactly once, and the client must say what happened (docs/reliability.md).

#include "campaign/runs.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace campaign;

struct Tally {
    int passed = 0;
    int failed = 0;
    std::map<std::string, int> left;  ///< what the kills left behind
};

class Campaign final {
public:
    explicit Campaign(quint32 seed) : m_seed(seed) {}

    void run(int index)
    {
        const Kill kill = kKills[index % std::size(kKills)];
        const auto round = index / int(std::size(kKills));
        if (kill == Kill::Chore)
            return runOneOfKilledChores(index);
        // Another flow with every round, and another one for every kind: all pairs come up.
        const Flow &flow = kFlows[(round + index) % std::size(kFlows)];
        std::mt19937 random(m_seed * 1000003U + quint32(index));
        const bool submits = kill != Kill::Sync && kill != Kill::Draft;
        counted(nameOf(kill), index, submits ? flow.name : "", [&] { return once(kill, flow, index, random); });
    }

    int report() const
    {
        int passed = 0;
        int failed = 0;
        for (const auto &[name, tally] : m_tallies) {
            std::string left;
            for (const auto &[what, times] : tally.left)
                left += (left.empty() ? "" : ", ") + what + ' ' + std::to_string(times);
            std::printf("%-28s %4d passed %3d failed   left behind: %s\n", name.c_str(), tally.passed, tally.failed,
                        left.c_str());
            passed += tally.passed;
            failed += tally.failed;
        }
        std::printf("%d passed, %d failed\n", passed, failed);
        return failed == 0 && passed > 0 ? 0 : 1;
    }

private:
    template <class Once>
    void counted(const std::string &name, int index, const char *flow, Once once)
    {
        auto &tally = m_tallies[name];
        try {
            ++tally.left[once()];
            ++tally.passed;
        } catch (const std::exception &wrong) {
            ++tally.failed;
            std::printf("FAILED run %d, %s %s: %s\n", index, name.c_str(), flow, wrong.what());
            std::fflush(stdout);
        }
    }

    void runOneOfKilledChores(int index)
    {
        const auto &chore = choreNamed(QString::fromLatin1(kKilledChores[m_chores++ % std::size(kKilledChores)]));
        std::mt19937 random(m_seed * 1000003U + quint32(index));
        counted(std::string(nameOf(Kill::Chore)) + ' ' + chore.name, index, "", [&] {
            auto &time = m_times[chore.name];
            if (time.count() == 0) {
                Scene undisturbed(m_grounds, chore.ground, m_grounds.scratch(index) + QStringLiteral("u"), false);
                time = measureChore(chore, undisturbed);
            }
            Scene scene(m_grounds, chore.ground, m_grounds.scratch(index), false);
            return runChoreKilled(chore, time, scene, random);
        });
    }

    std::string once(Kill kill, const Flow &flow, int index, std::mt19937 &random)
    {
        const QString folder = m_grounds.scratch(index);
        if (kill == Kill::Draft) {
            Scene scene(m_grounds, Ground::Wages, folder);
            return runDraft(scene, random);
        }
        if (kill == Kill::Sync) {
            if (m_download.people == 0) {
                Scene undisturbed(m_grounds, Ground::Roster, folder + QStringLiteral("u"));
                m_download = measureDownload(undisturbed);
            }
            Scene scene(m_grounds, Ground::Roster, folder);
            return runSync(scene, m_download, random);
        }
        Scene scene(m_grounds, flow.ground, folder);
        return runSubmission(kill, flow, scene, random);
    }

    quint32 m_seed;
    Grounds m_grounds;
    Download m_download;
    int m_chores = 0;
    std::map<std::string, std::chrono::microseconds> m_times;
    std::map<std::string, Tally> m_tallies;
};

}  // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto option = [](const char *name, const char *value, const char *fallback) {
        return QCommandLineOption(QString::fromLatin1(name), {}, QString::fromLatin1(value), QString::fromLatin1(fallback));
    };
    parser.addOptions({option("count", "kills", "24"), option("seed", "number", "1"), option("child", "flow", ""),
                       option("data", "folder", ""), option("port", "port", "0"),
                       QCommandLineOption(QStringLiteral("chore"))});
    parser.process(application);
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    try {
        if (parser.isSet(QStringLiteral("chore"))) {
            const auto &chore = choreNamed(value("child"));
            return runChore(chore, {.folder = value("data"), .waits = true, .rounds = chore.rounds});
        }
        if (!value("child").isEmpty())
            return runChild(value("data"), value("port").toUShort(), value("child"));
        Campaign campaign(value("seed").toUInt());
        for (int index = 0; index < value("count").toInt(); ++index)
            campaign.run(index);
        return campaign.report();
    } catch (const std::exception &wrong) {
        std::fprintf(stderr, "%s\n", wrong.what());
        return 2;
    }
}
