#pragma once
// Before a voucher is printed: who pays, from which account (field.md 1.5). All of it may stay empty.

#include "domain/payment.h"
#include "ui/shell/task_dialog.h"

class QLineEdit;

namespace ui {

class Form;

class PayerDialog final : public TaskDialog {
    Q_OBJECT
public:
    PayerDialog(const domain::Payer &payer, const QString &summary, const QString &confirmText, QWidget *parent);

Q_SIGNALS:
    void confirmed(const domain::Payer &payer);

private:
    void confirm();

    Form *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_bank = nullptr;
    QLineEdit *m_account = nullptr;
};

}  // namespace ui
