#pragma once
// 社保费应缴信息查询 and 社保费到账信息查询 (Q4, Q5): the same months from the two ends, with the picture of both.

#include "service/certificate_service.h"
#include "service/receipt_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

ListPage *payablePage(const Desk &desk, service::ReceiptService &receipts, QWidget *parent);
ListPage *receiptPage(const Desk &desk, service::ReceiptService &receipts, service::CertificateService &certificates,
                      QWidget *parent);

}  // namespace ui
