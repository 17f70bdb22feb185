#pragma once
// A voucher becomes a PDF: where to, written on a worker, told in the page's strip.

#include "service/payment_service.h"
#include "ui/shell/desk.h"
#include "ui/widgets/message_strip.h"

namespace ui {

class ListPage;

/// `more` are further buttons of the strip; one at most.
void saveVoucher(ListPage *page, const Desk &desk, service::PaymentService &payments, const domain::Submission &voucher,
                 const domain::Payer &payer, const QVector<MessageStrip::Action> &more = {});

}  // namespace ui
