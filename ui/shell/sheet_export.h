#pragma once
// 导出: what a list shows, as a workbook, by the list's own columns.

#include "service/export.h"
#include "ui/models/column.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"
#include "ui/shell/task_dialog.h"

#include <memory>

namespace ui {

template <class Row>
service::SheetCell sheetCell(const Column<Row> &column, const Row &row)
{
    const QVariant shown = column.display ? column.display(row) : QVariant();
    if (!shown.isValid())
        return std::monostate();
    if (column.kind == CellKind::Money) {
        const auto fen = column.sortKey(row);  // nothing where a dash stands for no amount
        return fen.isValid() ? service::SheetCell(domain::Money::fromFen(fen.toLongLong())) : std::monostate();
    }
    if (column.kind == CellKind::Number)
        return shown.toLongLong();
    return shown.toString();
}

template <class Row>
service::SheetRow sheetRow(const std::vector<Column<Row>> &columns, const Row &row)
{
    service::SheetRow cells;
    for (const auto &column : columns)
        cells.push_back(sheetCell(column, row));
    return cells;
}

/// A long list: `read(offset, limit)` returns Result<std::vector<Row>> and is called on a worker.
template <class Row, class Read>
service::Sheet windowedSheetOf(const QString &name, std::vector<Column<Row>> columns, qint64 total, Read read)
{
    service::Sheet sheet;
    sheet.name = name;
    sheet.total = total;
    for (const auto &column : columns)
        sheet.columns.push_back({column.title, qMax(8.0, column.width / 8.0)});
    sheet.rows = [columns = std::move(columns), read](qint64 offset,
                                                      qint64 limit) -> base::Result<std::vector<service::SheetRow>> {
        const auto rows = read(offset, limit);
        if (!rows)
            return rows.error();
        std::vector<service::SheetRow> window;
        for (const auto &row : *rows)
            window.push_back(sheetRow(columns, row));
        return window;
    };
    return sheet;
}

template <class Row>
service::Sheet sheetOf(const QString &name, std::vector<Column<Row>> columns, std::vector<Row> rows)
{
    const auto all = std::make_shared<std::vector<Row>>(std::move(rows));
    const auto read = [all](qint64 offset, qint64 limit) -> base::Result<std::vector<Row>> {
        const auto from = all->cbegin() + qMin<qint64>(offset, qint64(all->size()));
        return std::vector<Row>(from, from + qMin<qint64>(limit, all->cend() - from));
    };
    return windowedSheetOf(name, std::move(columns), qint64(all->size()), read);
}

/// What a file dialog offers: the name decides which of them is written.
QString sheetFilter();

/// Asks where to, writes on a worker with progress and a way to stop, and says in the strip how it went.
/// `unitOfRows`: 条, 人. The suggested name is `name`, or the sheet's name, and the day.
void exportSheet(ListPage *page, const Desk &desk, const service::Sheet &sheet, const QString &unitOfRows,
                 const QString &name = {});
void exportSheet(TaskDialog *dialog, const Desk &desk, const service::Sheet &sheet, const QString &unitOfRows,
                 const QString &name = {});

/// For a worker: does `write`, which returns the number of rows or pages, and tells 操作日志 of it.
using ExportWork = std::function<base::Result<qint64>(base::Job &)>;
ExportWork notedOutput(const Desk &desk, domain::TrailEvent event, const QString &what, ExportWork write);
ExportWork notedExport(const Desk &desk, const QString &list, ExportWork write);
ExportWork sheetWriter(const Desk &desk, const service::Sheet &sheet, const QString &path);

/// 「已导出 12 条到 缴款记录.xlsx。」 with a button that opens the folder.
MessageStrip::Message exportedMessage(const QString &path, qint64 rows, const QString &unitOfRows);

}  // namespace ui
