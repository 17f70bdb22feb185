#pragma once
// Somebody's workbook once more, with columns of remarks put into its table.

#include "office/sheet.h"
#include "office/workbook.h"

namespace office {

struct Remarks {
    int sheet = 0;         ///< the one that gets them
    qint64 headerRow = 0;  ///< where their titles stand
    int column = 0;        ///< where they begin; what stood there and to the right of it moves on
    QStringList titles;
    /// One for each title; none: a row that is no row of the table.
    std::function<SheetRow(qint64 row, const CellRow &cells)> of;
};

/// All sheets and rows of `from` with what their cells show: texts, numbers, dates; how they look and how they were
/// calculated is not taken along. Read and written row by row. Returns how many rows have remarks.
/// Errors: Office read.* and office.write, Cancelled.
base::Result<qint64> writeRemarkedCopy(const QString &from, const QString &to, const Remarks &remarks, base::Job &job);

}  // namespace office
