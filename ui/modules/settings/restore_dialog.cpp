#include "ui/modules/settings/restore_dialog.h"

#include "base/china_time.h"
#include "ui/shell/error_text.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_text.h"
#include "ui/style/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/password_edit.h"

#include <QDir>
#include <QFileInfo>
#include <QVBoxLayout>

namespace ui {

namespace {

void openRestore(const Restoring &with, const QString &file, const service::BackupHead &head,
                 const std::function<void()> &done)
{
    with.strip->clear();
    auto *dialog = new RestoreDialog(with.jobs, with.backups, file, head, with.parent);
    QObject::connect(dialog, &RestoreDialog::accepted, with.parent, [with] {
        with.prompt.tell(with.parent,
                         {.title = RestoreDialog::tr("恢复已准备好"),
                          .text = RestoreDialog::tr("请退出并重新打开程序，启动时完成恢复。在此之前可以继续工作，"
                                                    "也可以在「数据备份与恢复」中放弃恢复。")});
    });
    QObject::connect(dialog, &RestoreDialog::finished, with.parent, done);
    dialog->open();
}

}  // namespace

void chooseBackup(const Restoring &with, LatestJob &job, const std::function<void()> &done)
{
    with.prompt.openFile(with.parent, RestoreDialog::tr("选择备份文件"), RestoreDialog::tr("社保备份 (*.sbbak)"),
                         [with, &job, done](const QString &file) {
                             job = with.jobs.run(
                                 with.parent, [with, file](base::Job &) { return with.backups.look(file); },
                                 [with, file, done](const base::Result<service::BackupHead> &head) {
                                     if (head)
                                         openRestore(with, file, *head, done);
                                     else
                                         with.strip->show(errorMessage(head.error()));
                                 });
                         });
}

RestoreDialog::RestoreDialog(JobRunner &jobs, service::BackupService &backups, const QString &file,
                             const service::BackupHead &head, QWidget *parent)
    : TaskDialog(QStringLiteral("restore"), tr("恢复数据"), parent), m_jobs(jobs), m_backups(backups), m_file(file)
{
    setContentWidth(620);
    auto *facts = new Form;
    facts->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    facts->addText(tr("备份文件"), QFileInfo(file).fileName())->setToolTip(QDir::toNativeSeparators(file));
    facts->addText(tr("备份时间"), base::china::text(head.made));
    facts->addText(tr("程序版本"), head.version);
    body()->addWidget(facts);
    auto *what = new TonedLabel(
        tr("本机的单位、职工和草稿将回到备份时的内容，现在的数据文件会保留一份。备份之后提交的申报和缴款记录"
           "不会丢失；登录后程序会向税务端更新职工参保信息和欠费。"));
    what->setWordWrap(true);
    body()->addWidget(what);
    m_form = new Form;
    m_form->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_password = new PasswordEdit(QStringLiteral("restore.password"), tr("备份密码"));
    m_password->setMinimumHeight(size::control);
    m_form->addRow(tr("备份密码"), m_password, tr("制作这个备份时使用的密码"));
    body()->addWidget(m_form);
    setNote(tr("检查通过之前不会改动任何数据"));
    addClose(tr("取消"));
    m_restore = addButton(QStringLiteral("check"), tr("检查并恢复"), ButtonKind::Danger);
    connect(m_password, &QLineEdit::returnPressed, this, &RestoreDialog::check);
    connect(m_restore, &QPushButton::clicked, this, &RestoreDialog::check);
    connect(m_password, &QLineEdit::textChanged, m_form, &Form::clearErrors);
    m_password->setFocus();
}

void RestoreDialog::check()
{
    if (m_password->text().isEmpty()) {
        m_form->setError(m_password, tr("请输入备份密码"));
        m_password->setFocus();
        return;
    }
    strip()->clear();
    m_restore->setEnabled(false);
    showProgress(tr("正在检查备份文件…"), [this] { m_work->cancel(); });
    m_work = m_jobs.run(
        this,
        [&backups = m_backups, file = m_file, password = m_password->text()](base::Job &job) {
            using Head = base::Result<service::BackupHead>;
            auto head = backups.check(file, password, job);
            if (!head)
                return head;
            if (job.cancelled()) {  // after the last piece: nobody is told that it is ready
                backups.giveUpRestore();
                return Head(base::cancelled());
            }
            const auto ready = backups.confirmRestore();
            return ready ? head : Head(ready.error());
        },
        [this](const base::Result<service::BackupHead> &head) { checked(head); },
        [this](qint64 done, qint64 total) { setProgress(total > 0 ? done * 100 / total : 0, total > 0 ? 100 : 0); });
}

void RestoreDialog::checked(const base::Result<service::BackupHead> &head)
{
    hideProgress();
    m_restore->setEnabled(true);
    if (head) {
        accept();
        return;
    }
    if (head.error().code == QLatin1String("backup.password")) {
        m_form->setError(m_password, errorText(head.error()).paragraph());
        m_password->selectAll();
        m_password->setFocus();
    } else if (head.error().kind != base::Error::Kind::Cancelled) {
        strip()->show(errorMessage(head.error()));
    }
}

}  // namespace ui
