// What one export or one import costs: a process that writes a workbook of wages, or reads a file, once, and says how long
// it took. tests/bench/sheets.py runs it in turn with other programs that do the same (docs/performance.md).

#include "office/sheet.h"
#include "office/workbook.h"
#include "support/open_book.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

namespace {

/// The table that sheets.py makes, too: in turn a text, an amount and a number.
office::Sheet tableOf(qint64 rows, int columns)
{
    office::Sheet sheet;
    sheet.name = QStringLiteral("导出");
    sheet.total = rows;
    for (int at = 0; at < columns; ++at)
        sheet.columns.push_back({QStringLiteral("第%1列").arg(at + 1), 14});
    sheet.rows = [rows, columns](qint64 offset, qint64 limit) -> base::Result<std::vector<office::SheetRow>> {
        std::vector<office::SheetRow> window;
        for (qint64 row = offset; row < std::min(rows, offset + limit); ++row) {
            office::SheetRow cells;
            cells.reserve(size_t(columns));
            for (int at = 0; at < columns; ++at) {
                if (at % 3 == 0)
                    cells.push_back(QStringLiteral("职工%1-%2").arg(row).arg(at));
                else if (at % 3 == 1)
                    cells.push_back(domain::Money::fromFen(300'000 + row * 7 + at));
                else
                    cells.push_back(row + at);
            }
            window.push_back(std::move(cells));
        }
        return window;
    };
    return sheet;
}

int failed(const base::Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.code), qPrintable(error.detail));
    return 1;
}

int write(const QString &path, qint64 rows, int columns)
{
    base::Job job;
    const auto written = office::writeSheet(path, tableOf(rows, columns), job);
    return written ? 0 : failed(written.error());
}

/// Touches every cell, as an import does.
int read(const QString &path)
{
    base::Job job;
    const auto book = tests::openBook(path);
    if (!book)
        return failed(book.error());
    qint64 cells = 0;
    qint64 characters = 0;
    for (int sheet = 0; sheet < (*book)->sheets().size(); ++sheet) {
        const auto done = (*book)->read(
            sheet,
            [&](qint64, const office::CellRow &row) {
                for (const auto &cell : row) {
                    cells += cell.kind != office::Cell::Kind::Empty;
                    characters += cell.text.size();
                }
                return true;
            },
            job);
        if (!done)
            return failed(done.error());
    }
    std::printf("%lld cells, %lld characters\n", static_cast<long long>(cells), static_cast<long long>(characters));
    return 0;
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("rows"), {}, QStringLiteral("count"), QStringLiteral("100000")},
                       {QStringLiteral("columns"), {}, QStringLiteral("count"), QStringLiteral("30")},
                       {QStringLiteral("write"), QStringLiteral("Writes this workbook."), QStringLiteral("file")},
                       {QStringLiteral("read"), QStringLiteral("Reads this file."), QStringLiteral("file")}});
    parser.process(application);
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    QElapsedTimer timer;
    timer.start();
    const int code = parser.isSet(QStringLiteral("write"))
        ? write(value("write"), value("rows").toLongLong(), value("columns").toInt())
        : read(value("read"));
    std::printf("%lld ms\n", static_cast<long long>(timer.elapsed()));
    return code;
}
