#pragma once
// 移除单位 (L6): the user decides whether its data on this computer stays.

#include "domain/unit.h"
#include "ui/shell/prompt.h"
#include "ui/shell/task_dialog.h"

class QRadioButton;

namespace ui {

class UnitRemoval final : public TaskDialog {
    Q_OBJECT
public:
    UnitRemoval(const domain::KnownUnit &unit, Prompt &prompt, QWidget *parent);

Q_SIGNALS:
    void chosen(bool eraseData);

private:
    void confirm();
    void renderButton();

    QString m_unitName;
    Prompt &m_prompt;
    QRadioButton *m_keep = nullptr;
    QRadioButton *m_erase = nullptr;
    QPushButton *m_confirm = nullptr;
};

}  // namespace ui
