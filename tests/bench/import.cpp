// What an import costs with all that it checks. `bench_import --prepare FOLDER` makes a store of people and a workbook of
// their wages (other columns beside them); `bench_import FOLDER` reads and judges it once, as the window does, and says how
// long that took. tests/bench/sheets.py runs the second in turn with a program that only reads it (docs/performance.md).

#include "base/encrypted_files.h"
#include "bench/people.h"
#include "office/sheet.h"
#include "service/wage_import.h"
#include "store/staff_table.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QUrl>

#include <cstdio>

namespace {

using base::sqlite::Connection;

const domain::Month kMonth(2026, 11);

int failed(const base::Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.code), qPrintable(error.detail));
    return 1;
}

QString bookIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("wages.xlsx"));
}

/// As in the program: what is read is decrypted.
base::Result<std::unique_ptr<store::Store>> storeIn(const QString &folder)
{
    QByteArray key(base::sqlite::kFileKeyBytes, 'k');
    key[0] = 'x';
    return store::Store::open(folder, {.key = key});
}

service::WageTarget target()
{
    domain::WageRules rules;
    rules.maximum = domain::Money::fromFen(9'999'999'999);
    rules.monthsBack = 12 * 50;  // whatever the day of the bench
    rules.monthsAhead = 12;
    return {{domain::WageKind::Daily, false}, rules, kMonth, {}};
}

/// A row of the template, and in turn a text, an amount and a number up to the width.
office::SheetRow rowOf(const domain::Staff &person, qint64 number, int columns)
{
    auto row = service::wageTemplateRow(target(), person);
    row.push_back(domain::Money::fromFen(300'000 + number * 7 % 900'000));
    row.push_back(domain::monthText(kMonth));
    for (int at = int(row.size()); at < columns; ++at) {
        if (at % 3 == 0)
            row.push_back(QStringLiteral("职工%1-%2").arg(number).arg(at));
        else if (at % 3 == 1)
            row.push_back(domain::Money::fromFen(300'000 + number * 7 + at));
        else
            row.push_back(number + at);
    }
    return row;
}

base::Result<qint64> writeBook(store::Store &store, const QString &path, qint64 people, int columns)
{
    auto sheet = service::wageTemplate(target());
    for (int at = int(sheet.columns.size()); at < columns; ++at)
        sheet.columns.push_back({QStringLiteral("第%1列").arg(at + 1), 14});
    sheet.total = people;
    sheet.rows = [&, columns](qint64 offset, qint64 limit) -> base::Result<std::vector<office::SheetRow>> {
        const auto window = store.read([&](Connection &c) {
            return store::StaffTable(c).window(bench::kUnit, {}, store::StaffOrder::PersonNumber, false, offset, limit);
        });
        if (!window)
            return window.error();
        std::vector<office::SheetRow> rows;
        for (const auto &person : *window)
            rows.push_back(rowOf(person, offset + qint64(rows.size()), columns));
        return rows;
    };
    base::Job job;
    return office::writeSheet(path, sheet, job);
}

int prepare(const QString &folder, int people, int columns)
{
    for (const char *old : {"shebao.db", "shebao.db-wal", "shebao.db-shm"})
        QFile::remove(QDir(folder).filePath(QString::fromLatin1(old)));
    auto store = storeIn(folder);
    if (!store)
        return failed(store.error());
    if (const auto filled = bench::fillPeople(**store, people); !filled)
        return failed(filled.error());
    const auto inForce = (*store)->write([](Connection &c) {
        c.run("UPDATE staff SET state = ?", static_cast<int>(domain::ContributionState::Normal));
    });
    if (!inForce)
        return failed(inForce.error());
    (*store)->checkpoint();
    const auto written = writeBook(**store, bookIn(folder), people, columns);
    return written ? 0 : failed(written.error());
}

int import(const QString &folder)
{
    auto store = storeIn(folder);
    if (!store)
        return failed(store.error());
    http::Client nobody({"bench", {}});
    const gateway::TaxSide taxSide(nobody, QUrl());
    service::Sessions sessions(taxSide);
    const base::Clock clock;
    service::WageImporter importer({**store, taxSide, sessions, clock});
    base::Job job;
    QElapsedTimer timer;
    timer.start();
    const auto read = importer.read(bench::kUnit, target(), bookIn(folder), job);
    if (!read)
        return failed(read.error());
    std::printf("%zu rows taken, %lld refused, %lld ms\n", read->lines.size(), static_cast<long long>(read->refused),
                static_cast<long long>(timer.elapsed()));
    return read->lines.empty() ? 1 : 0;
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("prepare"), QStringLiteral("Makes the store and the workbook.")},
                       {QStringLiteral("people"), {}, QStringLiteral("count"), QStringLiteral("100000")},
                       {QStringLiteral("columns"), {}, QStringLiteral("count"), QStringLiteral("30")}});
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where they lie."));
    parser.process(application);
    const auto folders = parser.positionalArguments();
    if (folders.size() != 1 || !QDir().mkpath(folders.first()))
        parser.showHelp(1);
    if (!parser.isSet(QStringLiteral("prepare")))
        return import(folders.first());
    return prepare(folders.first(), parser.value(QStringLiteral("people")).toInt(), parser.value(QStringLiteral("columns")).toInt());
}
