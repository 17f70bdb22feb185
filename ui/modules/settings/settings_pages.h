#pragma once
// 系统设置. 网络管理, 数据备份与恢复, 一键诊断, 关于.

#include "service/backup_service.h"
#include "service/diagnosis_service.h"
#include "service/network_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <vector>

namespace ui {

class UpgradeFlow;

std::vector<PageSpec> settingsPages(const Desk &desk, service::NetworkService &network, service::BackupService &backups,
                                    service::DiagnosisService &diagnosis, UpgradeFlow &upgrade);

}  // namespace ui
