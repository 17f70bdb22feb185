#pragma once
// 缴款凭证打印记录 (P5).

#include "service/payment_service.h"
#include "ui/shell/submission_page.h"

namespace ui {

class VouchersPage final : public SubmissionPage {
    Q_OBJECT
public:
    VouchersPage(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox, QWidget *parent);

private:
    Reader reader() override;
    void enter() override;
    void showDetail(const SubmissionRecord &record) override;
    void activate(const SubmissionRecord &record, const QString &column) override;
    void reprint(const domain::Submission &voucher);
    void askPayer(const domain::Submission &voucher, const domain::Payer &payer);
    void askVoid(const domain::Submission &voucher);

    service::PaymentService &m_payments;
};

}  // namespace ui
