// campaign_ledger --count N [--seed S]: N times something is submitted (wages, fees, payments, vouchers, 作废) from two
// machines of a unit over a wire that fails in every way a wire can, or by a client that is killed; at times both
// machines want the same. After every run the tax side's ledger and the records of both must be the same: nothing
// twice, nothing lost. Beside them a naive client does the same for another unit with the same faults, and must be seen
// to fail (docs/reliability.md).

#include "campaign/machines.h"
#include "campaign/naive.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

#include <cstdio>

namespace {

using namespace campaign;

struct Trouble {
    const char *name;
    const char *fault;  ///< empty: none
    bool kills = false;
};

// A fifth of the kills meet one of the others as well.
constexpr Trouble kTroubles[] = {
    {"none", ""},
    {"drop-before", "drop-before"},
    {"drop-after", "drop-after"},
    {"duplicate", "duplicate"},
    {"late", "late=25"},
    {"reset", "reset"},
    {"reset-after", "reset-after"},
    {"slow", "slow=1"},
    {"latency", "latency=20"},
    {"503 before", "status=503"},
    {"500 after", "status-after=500"},
    {"429 before", "status=429"},
    {"half an answer", "malformed"},
    {"cut off", "cut"},
    {"a proxy's page", "html"},
    {"a proxy's 502", "html=502"},
    {"client killed", "", true},
};
constexpr int kKinds = int(std::size(kTroubles));
constexpr int kRunsOfABook = 40;
constexpr int kEnoughToFail = 150;

struct Tally {
    int runs = 0;
    Damage careful;
    int naiveRuns = 0;
    Damage naive;
};

/// A tax side, its units, and who works for them, for a while.
struct World {
    explicit World(std::mt19937 &random)
    {
        taxside::Options options;
        options.employees = 12;
        options.admin = true;
        options.feedbackMs = 4;
        options.dbFile = folder.filePath(QStringLiteral("taxside.db"));
        server = std::make_unique<taxside::Server>(options);
        const auto port = quint16(QUrl(need(server->start(), "tax side")).port());
        machines = std::make_unique<Machines>(*server, port, random);
        naive = std::make_unique<Naive>(*server, port, random);
    }

    QTemporaryDir folder;
    std::unique_ptr<taxside::Server> server;
    std::unique_ptr<Machines> machines;
    std::unique_ptr<Naive> naive;
};

class Campaign final {
public:
    explicit Campaign(quint32 seed) : m_random(seed) {}

    void run(int index)
    {
        if (!m_world || m_runsOfWorld == kRunsOfABook)
            renew();
        ++m_runsOfWorld;
        const int what = index % kKinds;  // every trouble as often as any other
        auto &tally = m_tallies[what];
        ++tally.runs;
        std::string found;
        Damage damage;
        try {
            careful(kTroubles[what]);
            damage = m_world->machines->compare(found);
            naive(what);
        } catch (const std::exception &wrong) {
            found += std::string("  ") + wrong.what() + '\n';
            ++damage.lost;
        }
        tally.careful += damage;
        if (damage.any() || !found.empty()) {
            std::printf("FAILED run %d, %s\n%s", index, kTroubles[what].name, found.c_str());
            std::fflush(stdout);
            renew();
        }
    }

    int report()
    {
        renew();
        Tally all;
        std::printf("%-16s %6s %11s %6s   %11s %11s %6s\n", "", "runs", "duplicates", "lost", "naive: runs",
                    "duplicates", "lost");
        for (const auto &[what, tally] : m_tallies) {
            line(kTroubles[what].name, tally);
            all.runs += tally.runs;
            all.careful += tally.careful;
            all.naiveRuns += tally.naiveRuns;
            all.naive += tally.naive;
        }
        line("all", all);
        for (const auto &[deed, times] : m_deeds)
            std::printf("%s%s %d", deed == m_deeds.begin()->first ? "" : ", ", deed.c_str(), times);
        std::printf("\n%d sent, %d refused before sending because another machine was first, %d withdrawn before they arrived\n"
                    "kills left behind:",
                    m_sent, m_refused, m_withdrawn);
        for (const auto &[state, times] : m_left)
            std::printf(" %s %d", state.c_str(), times);
        std::printf("\n");
        if (all.runs >= kEnoughToFail && (all.naive.duplicates == 0 || all.naive.lost == 0)) {
            std::printf("FAILED: the naive client came to no harm, so nothing here could have failed\n");
            return 1;
        }
        return all.runs > 0 && !all.careful.any() ? 0 : 1;
    }

private:
    int roll(int sides) { return std::uniform_int_distribution<int>(0, sides - 1)(m_random); }

    static void line(const char *name, const Tally &tally)
    {
        std::printf("%-16s %6d %11d %6d   %11d %11d %6d\n", name, tally.runs, tally.careful.duplicates,
                    tally.careful.lost, tally.naiveRuns, tally.naive.duplicates, tally.naive.lost);
    }

