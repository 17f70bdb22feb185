#pragma once
// 缴款 (P1–P4): arrears, and the two ways to pay them.

#include "service/payment_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_text.h"

class QPushButton;

namespace ui {

class ArrearsPage final : public ListPage {
    Q_OBJECT
public:
    ArrearsPage(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox, QWidget *parent);

    void opened() override;

private:
    using ReadArrears = base::Result<service::ArrearList>;
    enum class From { Store, TaxSide };

    void buildActions();
    void buildTable();
    void load(From from, std::function<void()> then = {});
    void refresh();
    void updateCounters();
    QVector<domain::ConfirmedAmount> chosen() const;
    domain::Money chosenTotal() const;
    QString doubtfulPayment() const;

    // arrears_payment.cpp
    void chooseMethod();
    void chooseAgreement();
    void pay(const QString &agreement, const QVector<domain::ConfirmedAmount> &confirmed);
    void paid(const service::PaymentOutcome &outcome);
    void tellPayment(const service::PaymentOutcome &outcome);
    QString showRefusals(const service::PaymentOutcome &outcome);
    void askOutcome(const QString &paymentId);
    void askDoubtful();
    void preparePayer();
    void issue(const QVector<domain::ConfirmedAmount> &confirmed, const domain::Payer &payer);
    void issued(const domain::Submission &voucher, const domain::Payer &payer);
    MessageStrip::Action goTo(const QString &id, const QString &text, const QString &page);

    Desk m_desk;
    service::PaymentService &m_payments;
    service::Outbox &m_outbox;
    ListModel<domain::Arrear> *m_model = nullptr;
    QPushButton *m_pay = nullptr;
    QPushButton *m_refresh = nullptr;
    QPushButton *m_ask = nullptr;
    LatestJob m_reading;
    QString m_told;  ///< the payment whose refusals were shown last
};

}  // namespace ui
