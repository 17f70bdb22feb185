#pragma once
// Finds the table in a workbook by its header: on any sheet, below title rows, with a header of up to three rows, under
// any of the names people give a column (field.md 6).

#include "office/workbook.h"

#include <optional>

namespace office {

/// A column one looks for.
struct WantedColumn {
    QStringList titles;     ///< any of these
    bool required = false;
    bool grouped = false;  ///< the title may also stand above, over columns that share another one
    bool single = false;  ///< with several columns of that title nobody but the user can say which is meant
};

/// In FoundTable::columns for a `single` one that is there several times.
constexpr int kSeveralColumns = -2;

struct FoundTable {
    int sheet = 0;
    QString sheetName;
    qint64 headerRow = 0;     ///< the last row of the header; the data begin below
    QStringList titles;       ///< of the sheet's columns, as they stand there, with what is above where two are the same
    QVector<int> columns;     ///< for each wanted column: the sheet's column, -1 when there is none, kSeveralColumns
};

/// Nothing when no sheet has all required columns. Visible sheets come before hidden ones. Errors: as Workbook::read.
base::Result<std::optional<FoundTable>> findTable(Workbook &book, const QVector<WantedColumn> &wanted, base::Job &job);

/// What two spellings of a title share: narrow characters, no blanks, no asterisk, no unit in brackets at the end.
QString normalizedTitle(const QString &title);

/// 合计, 小计, 总计 …: no row of data.
bool isTotalsRow(const CellRow &cells);

}  // namespace office
