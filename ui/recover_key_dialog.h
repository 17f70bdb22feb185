#pragma once
// 用备份密码找回: the data is here and its key is not (X2). Accepted: the key is back, and the start may be tried again.

#include "ui/shell/job_runner.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class Form;
class PasswordEdit;

class RecoverKeyDialog final : public TaskDialog {
    Q_OBJECT
public:
    RecoverKeyDialog(const QString &dataFolder, QWidget *parent);

private:
    void recover();
    void recovered(const base::Result<void> &done);

    JobRunner m_jobs;
    QString m_folder;
    Form *m_form = nullptr;
    PasswordEdit *m_password = nullptr;
    QPushButton *m_recover = nullptr;
};

}  // namespace ui
