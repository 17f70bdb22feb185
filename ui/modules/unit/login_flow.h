#pragma once
// The way in (manual 3.1.1; L rows): a page of its own in place of the window's pages. One card, one step at a time;
// nothing here is modal except 移除单位, and nothing waits on the window's thread.

#include "service/lock_service.h"
#include "service/unit_service.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/prompt.h"
#include "ui/widgets/message_strip.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace ui {

class ConfirmStep;
class LoginStep;
class LoginTrail;
class NewPasswordStep;
class PasswordStep;
class RecoverStep;
class RegistrationStep;
class TaxNumberStep;
class TonedLabel;
class UnitPickStep;
class UnlockStep;

class LoginFlow final : public QWidget {
    Q_OBJECT
public:
    LoginFlow(JobRunner &jobs, Prompt &prompt, service::UnitService &units, std::function<void()> openNetwork,
              QWidget *parent = nullptr);

    /// 登录密码 (L7) stands before everything else, once, when it is set.
    void setLock(service::LockService &lock) { m_lock = &lock; }
    /// `preferredUnit`, or the only unit known: its password. Several: the list. None: 纳税人识别号.
    void start(const std::optional<QString> &preferredUnit = {});
    /// 添加单位.
    void startAdding();
    /// The session of `unit` has ended: only its password is asked for; reloggedIn() says when it was right.
    void relogin(const QString &unit);
    /// Whether the first step has a way back to the window (a unit is logged in already); cancelled() takes it.
    void setCancellable(bool cancellable);
    /// 从备份恢复 at the top: on a new computer there is no other way in.
    void setRestore(std::function<void()> restore);
    /// 一键诊断.
    void setDiagnosis(std::function<void()> diagnose);
    MessageStrip *strip() const { return m_strip; }
    /// 演示模式: what a newcomer logs in with, below the card, and a button at the top for its settings.
    void setPractice(const QString &login, std::function<void()> openSettings);

Q_SIGNALS:
    void entered(const service::UnitProfile &profile);
    void reloggedIn(const QString &unit);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QWidget *buildTop();
    QWidget *buildCard();
    QWidget *buildButtons();
    void buildSteps();
    void connectSteps();

    // One step to the next.
    void go(LoginStep *step);
    void display(LoginStep *step);
    void back();
    void busy(const QString &text);
    void idle();
    void fail(const base::Error &error, std::function<void()> retry);
    void renderBack();
    void fitWidth();

    // What the steps lead to.
    void askLock(const std::optional<QString> &preferredUnit);
    void unlock(const QString &password);
    void recover();
    void unlocked();
    void loadKnown(const std::optional<QString> &preferredUnit);
    void pick(const domain::KnownUnit &unit);
    void lookUpHint(const QString &unit, const QString &taxNumber);
    void findRegistrations(const QString &typed);
    void choose(const domain::Registration &registration);
    void verify(const QString &password);
    void refuse(const base::Error &error, const QString &password);
    void changePassword(const QString &fresh);
    void loadProfile();
    void enter();
    void remove(const domain::KnownUnit &unit);
    void loadRemaining(const MessageStrip::Message &message);
    void abandonSession();

    JobRunner &m_jobs;
    Prompt &m_prompt;
    service::UnitService &m_units;
    std::function<void()> m_openNetwork;

    QPushButton *m_practice = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_diagnose = nullptr;
    TonedLabel *m_practiceLogin = nullptr;
    QVBoxLayout *m_place = nullptr;
    QWidget *m_card = nullptr;
    LoginTrail *m_trail = nullptr;
    TonedLabel *m_title = nullptr;
    TonedLabel *m_subtitle = nullptr;
    MessageStrip *m_strip = nullptr;
    QPushButton *m_back = nullptr;
    UnlockStep *m_unlock = nullptr;
    RecoverStep *m_recover = nullptr;
    UnitPickStep *m_pick = nullptr;
    TaxNumberStep *m_taxNumber = nullptr;
    RegistrationStep *m_registration = nullptr;
    PasswordStep *m_password = nullptr;
    NewPasswordStep *m_newPassword = nullptr;
    ConfirmStep *m_confirm = nullptr;

    QVector<LoginStep *> m_path;  ///< steps taken; the last one is shown
    QVector<domain::KnownUnit> m_known;
    QString m_unit;
    QString m_oldPassword;  ///< while it must be changed
    service::UnitProfile m_profile;
    service::LockService *m_lock = nullptr;
    bool m_again = false;
    bool m_cancellable = false;
    bool m_session = false;
    LatestJob m_work;
    LatestJob m_hintWork;
};

}  // namespace ui
