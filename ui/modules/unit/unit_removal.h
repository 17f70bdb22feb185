#pragma once
// 移除单位 (L6): the user decides whether its data on this computer stays, and reads what exactly would go.

#include "service/unit_service.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/prompt.h"
#include "ui/shell/task_dialog.h"

class QRadioButton;

namespace ui {

class UnitRemoval final : public TaskDialog {
    Q_OBJECT
public:
    UnitRemoval(const domain::KnownUnit &unit, JobRunner &jobs, service::UnitService &units, Prompt &prompt,
                QWidget *parent);

Q_SIGNALS:
    void chosen(bool eraseData);

private:
    void count(const domain::KnownUnit &unit, JobRunner &jobs, service::UnitService &units);
    void showHoldings(const domain::UnitHoldings &holdings);
    void confirm();
    void renderButton();

    QString m_unitName;
    Prompt &m_prompt;
    QString m_goes;  ///< what would go, in words
    TonedLabel *m_what = nullptr;
    QRadioButton *m_keep = nullptr;
    QRadioButton *m_erase = nullptr;
    QPushButton *m_confirm = nullptr;
    LatestJob m_counting;
};

}  // namespace ui
