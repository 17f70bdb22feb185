#pragma once
// 导出 (E5): employees as a workbook.

#include "domain/unit.h"
#include "service/export.h"
#include "service/staff_service.h"

namespace ui {

/// Everybody of `walk`, `total` as its begin() said: the list's columns, 参保险种, the months of contribution, and 缴费基数
/// of each insurance of the unit.
service::Sheet staffSheet(const domain::Unit &unit, std::shared_ptr<service::StaffWalk> walk, qint64 total);

}  // namespace ui
