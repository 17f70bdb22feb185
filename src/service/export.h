#pragma once
// What the window hands out as files: a list as a workbook, a document as PDF. The columns of a list are the page's own
// (a table, its copy and its export read one array), so the sheet comes from there.

#include "office/paper.h"
#include "office/sheet.h"

namespace service {

using office::Paper;
using office::Sheet;
using office::SheetCell;
using office::SheetColumn;
using office::SheetRow;

/// Returns the number of rows. Errors: Office, Cancelled, and whatever the sheet's rows meet.
base::Result<qint64> exportSheet(const Sheet &sheet, const QString &path, base::Job &job);
/// Errors: Office, Cancelled.
base::Result<void> exportPdf(const Paper &paper, const QString &path, base::Job &job);

}  // namespace service
