#pragma once
// 缴费工资申报 (manual 3.1.5): what the window is told about the module.

#include "service/staff_service.h"
#include "service/wage_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

namespace ui {

/// Nothing where the wage is settled by 人社 (税务代征, L8).
std::vector<PageSpec> wagePages(const Desk &desk, service::WageService &wages, service::StaffService &staff,
                                service::Outbox &outbox);

}  // namespace ui
