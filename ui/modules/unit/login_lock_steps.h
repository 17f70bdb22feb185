#pragma once
// 登录密码 (L7), before anything of a unit is shown; and what helps whoever has forgotten it.

#include "ui/modules/unit/login_step.h"

#include <QTimer>

namespace ui {

class PasswordEdit;

/// Object names login.lockPassword, login.unlock, login.lockForgot.
class UnlockStep final : public LoginStep {
    Q_OBJECT
public:
    explicit UnlockStep(QWidget *parent);
    void clear();
    void refuse(const QString &reason);
    /// Nothing can be tried for so long; the seconds are counted down.
    void wait(int seconds);
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void entered(const QString &password);
    void forgotten();

private:
    void tick();
    void judge();

    PasswordEdit *m_password = nullptr;
    LoginField *m_field = nullptr;
    QString m_reason;
    QTimer m_timer;
    int m_left = 0;
};

/// Object names login.recover.{taxNumber,password,fresh,repeat}, login.recover.
class RecoverStep final : public LoginStep {
    Q_OBJECT
public:
    explicit RecoverStep(QWidget *parent);
    void clear();
    QString taxNumber() const;
    QString password() const;
    QString fresh() const;
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void entered();

private:
    void judge();

    QLineEdit *m_number = nullptr;
    PasswordEdit *m_password = nullptr;
    PasswordEdit *m_fresh = nullptr;
    PasswordEdit *m_repeat = nullptr;
    LoginField *m_freshField = nullptr;
    LoginField *m_repeatField = nullptr;
};

}  // namespace ui
