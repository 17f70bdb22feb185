#pragma once
// `settings.backup`: 数据备份与恢复 (S3–S5; manual 3.2.2).

#include "service/backup_service.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/page.h"
#include "ui/shell/prompt.h"
#include "ui/style/tokens.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Card;
class Form;
class MessageStrip;
class PasswordEdit;
class ProgressPanel;
class TonedLabel;

class BackupPage final : public Page {
    Q_OBJECT
public:
    BackupPage(JobRunner &jobs, Prompt &prompt, service::BackupService &backups, QWidget *parent);
    void opened() override;

private:
    Card *buildNow();
    Card *buildPassword();
    Card *buildAutomatic();
    Card *buildRestore();

    void load();
    void showPlan();
    void render();
    void setPassword();
    void save();
    using Making = std::function<base::Result<service::BackupReport>(base::Job &)>;
    void askToMake();
    void make(const Making &making);
    void made(const base::Result<service::BackupReport> &report);
    void askToUndo();
    void undo();
    void giveUp();
    void say(Tone tone, const QString &text) const;
    void say(const base::Error &error) const;

    JobRunner &m_jobs;
    Prompt &m_prompt;
    service::BackupService &m_backups;
    service::BackupPlan m_plan;
    bool m_waiting = false;  ///< a restore is ready for the next start
    bool m_undoable = false;  ///< there is a file of before the last restore
    bool m_busy = false;     ///< a backup is being made
    bool m_changing = false;  ///< the form is open although there is a password
    bool m_edited = false;   ///< the plan on the page is not the stored one

    MessageStrip *m_strip = nullptr;
    TonedLabel *m_last = nullptr;
    QPushButton *m_make = nullptr;
    QPushButton *m_makeElsewhere = nullptr;
    ProgressPanel *m_progress = nullptr;
    TonedLabel *m_passwordState = nullptr;
    Form *m_passwordForm = nullptr;
    PasswordEdit *m_password = nullptr;
    PasswordEdit *m_again = nullptr;
    QPushButton *m_setPassword = nullptr;
    QCheckBox *m_automatic = nullptr;
    Form *m_planForm = nullptr;
    QLineEdit *m_keep = nullptr;
    QLineEdit *m_folder = nullptr;
    TonedLabel *m_restoreState = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_giveUp = nullptr;
    QPushButton *m_undo = nullptr;
    LatestJob m_loading;
    LatestJob m_saving;
    LatestJob m_settingPassword;
    LatestJob m_restoring;  ///< checked, undone or given up
    LatestJob m_making;
};

}  // namespace ui
