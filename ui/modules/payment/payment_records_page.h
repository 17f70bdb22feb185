#pragma once
// 缴款记录 (P6): payments by agreement, item by item; 导出 writes what the query shows.

#include "service/payment_service.h"
#include "ui/shell/submission_page.h"

namespace ui {

class PaymentRecordsPage final : public SubmissionPage {
    Q_OBJECT
public:
    PaymentRecordsPage(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox, QWidget *parent);

private:
    Reader reader() const override;
    void showDetail(const SubmissionRecord &record) override;
    void askOne(const SubmissionRecord &record) override;

    service::PaymentService &m_payments;
};

}  // namespace ui
