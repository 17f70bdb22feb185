#pragma once
// What of a payment did not succeed, or not yet: what the bank said and what to do about it (P3).

#include "service/payment_service.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class RefusalDialog final : public TaskDialog {
    Q_OBJECT
public:
    RefusalDialog(const service::PaymentOutcome &outcome, QWidget *parent);

Q_SIGNALS:
    /// 查询结果: some of the money may have moved.
    void askFirst();

private:
    void buildTable(const service::PaymentOutcome &outcome);
};

}  // namespace ui
