#pragma once
// 人员明细 as a workbook: exactly the 11 columns of field.md 1.4, written row by row in constant memory.

#include "base/job.h"
#include "base/result.h"
#include "domain/fee.h"

#include <functional>
#include <vector>

namespace office {

/// Reads `limit` rows from `offset` on.
using PersonWindow
    = std::function<base::Result<std::vector<domain::FeePerson>>(qint64 offset, qint64 limit)>;

/// The header, in order.
QStringList personSheetHeader();

/// Writes `total` rows to `path`, which appears only when it is whole. Temporary files of the writer hold document
/// numbers, so they live in a private folder beside the target that is removed with them. Returns the number of rows.
/// Errors: Office (code office.write), Cancelled, and whatever `window` returns.
base::Result<qint64> writePersonSheet(const QString &path, qint64 total, const PersonWindow &window, base::Job &job);

}  // namespace office
