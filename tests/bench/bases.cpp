// bench_bases [--people N]: the list of 职工缴费基数 of a large unit, five bases for each person, in an encrypted store:
// counting, and windows anywhere in it (docs/performance.md). Figures, not verdicts.
#include "base/encrypted_files.h"
#include "store/contribution_base_table.h"
#include "store/staff_table.h"
#include "store/store.h"
#include "store/unit_table.h"
#include "support/units.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace {

using base::sqlite::Connection;
using domain::ContributionBaseQuery;
using store::ContributionBasePlaces;
using store::ContributionBaseTable;

using tests::kUnit;
constexpr int kPeopleAtOnce = 2000;
constexpr int kRows = 200;

/// The median of five.
template <class Work>
void timed(const char *what, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer clock;
        clock.start();
        work();
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-52s %9.2f ms\n", what, times[2]);
    std::fflush(stdout);
}

void addPeople(Connection &c, int first, int last)
{
    store::StaffTable staff(c);
    store::StaffSearch search(c, kUnit);
    QVector<domain::ContributionBase> bases;
    for (int i = first; i < last; ++i) {
        domain::Staff person;
        person.id = QString::number(10'000'000 + i);
        person.personNumber = person.id;
        person.name = QStringLiteral("职工%1").arg(i);
        person.documentType = i % 1000 ? QStringLiteral("201") : QStringLiteral("237");
        person.documentNumber = QStringLiteral("1101%1").arg(i, 14, 10, QLatin1Char('0'));
        staff.save(search, kUnit, person, 1);
        for (const char *insurance : {"110", "210", "310", "330", "410"}) {
            domain::ContributionBase base;
            base.staffId = person.id;
            base.insurance = QString::fromLatin1(insurance);
            base.base = domain::Money::fromFen(500'000 + i);
            bases.append(base);
        }
    }
    search.flush();
    ContributionBaseTable(c).save(kUnit, bases, 1);
}

void measure(store::Store &store, const char *title, const ContributionBaseQuery &query)
{
    std::printf("%s\n", title);
    ContributionBasePlaces places;
    const auto read = [&store](auto work) { (void)store.read([&](Connection &c) { return work(ContributionBaseTable(c)); }); };
    timed("  counted, with its places", [&] {
        read([&](const ContributionBaseTable &table) { return places = table.places(kUnit, query), true; });
    });
    std::printf("  %-50s %9lld\n", "bases", static_cast<long long>(places.count));
    const auto window = [&](const ContributionBasePlaces &from, qint64 offset) {
        read([&](const ContributionBaseTable &table) { return table.window(kUnit, query, from, offset, kRows).size(); });
    };
    timed("  200 rows at the beginning", [&] { window(places, 0); });
    timed("  200 rows in the middle", [&] { window(places, places.count / 2); });
    timed("  200 rows at the end", [&] { window(places, places.count - kRows); });
    timed("  200 rows at the end, counted from the first row", [&] { window({}, places.count - kRows); });
}

int fail(const base::Error &error)
{
    std::printf("%s %s\n", qPrintable(error.code), qPrintable(error.detail));
    return 1;
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption people(QStringLiteral("people"), {}, QStringLiteral("N"), QStringLiteral("100000"));
    parser.addOption(people);
    parser.process(application);
    const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/bench-XXXXXX"));
    QByteArray key(base::sqlite::kFileKeyBytes, 'k');
    key[0] = 'o';  // the halves of a key must differ
    const auto store = store::Store::open(folder.path(), {.key = key});
    if (!store)
        return fail(store.error());
    (void)(*store)->write([](Connection &c) {
        domain::Unit unit;
        unit.registrationId = kUnit;
        store::UnitTable(c).save(unit, domain::CollectionMode::Self, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    });
    const int wanted = parser.value(people).toInt();
    for (int first = 0; first < wanted; first += kPeopleAtOnce) {
        const auto added = (*store)->writeRepeatable([&](Connection &c) {
            addPeople(c, first, qMin(wanted, first + kPeopleAtOnce));
            return true;
        });
        if (!added)
            return fail(added.error());
    }
    measure(**store, "everybody", {});
    measure(**store, "document type 201, nearly everybody", {{}, QStringLiteral("201"), {}});
    measure(**store, "document type 237, one in a thousand", {{}, QStringLiteral("237"), {}});
    return 0;
}
