#pragma once
// 社保费申报 (manual 3.1.6): what the window is told about the module.

#include "service/fee_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

namespace ui {

std::vector<PageSpec> feePages(const Desk &desk, service::FeeService &fees, service::Outbox &outbox);

}  // namespace ui