    void renew()
    {
        if (m_world) {
            m_sent += m_world->machines->sent();
            m_refused += m_world->machines->refused();
            m_withdrawn += m_world->machines->withdrawn();
            std::this_thread::sleep_for(std::chrono::milliseconds(60));  // what is late has arrived and is settled
            for (const auto &[what, damage] : m_world->naive->damage())
                m_tallies[what].naive += damage;
        }
        m_world.reset();
        m_world = std::make_unique<World>(m_random);
        m_runsOfWorld = 0;
    }

    /// On the way of the submission, of what asks for it, or of everything.
    QString faultOf(const Trouble &trouble, Deed deed)
    {
        const char *fault = trouble.kills && roll(5) == 0 ? kTroubles[roll(kKinds)].fault : trouble.fault;
        if (!*fault)
            return {};
        const int place = roll(5);
        const QString path = QLatin1String(place == 0   ? ""
                                           : place == 1 ? "GET "
                                                        : "PUT ")
                             + QLatin1String(place == 0 ? "/v1/" : namesOf(deed).path);
        return QStringLiteral("%1:%2:%3").arg(QLatin1String(fault), path).arg(1 + roll(3));
    }

    void order(const QString &fault)
    {
        need(m_world->server->setFaults(fault.isEmpty() ? QStringList() : QStringList{fault}), "fault");
    }

    /// Something that can be done: at the beginning there are totals and wages, and always wages.
    Task task(bool both)
    {
        for (int i = 0; i < 4; ++i) {
            const auto deed = kDeeds[roll(int(std::size(kDeeds)))].deed;
            if (both && (deed == Deed::Wage || deed == Deed::Voiding || deed == Deed::VoucherVoiding))
                continue;
            if (const auto found = m_world->machines->chosen(deed, both))
                return *found;
        }
        return *m_world->machines->chosen(Deed::Wage, false);
    }

    void careful(const Trouble &trouble)
    {
        auto &machines = *m_world->machines;
        const bool both = !trouble.kills && roll(6) == 0;
        const auto wanted = task(both);
        ++m_deeds[namesOf(wanted.deed).name];
        const auto fault = m_lastFault = faultOf(trouble, wanted.deed);
        m_lastDeed = wanted.deed;
        if (trouble.kills) {
            ++m_left[machines.actAndDie(wanted, fault)];
        } else {
            order(fault);
            if (both && wanted.deed != Deed::Wage)
                machines.race(wanted);
            else
                machines.act(wanted);
        }
        if (roll(3) == 0)
            order({});
        machines.settle();
        order({});
    }

    /// The same for the naive client: the same kind of thing, as long as there is one, under the same fault.
    void naive(int what)
    {
        const auto wanted = m_world->naive->chosen(m_lastDeed);
        if (!wanted)
            return;
        ++m_tallies[what].naiveRuns;
        order(m_lastFault);
        m_world->naive->act(*wanted, what, kTroubles[what].kills);
        order({});
        std::this_thread::sleep_for(std::chrono::milliseconds(6));  // until it is settled
    }

    std::mt19937 m_random;
    std::unique_ptr<World> m_world;
    int m_runsOfWorld = 0;
    QString m_lastFault;
    Deed m_lastDeed = Deed::Wage;
    std::map<int, Tally> m_tallies;
    std::map<std::string, int> m_deeds;
    std::map<std::string, int> m_left;
    int m_sent = 0;
    int m_refused = 0;
    int m_withdrawn = 0;
};

Task taskOf(const QCommandLineParser &parser)
{
    Task task;
    for (const auto &names : kDeeds) {
        if (parser.value(QStringLiteral("child")) == QLatin1String(names.name))
            task.deed = names.deed;
    }
    task.kind = parser.value(QStringLiteral("special")) == QLatin1String("1") ? domain::FeeKind::Special
                                                                              : domain::FeeKind::Daily;
    task.items = parser.value(QStringLiteral("items")).split(QLatin1Char(','));
    return task;
}

}  // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto option = [](const char *name, const char *value, const char *fallback) {
        return QCommandLineOption(QString::fromLatin1(name), {}, QString::fromLatin1(value),
                                  QString::fromLatin1(fallback));
    };
    parser.addOptions({option("count", "runs", "40"), option("seed", "number", "1"), option("child", "deed", ""),
                       option("data", "folder", ""), option("port", "port", "0"), option("special", "0|1", "0"),
                       option("items", "ids", "")});
    parser.process(application);
    try {
        if (parser.isSet(QStringLiteral("child")))
            return submitAndWait(parser.value(QStringLiteral("data")), parser.value(QStringLiteral("port")).toUShort(),
                                 taskOf(parser));
        Campaign campaign(parser.value(QStringLiteral("seed")).toUInt());
        const int count = parser.value(QStringLiteral("count")).toInt();
        for (int index = 0; index < count; ++index) {
            campaign.run(index);
            if ((index + 1) % 250 == 0)
                std::fprintf(stderr, "%d of %d\n", index + 1, count);
        }
        return campaign.report();
    } catch (const std::exception &wrong) {
        std::printf("FAILED: %s\n", wrong.what());
        return 2;
    }
}
