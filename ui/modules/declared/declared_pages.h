#pragma once
// 社保费申报明细查询 (manual 3.1.8.3): what the window is told about the module.

#include "service/declared_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

namespace ui {

std::vector<PageSpec> declaredPages(const Desk &desk, service::DeclaredService &declared);

}  // namespace ui
