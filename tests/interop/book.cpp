// interop_book CELLS.json BOOK.xlsx: the cells of the one, exported by office::writeSheet. interop.py opens the book with
// programs that people use.

#include "office/sheet.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace {

office::SheetCell cellOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return domain::Money::fromFen(value.toObject()[QLatin1String("money")].toString().remove(QLatin1Char('.')).toLongLong());
    return value.isDouble() ? office::SheetCell(value.toInteger()) : office::SheetCell();
}

office::Sheet sheetOf(const QJsonArray &lines)
{
    office::Sheet sheet;
    sheet.name = QStringLiteral("缴费工资");
    for (const auto &title : lines.first().toArray())
        sheet.columns.push_back({title.toString(), 20});
    sheet.columns[1].text = true;
    sheet.total = lines.size() - 1;
    sheet.rows = [lines](qint64 offset, qint64) -> base::Result<std::vector<office::SheetRow>> {
        std::vector<office::SheetRow> rows;
        for (qsizetype line = offset + 1; line < lines.size(); ++line) {
            office::SheetRow cells;
            for (const auto &value : lines[line].toArray())
                cells.push_back(cellOf(value));
            rows.push_back(std::move(cells));
        }
        return rows;
    };
    return sheet;
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    QFile cells(arguments.value(1));
    if (!cells.open(QIODevice::ReadOnly))
        return 2;
    base::Job job;
    const auto written = office::writeSheet(arguments.value(2), sheetOf(QJsonDocument::fromJson(cells.readAll()).array()), job);
    if (!written)
        std::fprintf(stderr, "%s %s\n", qPrintable(written.error().code), qPrintable(written.error().detail));
    return written ? 0 : 1;
}
