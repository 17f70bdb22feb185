#pragma once
// The pages of the unit module. The way in is LoginFlow.

#include "service/unit_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <vector>

namespace ui {

/// `switchTo` and `addUnit` lead to the login.
std::vector<PageSpec> unitPages(const Desk &desk, service::UnitService &units,
                                std::function<void(const QString &unit)> switchTo, std::function<void()> addUnit);

}  // namespace ui
