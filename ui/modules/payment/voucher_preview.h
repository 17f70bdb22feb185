#pragma once
// A voucher as it is printed: laid out on a worker, shown, printed or saved from there.

#include "service/payment_service.h"
#include "ui/shell/desk.h"

namespace ui {

class ListPage;

void previewVoucher(ListPage *page, const Desk &desk, service::PaymentService &payments, const domain::Submission &voucher,
                    const domain::Payer &payer);

}  // namespace ui
