#pragma once
// 申报密码 (L3) and the forced change of the initial one (L4).

#include "domain/unit.h"
#include "ui/modules/unit/login_step.h"

#include <QVector>

namespace ui {

class MessageStrip;
class PasswordEdit;

/// Object names login.password, login.verify, login.forgot, login.hint (which number the initial password comes from).
class PasswordStep final : public LoginStep {
    Q_OBJECT
public:
    explicit PasswordStep(QWidget *parent);
    void setUnit(const QString &name, const QString &taxNumber);
    /// Shows what the initial password is made of while it is in force.
    void setHint(const domain::Registration &registration);
    /// The session has ended while working: other words, no trail.
    void setAgain(bool again);
    void setError(const QString &reason);
    void clear();
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void entered(const QString &password);

private:
    TonedLabel *m_name = nullptr;
    TonedLabel *m_number = nullptr;
    MessageStrip *m_hint = nullptr;
    PasswordEdit *m_password = nullptr;
    LoginField *m_field = nullptr;
};

/// One condition with a tick as soon as it is met.
class RuleTick final : public QWidget {
    Q_OBJECT
public:
    explicit RuleTick(const QString &text, QWidget *parent = nullptr);
    void setMet(bool met);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TonedLabel *m_label = nullptr;
    bool m_met = false;
};

/// Object names login.newPassword, login.repeatPassword, login.changePassword.
class NewPasswordStep final : public LoginStep {
    Q_OBJECT
public:
    explicit NewPasswordStep(QWidget *parent);
    void reset(const QString &oldPassword);
    void setError(const QString &reason);
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void entered(const QString &password);

private:
    void judge();
    bool repeated() const;

    QString m_old;
    PasswordEdit *m_password = nullptr;
    PasswordEdit *m_repeat = nullptr;
    LoginField *m_field = nullptr;
    LoginField *m_repeatField = nullptr;
    RuleTick *m_length = nullptr;
    RuleTick *m_kinds = nullptr;
    RuleTick *m_differs = nullptr;
};

}  // namespace ui
