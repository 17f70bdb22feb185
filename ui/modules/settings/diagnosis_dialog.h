#pragma once
// 一键诊断 before any login, when nobody gets in: the page in a dialog. Opened with open(), deletes itself when closed.

#include "ui/modules/settings/diagnosis_page.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class DiagnosisDialog final : public TaskDialog {
    Q_OBJECT
public:
    /// Of `desk` no unit is needed.
    DiagnosisDialog(const Desk &desk, DiagnosisPage::Collect collect, QWidget *parent);
};

}  // namespace ui
