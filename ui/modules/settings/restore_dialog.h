#pragma once
// 恢复: what the file says about itself, its password, and the check. Accepted when the next start will apply it.

#include "service/backup_service.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/prompt.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class Form;
class MessageStrip;
class PasswordEdit;

/// 恢复 from the page and from the way in: a file is asked for and looked at, then its dialog opens. What is wrong with
/// the file is said in `strip`; `done` comes when the dialog has closed. `job` is the caller's, for the look.
struct Restoring {
    JobRunner &jobs;
    Prompt &prompt;
    service::BackupService &backups;
    QWidget *parent;
    MessageStrip *strip;
};
void chooseBackup(const Restoring &with, LatestJob &job, const std::function<void()> &done);

class RestoreDialog final : public TaskDialog {
    Q_OBJECT
public:
    RestoreDialog(JobRunner &jobs, service::BackupService &backups, const QString &file,
                  const service::BackupHead &head, QWidget *parent);

private:
    void check();
    void checked(const base::Result<service::BackupHead> &head);

    JobRunner &m_jobs;
    service::BackupService &m_backups;
    QString m_file;
    Form *m_form = nullptr;
    PasswordEdit *m_password = nullptr;
    QPushButton *m_restore = nullptr;
    LatestJob m_work;
};

}  // namespace ui
