#pragma once
// 系统设置. So far: 网络管理, 关于.

#include "service/network_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <vector>

namespace ui {

class UpgradeFlow;

std::vector<PageSpec> settingsPages(const Desk &desk, service::NetworkService &network, UpgradeFlow &upgrade);

}  // namespace ui
