#pragma once
// The pages of the unit module. The way in is LoginFlow.

#include "service/lock_service.h"
#include "service/unit_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <vector>

namespace ui {

/// Where its pages lead to.
struct UnitWays {
    std::function<void(const QString &unit)> switchTo;
    std::function<void()> addUnit;
    /// Other rules have come than the pages were made by.
    std::function<void(const service::UnitProfile &profile)> rulesChanged;
};

std::vector<PageSpec> unitPages(const Desk &desk, service::UnitService &units, service::LockService &lock,
                                UnitWays ways);

}  // namespace ui
