#pragma once
// What is about to be declared, and the 承诺书 where the region asks for one (W2).
// Object names: wage.confirm, wage.confirm.{agree,ok,close}.

#include "domain/wage.h"
#include "ui/shell/task_dialog.h"

class QCheckBox;

namespace ui {

class WageConfirmDialog final : public TaskDialog {
    Q_OBJECT
public:
    /// `commitment`: its text; empty: none is asked for.
    WageConfirmDialog(const domain::WageForm &form, const domain::WageDraftCheck &check, const QString &commitment,
                      QWidget *parent);

private:
    void build(const domain::WageForm &form, const domain::WageDraftCheck &check);
    void buildCommitment(const QString &commitment);

    QCheckBox *m_agree = nullptr;
};

}  // namespace ui
