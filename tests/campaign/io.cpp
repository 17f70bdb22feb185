// campaign_io [--flow name] [--trouble name] [--every N | --step N] [--seed S]: a real client whose disk fails at the n-th thing it is asked for, for
// every n of every flow (with --every N: for every N-th), or a scanner holds what it renames. It must say an error with a code, or succeed; afterwards, over
// a sound disk, the program must start, and what is there must be the old or the new (docs/reliability.md).

#include "campaign/aftermath.h"
#include "campaign/error_words.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <span>

namespace {

using namespace campaign;

using disk::kForEver;

struct Trouble {
    const char *name;
    disk::Fault fault;
    qint64 times;

    bool lasts() const { return times == kForEver; }
};
constexpr Trouble kTroubles[] = {
    {"io-once", disk::Fault::IoError, 1},
    {"full-lasting", disk::Fault::Full, kForEver},
    {"io-lasting", disk::Fault::IoError, kForEver},
    {"full-once", disk::Fault::Full, 1},
};
/// At every rename. Twice: the one forward and the one back, and nothing else, so that whatever comes then goes well.
constexpr Trouble kHolds[] = {
    {"held-twice", disk::Fault::Held, 2},
    {"held-lasting", disk::Fault::Held, kForEver},
    {"held-once", disk::Fault::Held, 1},
};

struct Tally {
    qint64 steps = 0;    ///< of an undisturbed run
    qint64 renames = 0;  ///< of these
    int runs = 0;
    int failed = 0;
    int refused = 0;                   ///< runs in which an error was said
    std::map<std::string, int> codes;  ///< of those errors
};

class Campaign final {
public:
    Campaign(quint32 seed, int every, qint64 only, const QString &trouble)
        : m_seed(seed), m_every(every), m_only(only), m_troubles(named(kTroubles, trouble)), m_holds(named(kHolds, trouble)),
          m_words(codesWithWords())
    {
    }

    void run(const Chore &chore)
    {
        auto &tally = m_tallies[chore.name];
        measure(chore, tally);
        if (m_only > 0) {
            for (const auto &trouble : m_troubles + m_holds)
                attempt(chore, tally, m_only, trouble);
            return print(chore.name, tally);
        }
        holdEveryRename(chore, tally);
        // With --every, other steps for another seed, and another trouble at each.
        for (qint64 at = 1 + m_seed % m_every; at <= tally.steps && !m_troubles.isEmpty(); at += m_every) {
            if (m_every > 1)
                attempt(chore, tally, at, m_troubles[(at / m_every + m_seed) % m_troubles.size()]);
            else
                for (const auto &trouble : m_troubles)
                    attempt(chore, tally, at, trouble);
        }
        print(chore.name, tally);
    }

    int report() const
    {
        int runs = 0;
        int failed = 0;
        for (const auto &[name, tally] : m_tallies) {
            runs += tally.runs;
            failed += tally.failed;
        }
        std::printf("%d runs, %d failed\n", runs, failed);
        return failed == 0 && runs > 0 ? 0 : 1;
    }

private:
    static void print(const std::string &name, const Tally &tally)
    {
        std::string codes;
        for (const auto &[code, times] : tally.codes)
            codes += (codes.empty() ? "" : ", ") + code + ' ' + std::to_string(times);
        std::printf("%-12s %5lld steps %3lld renames %5d runs %3d failed   %d said: %s\n", name.c_str(), tally.steps,
                    tally.renames, tally.runs, tally.failed, tally.refused, codes.c_str());
        std::fflush(stdout);
    }

    static QList<Trouble> named(const auto &all, const QString &name)
    {
        QList<Trouble> found;
        for (const auto &trouble : all) {
            if (name.isEmpty() || name == QLatin1String(trouble.name))
                found.append(trouble);
        }
        return found;
    }

    /// With --every too: they are few.
    void holdEveryRename(const Chore &chore, Tally &tally)
    {
        for (qint64 at = 1; at <= tally.renames; ++at) {
            for (const auto &hold : m_holds)
                attempt(chore, tally, at, hold);
        }
    }

    void measure(const Chore &chore, Tally &tally)
    {
        Scene scene(m_grounds, chore.ground, m_grounds.scratch(-1), chore.needsTaxSide());
        const auto said = perform(chore, scene, {"none", disk::Fault::None, 0}, 0);
        expect(said.ended && said.errors.isEmpty() && said.steps > 0, "undisturbed it works");
        tally.steps = said.steps;
        tally.renames = said.renames;
    }

