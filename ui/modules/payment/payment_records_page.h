#pragma once
// 缴款记录 (P6): payments by agreement, item by item; 导出 writes and 打印 lays out what the query shows.

#include "service/certificate_service.h"
#include "service/payment_service.h"
#include "ui/shell/submission_page.h"

namespace ui {

class PaymentRecordsPage final : public SubmissionPage {
    Q_OBJECT
public:
    PaymentRecordsPage(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox,
                       service::CertificateService &certificates, QWidget *parent);

private:
    Reader reader() const override;
    void showDetail(const SubmissionRecord &record) override;
    void askOne(const SubmissionRecord &record) override;

    /// What is listed, as a document.
    void print();

    service::PaymentService &m_payments;
    service::CertificateService &m_certificates;
};

}  // namespace ui
