#pragma once
// The pages of the staff module.

#include "service/staff_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <vector>

namespace ui {

std::vector<PageSpec> staffPages(const Desk &desk, service::StaffService &staff);

}  // namespace ui