    void attempt(const Chore &chore, Tally &tally, qint64 at, const Trouble &trouble)
    {
        ++tally.runs;
        try {
            Scene scene(m_grounds, chore.ground, m_grounds.scratch(tally.runs), chore.needsTaxSide());
            const auto said = perform(chore, scene, trouble, at);
            tally.refused += said.errors.isEmpty() ? 0 : 1;
            for (const auto &code : said.errors)
                ++tally.codes[code.toStdString()];
            checkSaid(said, trouble);
            // The machine is started anew: what a failed sync did not bring to the disk is not there.
            std::mt19937 random(m_seed);
            scene.losePower(m_grounds.of(chore.ground) + QStringLiteral("/data"), recordOf(scene),
                            {.onlyFailedSyncs = true}, random);
            checkAftermath(chore, scene, said);
        } catch (const std::exception &wrong) {
            ++tally.failed;
            std::printf("FAILED %s, %s at step %lld: %s\n", chore.name, trouble.name, at, wrong.what());
            std::fflush(stdout);
        }
    }

    void checkSaid(const Said &said, const Trouble &trouble) const
    {
        expect(said.ended && (!said.done.isEmpty() || !said.errors.isEmpty()), "it says what became of it");
        for (const auto &code : said.errors)
            expect(m_words.contains(code), "an error without words: " + code.toStdString());
        // What the disk refused once it takes the next time; a submission that is in doubt is asked for, in the same process.
        if (!trouble.lasts())
            expect(!said.done.isEmpty(), "the next time it works");
    }

    static QString recordOf(const Scene &scene) { return scene.folder() + QStringLiteral("/record"); }

    static Said perform(const Chore &chore, Scene &scene, const Trouble &trouble, qint64 at)
    {
        scene.launch(QString::fromLatin1(chore.name),
                     {QStringLiteral("--record"), recordOf(scene), QStringLiteral("--trouble"),
                      QString::fromLatin1(trouble.name), QStringLiteral("--at"), QString::number(at)});
        QList<QByteArray> lines;
        const int code = scene.finish(lines);
        expect(code == 0, "the client ended with " + std::to_string(code));
        return Said(lines);
    }

    quint32 m_seed;
    int m_every;
    qint64 m_only;  ///< this step alone; 0: all
    QList<Trouble> m_troubles;
    QList<Trouble> m_holds;
    QSet<QByteArray> m_words;
    Grounds m_grounds;
    std::map<std::string, Tally> m_tallies;
};

int child(const QCommandLineParser &parser)
{
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    disk::Orders orders;
    for (const auto &troubles : {std::span<const Trouble>(kTroubles), std::span<const Trouble>(kHolds)}) {
        for (const auto &trouble : troubles) {
            if (value("trouble") == QLatin1String(trouble.name))
                orders = {trouble.fault, value("at").toLongLong(), trouble.times};
        }
    }
    return runChore(choreNamed(value("child")),
                    {.folder = value("data"), .port = value("port").toUShort(), .record = value("record"),
                     .disk = orders, .attempts = orders.times == 2 ? 3 : 2});
}

}  // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto option = [](const char *name, const char *value, const char *fallback) {
        return QCommandLineOption(QString::fromLatin1(name), {}, QString::fromLatin1(value), QString::fromLatin1(fallback));
    };
    parser.addOptions({option("every", "n", "1"), option("step", "n", "0"), option("seed", "number", "1"), option("flow", "name", ""),
                       option("trouble", "name", ""), option("child", "flow", ""), option("data", "folder", ""),
                       option("port", "port", "0"), option("record", "file", ""), option("at", "step", "0")});
    parser.process(application);
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    try {
        if (!value("child").isEmpty())
            return child(parser);
        Campaign campaign(value("seed").toUInt(), std::max(1, value("every").toInt()), value("step").toLongLong(),
                          value("trouble"));
        for (const auto &chore : chores()) {
            if (value("flow").isEmpty() || value("flow") == QLatin1String(chore.name))
                campaign.run(chore);
        }
        return campaign.report();
    } catch (const std::exception &wrong) {
        std::fprintf(stderr, "%s\n", wrong.what());
        return 2;
    }
}
