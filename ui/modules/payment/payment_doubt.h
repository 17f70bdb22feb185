#pragma once
// 查询结果 of a payment (X1): the tax side is asked; when it calls items failed whose bank answer may hide a deduction,
// the clerk has to confirm that no money went before they can be paid again.

#include "service/payment_service.h"
#include "ui/shell/desk.h"

namespace ui {

class ListPage;

using PaymentAsked = std::function<void(const service::PaymentOutcome &outcome)>;

/// Shows its progress and errors on `page`; `asked` gets the outcome as it stands in the end.
void askPayment(ListPage *page, const Desk &desk, service::PaymentService &payments, const QString &paymentId,
                PaymentAsked asked);

}  // namespace ui
