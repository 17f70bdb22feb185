#pragma once
// 批量修改 (W7): one 生效年月, and the new wage by a ratio of the old one or as a fixed amount, for the chosen people.
// Object names: wage.bulk, wage.bulk.{month,insurance,keep,ratio,percent,fixed,amount,confirm,close}.

#include "service/wage_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

class QComboBox;
class QLineEdit;
class QRadioButton;

namespace ui {

class Form;
class MoneyEdit;
class MonthEdit;

class WageBulkDialog final : public TaskDialog {
    Q_OBJECT
public:
    /// `withoutWage`: how many of the chosen have no old wage, which a ratio cannot change.
    WageBulkDialog(const Desk &desk, const service::WageTarget &target, qint64 chosen, qint64 withoutWage, QWidget *parent);

Q_SIGNALS:
    void confirmed(const service::WageChange &change);

private:
    void build();
    void render();
    void confirm();

    Desk m_desk;
    service::WageTarget m_target;
    qint64 m_withoutWage;
    Form *m_form = nullptr;
    MonthEdit *m_month = nullptr;
    QComboBox *m_insurance = nullptr;  ///< by insurance only
    QRadioButton *m_keep = nullptr;
    QRadioButton *m_byRatio = nullptr;
    QRadioButton *m_fixed = nullptr;
    QLineEdit *m_percent = nullptr;
    MoneyEdit *m_amount = nullptr;
    QPushButton *m_confirm = nullptr;  ///< once there is something to change
};

/// 105 or 105.5 as millionths; nothing for what is no percentage from 0.0001 to 1000.
std::optional<int> ratioFromTyped(const QString &text);

}  // namespace ui
