#pragma once
// 选择缴款方式 (P2): two clear ways.

#include "domain/money.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class MethodDialog final : public TaskDialog {
    Q_OBJECT
public:
    MethodDialog(int count, domain::Money total, QWidget *parent);

Q_SIGNALS:
    void agreementChosen();
    void voucherChosen();
};

}  // namespace ui
