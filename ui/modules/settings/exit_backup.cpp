#include "ui/modules/settings/exit_backup.h"

#include "ui/shell/list_page.h"
#include "ui/widgets/message_strip.h"

#include <QPushButton>

namespace ui {

ExitBackup::ExitBackup(JobRunner &jobs, service::BackupService &backups, QWidget *parent)
    : TaskDialog(QStringLiteral("exitBackup"), tr("退出前自动备份"), parent), m_jobs(jobs), m_backups(backups)
{
    setMinimumWidth(560);
    m_stay = addClose(tr("返回程序"));
    m_leave = addButton(QStringLiteral("leave"), tr("不备份，直接退出"));
    m_again = addButton(QStringLiteral("again"), tr("重试"), ButtonKind::Primary);
    connect(m_leave, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_again, &QPushButton::clicked, this, &ExitBackup::begin);
}

void ExitBackup::begin()
{
    strip()->clear();
    m_stay->show();
    m_leave->hide();
    m_again->hide();
    showProgress(tr("正在备份本机数据，完成后自动退出；取消则不备份，直接退出"), [this] { m_making->cancel(); });
    m_making = m_jobs.run(
        this, [&backups = m_backups](base::Job &job) { return backups.makeAutomatic(job); },
        [this](const base::Result<service::BackupReport> &report) { ended(report); },
        [this](qint64 done, qint64 total) { setProgress(total > 0 ? done * 100 / total : 0, total > 0 ? 100 : 0); });
}

void ExitBackup::ended(const base::Result<service::BackupReport> &report)
{
    hideProgress();
    if (report || report.error().kind == base::Error::Kind::Cancelled) {
        accept();
        return;
    }
    strip()->show(errorMessage(report.error()));
    m_leave->show();
    m_again->show();
}

}  // namespace ui
