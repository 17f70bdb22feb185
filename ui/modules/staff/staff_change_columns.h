#pragma once
// How 更新数据 is shown: who, when, which field, what it was and what it is.

#include "domain/staff_change.h"
#include "ui/models/column.h"

namespace ui {

/// 缴费工资; 失业保险 · 缴费基数; 新增职工.
QString staffChangeField(const domain::StaffChange &change);
std::vector<Column<domain::StaffChange>> staffChangeColumns();

}  // namespace ui
