#pragma once
// 系统设置. So far: 网络管理.

#include "service/network_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <vector>

namespace ui {

std::vector<PageSpec> settingsPages(const Desk &desk, service::NetworkService &network);

}  // namespace ui
