#pragma once
// 查询统计 (manual 3.1.8): what the window is told about the module.

#include "service/certificate_service.h"
#include "service/contribution_base_service.h"
#include "service/receipt_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

namespace ui {

std::vector<PageSpec> queryPages(const Desk &desk, service::UnitService &units, service::ContributionBaseService &bases,
                                 service::ReceiptService &receipts, service::CertificateService &certificates);

}  // namespace ui
