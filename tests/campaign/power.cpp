// campaign_power --count N [--seed S] [--flow name] [--lie what]: N times, the power of a real client goes at a random
// moment of one of its flows. What was not synced is kept, dropped or torn by chance; then the program must start, its
// store be whole, and everything it had said to be done be there (docs/reliability.md).

#include "campaign/aftermath.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace campaign;

struct Tally {
    int passed = 0;
    int failed = 0;
    qint64 before = 0;                ///< steps of an undisturbed run until it begins
    qint64 steps = 0;                 ///< and altogether
    std::map<std::string, int> left;  ///< what the cuts left behind
};

class Campaign final {
public:
    Campaign(quint32 seed, const QByteArray &lie) : m_seed(seed) { m_cut.lie = lie; }

    void run(int index, const Chore &chore)
    {
        std::mt19937 random(m_seed * 1000003U + quint32(index));
        auto &tally = m_tallies[chore.name];
        try {
            if (tally.steps == 0)
                measure(chore, tally);
            // One in four on the way there. A little beyond the end: what was said at the very last must be there, too.
            const auto first = random() % 4 == 0 ? 1 : tally.before + 1;
            const auto last = tally.steps + (tally.steps - tally.before) / 10 + 1;
            const auto at = std::uniform_int_distribution<qint64>(first, last)(random);
            ++tally.left[once(chore, index, at, random)];
            ++tally.passed;
        } catch (const std::exception &wrong) {
            ++tally.failed;
            std::printf("FAILED run %d, %s: %s\n", index, chore.name, wrong.what());
            std::fflush(stdout);
        }
    }

    int report() const
    {
        int passed = 0;
        int failed = 0;
        for (const auto &[name, tally] : m_tallies) {
            std::string left;
            for (const auto &[what, times] : tally.left)
                left += (left.empty() ? "" : ", ") + what + ' ' + std::to_string(times);
            std::printf("%-12s %5lld steps %4d passed %3d failed   left behind: %s\n", name.c_str(), tally.steps,
                        tally.passed, tally.failed, left.c_str());
            passed += tally.passed;
            failed += tally.failed;
        }
        std::printf("%d passed, %d failed\n", passed, failed);
        return failed == 0 && passed > 0 ? 0 : 1;
    }

private:
    /// How many steps the disk is asked for when nothing happens.
    void measure(const Chore &chore, Tally &tally)
    {
        Scene scene(m_grounds, chore.ground, m_grounds.scratch(-1), chore.needsTaxSide());
        const auto said = perform(chore, scene, {});
        expect(said.ended && said.errors.isEmpty() && said.steps > 0, "undisturbed it works");
        tally.before = said.before;
        tally.steps = said.steps;
    }

    std::string once(const Chore &chore, int index, qint64 at, std::mt19937 &random)
    {
        Scene scene(m_grounds, chore.ground, m_grounds.scratch(index), chore.needsTaxSide());
        const auto said = perform(chore, scene, {disk::Fault::PowerCut, at});
        const auto before = m_grounds.of(chore.ground) + QStringLiteral("/data");
        scene.losePower(before, recordOf(scene), m_cut, random);
        return checkAftermath(chore, scene, said);
    }

    static QString recordOf(const Scene &scene) { return scene.folder() + QStringLiteral("/record"); }

    static Said perform(const Chore &chore, Scene &scene, const disk::Orders &orders)
    {
        scene.launch(QString::fromLatin1(chore.name), {QStringLiteral("--record"), recordOf(scene), QStringLiteral("--at"),
                                                       QString::number(orders.at)});
        QList<QByteArray> lines;
        const int code = scene.finish(lines);
        expect(code == 0 || (code == disk::kExitOfPowerCut && orders.at > 0),
               "the client ended with " + std::to_string(code));
        return Said(lines);
    }

    quint32 m_seed;
    PowerCut m_cut;
    Grounds m_grounds;
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
    parser.addOptions({option("count", "cuts", "34"), option("seed", "number", "1"), option("flow", "name", ""),
                       option("lie", "what", ""), option("child", "flow", ""), option("data", "folder", ""),
                       option("port", "port", "0"), option("record", "file", ""), option("at", "step", "0")});
    parser.process(application);
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    try {
        if (!value("child").isEmpty()) {
            const auto &chore = choreNamed(value("child"));
            const auto at = value("at").toLongLong();
            const disk::Orders orders{at > 0 ? disk::Fault::PowerCut : disk::Fault::None, at};
            return runChore(chore, {.folder = value("data"), .port = value("port").toUShort(), .record = value("record"),
                                    .disk = orders, .fromStart = true, .rounds = chore.rounds});
        }
        Campaign campaign(value("seed").toUInt(), value("lie").toLatin1());
        for (int index = 0; index < value("count").toInt(); ++index)
            campaign.run(index, value("flow").isEmpty() ? chores()[std::size_t(index) % chores().size()]
                                                        : choreNamed(value("flow")));
        return campaign.report();
    } catch (const std::exception &wrong) {
        std::fprintf(stderr, "%s\n", wrong.what());
        return 2;
    }
}
