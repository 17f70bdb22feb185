// campaign_io [--flow name] [--trouble name] [--every N | --step N] [--seed S]: a real client whose disk fails at the n-th thing it is asked for, for
// every n of every flow (with --every N: for every N-th). It must say an error with a code, or succeed; afterwards, over
// a sound disk, the program must start, and what is there must be the old or the new (docs/reliability.md).

#include "campaign/aftermath.h"
#include "campaign/error_words.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace campaign;

struct Trouble {
    const char *name;
    disk::Fault fault;
    bool lasting;
};
constexpr Trouble kTroubles[] = {
    {"io-once", disk::Fault::IoError, false},
    {"full-lasting", disk::Fault::Full, true},
    {"io-lasting", disk::Fault::IoError, true},
    {"full-once", disk::Fault::Full, false},
};

struct Tally {
    qint64 steps = 0;  ///< of an undisturbed run
    int runs = 0;
    int failed = 0;
    int refused = 0;                   ///< runs in which an error was said
    std::map<std::string, int> codes;  ///< of those errors
};

class Campaign final {
public:
    Campaign(quint32 seed, int every, qint64 only, const QList<Trouble> &troubles)
        : m_seed(seed), m_every(every), m_only(only), m_troubles(troubles), m_words(codesWithWords())
    {
    }

    void run(const Chore &chore)
    {
        auto &tally = m_tallies[chore.name];
        tally.steps = measure(chore);
        if (m_only > 0) {
            for (const auto &trouble : m_troubles)
                attempt(chore, tally, m_only, trouble);
            return print(chore.name, tally);
        }
        // With --every, other steps for another seed, and another trouble at each.
        for (qint64 at = 1 + m_seed % m_every; at <= tally.steps; at += m_every) {
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
        std::printf("%-12s %5lld steps %5d runs %3d failed   %d said: %s\n", name.c_str(), tally.steps, tally.runs,
                    tally.failed, tally.refused, codes.c_str());
        std::fflush(stdout);
    }

    qint64 measure(const Chore &chore)
    {
        Scene scene(m_grounds, chore.ground, m_grounds.scratch(-1), chore.needsTaxSide());
        const auto said = perform(chore, scene, {"none", disk::Fault::None, false}, 0);
        expect(said.ended && said.errors.isEmpty() && said.steps > 0, "undisturbed it works");
        return said.steps;
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
        // What the disk refused once it takes the second time; a submission that is in doubt is asked for, in the same process.
        if (!trouble.lasting)
            expect(!said.done.isEmpty(), "the second time it works");
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
    QSet<QByteArray> m_words;
    Grounds m_grounds;
    std::map<std::string, Tally> m_tallies;
};

QList<Trouble> troublesNamed(const QString &name)
{
    QList<Trouble> found;
    for (const auto &trouble : kTroubles) {
        if (name.isEmpty() || name == QLatin1String(trouble.name))
            found.append(trouble);
    }
    return found;
}

int child(const QCommandLineParser &parser)
{
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    disk::Orders orders;
    if (value("trouble") != QLatin1String("none")) {
        const auto trouble = troublesNamed(value("trouble")).constFirst();
        orders = {trouble.fault, value("at").toLongLong(), trouble.lasting};
    }
    return runChore(choreNamed(value("child")),
                    {.folder = value("data"), .port = value("port").toUShort(), .record = value("record"),
                     .disk = orders, .attempts = 2});
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
                          troublesNamed(value("trouble")));
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
