#pragma once
// 自动备份 on the way out (S4): goes on by itself, can be skipped, and says why when it could not be made. Accepted:
// the program may end; rejected: it goes on.

#include "service/backup_service.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class ExitBackup final : public TaskDialog {
    Q_OBJECT
public:
    ExitBackup(JobRunner &jobs, service::BackupService &backups, QWidget *parent);
    void begin();

private:
    void ended(const base::Result<service::BackupReport> &report);

    JobRunner &m_jobs;
    service::BackupService &m_backups;
    QPushButton *m_stay = nullptr;
    QPushButton *m_leave = nullptr;
    QPushButton *m_again = nullptr;
    LatestJob m_making;
};

}  // namespace ui
