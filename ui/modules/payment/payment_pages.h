#pragma once
// 费款缴纳 (manual 3.1.7): what the window is told about the module.

#include "service/certificate_service.h"
#include "service/payment_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

namespace ui {

std::vector<PageSpec> paymentPages(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox,
                                   service::CertificateService &certificates);

}  // namespace ui
