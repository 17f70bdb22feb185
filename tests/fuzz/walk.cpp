#include "fuzz/walk.h"

#include "domain/document.h"
#include "domain/money.h"
#include "domain/month.h"
#include "fuzz/promise.h"
#include "office/table_finder.h"

namespace fuzz {

namespace {

void checkError(const base::Error &error)
{
    hold(error.kind == base::Error::Kind::Office, "an error of the room");
    hold(error.code.startsWith(QLatin1String("read.")), "a code of its own");
}

const QVector<office::WantedColumn> &wanted()
{
    static const QVector<office::WantedColumn> columns = {{{QStringLiteral("姓名")}, true},
                                                          {{QStringLiteral("证件号码")}, true},
                                                          {{QStringLiteral("新缴费工资")}, true}};
    return columns;
}

void checkCell(const office::Cell &cell)
{
    using Kind = office::Cell::Kind;
    hold(cell.kind != Kind::Empty || cell.text.isEmpty(), "an empty cell has no text");
    hold(cell.kind != Kind::Text || !cell.text.isEmpty(), "a text is one");
    hold(cell.kind != Kind::Number || (!cell.text.isEmpty() && !cell.text.contains(QLatin1Char('e'))),
         "a number in digits");
    // What an import does with it.
    (void)domain::moneyFromTyped(cell.text, domain::Money::fromFen(9'999'999'999));
    (void)domain::monthFromTyped(cell.text);
    (void)domain::normalizedDocument(cell.text);
}

void readSheet(office::Workbook &book, int sheet)
{
    base::Job job;
    const auto small = limits();
    qint64 rows = 0;
    const auto read = book.read(
        sheet,
        [&](qint64 row, const office::CellRow &cells) {
            hold(row >= 1 && row <= small.rows, "a row of a sheet");
            hold(!cells.empty() && qint64(cells.size()) <= small.columns, "cells of a row");
            for (const auto &cell : cells)
                checkCell(cell);
            (void)office::isTotalsRow(cells);
            return ++rows < 2000;
        },
        job);
    if (!read)
        checkError(read.error());
}

}  // namespace

std::unique_ptr<QIODevice> deviceOf(const uint8_t *bytes, size_t size)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(reinterpret_cast<const char *>(bytes), int(size));
    device->open(QIODevice::ReadOnly);
    return device;
}

void walk(base::Result<std::unique_ptr<office::Workbook>> book)
{
    if (!book)
        return checkError(book.error());
    const auto sheets = std::min<qsizetype>(4, (*book)->sheets().size());
    for (int sheet = 0; sheet < sheets; ++sheet)
        readSheet(**book, sheet);
    base::Job job;
    if (const auto found = office::findTable(**book, wanted(), job); !found)
        checkError(found.error());
}

}  // namespace fuzz
