#pragma once
// What an import would find in a workbook, in the words of fixtures/outcomes.tsv, and what it may cost: 5 seconds and 256 MB.

#include "office/table_finder.h"
#include "support/cells.h"
#include "support/memory.h"
#include "support/open_book.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <functional>

namespace tests {

using office::Cell;

constexpr qint64 kMostKb = 256 << 10;
constexpr int kShownRows = 3;

inline const QVector<office::WantedColumn> &wanted()
{
    static const QVector<office::WantedColumn> columns = {
        {{QStringLiteral("姓名"), QStringLiteral("职工姓名")}, true},
        {{QStringLiteral("证件号码"), QStringLiteral("身份证号码")}, true},
        {{QStringLiteral("新缴费工资"), QStringLiteral("缴费工资"), QStringLiteral("月工资")}, true},
        {{QStringLiteral("生效年月"), QStringLiteral("开始年月")}, false},
        {{QStringLiteral("应补(退)费额")}, false}};
    return columns;
}

/// The cells of the wanted columns that the table has.
inline std::vector<Cell> wantedCells(const office::FoundTable &table, const office::CellRow &row)
{
    std::vector<Cell> cells;
    for (int at = 0; at < table.columns.size(); ++at) {
        const int column = table.columns[at];
        if (column >= 0 || at < 4)
            cells.push_back(column >= 0 && size_t(column) < row.size() ? row[size_t(column)] : Cell());
    }
    return cells;
}

using RowCheck = std::function<void(const std::vector<Cell> &)>;

/// What an import would find, in the words of outcomes.tsv.
inline QString outcomeOf(const QString &path, const RowCheck &check = {})
{
    base::Job job;
    const auto book = tests::openBook(path);
    if (!book)
        return book.error().code;
    const auto table = office::findTable(**book, wanted(), job);
    if (!table)
        return table.error().code;
    if (!*table)
        return QStringLiteral("no-table");
    QStringList rows;
    qint64 count = 0;
    const auto read = (*book)->read(
        (*table)->sheet,
        [&](qint64 number, const office::CellRow &row) {
            if (number <= (*table)->headerRow || office::isTotalsRow(row))
                return true;
            QStringList texts;
            const auto cells = wantedCells(**table, row);
            for (const auto &cell : cells)
                texts << shown(cell).replace(QLatin1Char('\n'), QLatin1String("\\n"));
            if (check)
                check(cells);
            if (++count <= kShownRows)
                rows << QStringLiteral("%1:%2").arg(number).arg(texts.join(QLatin1Char(',')));
            return true;
        },
        job);
    if (!read)
        return read.error().code;
    rows.prepend(QStringLiteral("%1@%2 %3").arg((*table)->sheetName).arg((*table)->headerRow).arg(count));
    return rows.join(QStringLiteral(" | "));
}

/// The same, within what a file may cost.
inline QString cheapOutcomeOf(const QString &path, const RowCheck &check = {})
{
    resetPeak();
    const auto before = residentKb("VmRSS");
    const auto begun = processorSeconds();
    const auto outcome = outcomeOf(path, check);
    EXPECT_LE(processorSeconds() - begun, mostHostileSeconds());
    if (!kSanitized) {
        EXPECT_LE(residentKb("VmHWM") - before, kMostKb);
    }
    return outcome;
}

}  // namespace tests
