#pragma once
// 缴款记录 (P6): payments by agreement, item by item. Without another 状态 those that failed are left out, and 导出 writes
// what 打印 lays out: the items of the list that were really paid. Of another state 导出 has every item.

#include "service/certificate_service.h"
#include "service/payment_service.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/shell/submission_page.h"

namespace ui {

class PaymentRecordsPage final : public SubmissionPage {
    Q_OBJECT
public:
    PaymentRecordsPage(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox,
                       service::CertificateService &certificates, QWidget *parent);

private:
    Reader reader() override;
    void showDetail(const SubmissionRecord &record) override;
    void askOne(const SubmissionRecord &record) override;
    void widenQuery() override;

    void buildQuery();
    void buildActions();
    /// Which of the listed are exported, by the state they were asked for.
    WhichItems exported() const;
    void enable();

    /// What is listed, as a document.
    void print();

    service::PaymentService &m_payments;
    service::CertificateService &m_certificates;
    QString m_listed;  ///< 状态 of what is listed
    QPushButton *m_export = nullptr;
    QPushButton *m_print = nullptr;
};

}  // namespace ui
