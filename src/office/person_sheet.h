#pragma once
// 人员明细 as a workbook: exactly the 11 columns of field.md 1.4.

#include "domain/fee.h"
#include "office/sheet.h"

namespace office {

/// Reads `limit` people from `offset` on.
using PersonWindow = std::function<base::Result<std::vector<domain::FeePerson>>(qint64 offset, qint64 limit)>;

Sheet personSheet(qint64 total, PersonWindow people);

}  // namespace office
