#pragma once
// 证明打印 (manual 1.2): what the window is told about the module.

#include "service/certificate_service.h"
#include "service/declared_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

namespace ui {

std::vector<PageSpec> certificatePages(const Desk &desk, service::CertificateService &certificates,
                                       service::DeclaredService &declared);

}  // namespace ui
