#pragma once
// 三方协议缴款 (P3): the unit's agreements, one is chosen, the total confirmed.

#include "service/payment_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class TableView;

class AgreementDialog final : public TaskDialog {
    Q_OBJECT
public:
    AgreementDialog(const Desk &desk, service::PaymentService &payments, int count, domain::Money total, QWidget *parent);

Q_SIGNALS:
    void confirmed(const QString &agreementNumber);

private:
    void build(int count, domain::Money total);
    void load();
    void loaded(const QVector<domain::Agreement> &agreements);
    void chosen();

    Desk m_desk;
    service::PaymentService &m_payments;
    TableView *m_table = nullptr;
    ListModel<domain::Agreement> *m_agreements = nullptr;
    QPushButton *m_confirm = nullptr;
    LatestJob m_reading;
};

}  // namespace ui
