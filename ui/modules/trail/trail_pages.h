#pragma once
// 操作日志.

#include "service/trail_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <vector>

namespace ui {

std::vector<PageSpec> trailPages(const Desk &desk, service::TrailService &trail);

}  // namespace ui
