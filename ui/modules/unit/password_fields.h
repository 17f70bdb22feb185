#pragma once
// The present password, a new one, and the new one again: 申报密码设置 (S8) and 登录密码设置 (S9).

#include <QWidget>

#include <functional>

namespace ui {

class LoginField;
class PasswordEdit;

/// Object names `<prefix>.present`, `<prefix>.fresh`, `<prefix>.repeat`.
class PasswordFields final : public QWidget {
    Q_OBJECT
public:
    struct Words {
        QString present;
        QString fresh;
        QString rule;  ///< below the new one
    };
    /// Why a new password will not do; empty when it will.
    using Judge = std::function<QString(const QString &fresh, const QString &present)>;

    PasswordFields(const QString &prefix, const Words &words, Judge judge, QWidget *parent = nullptr);
    /// Without one there is none to give.
    void setPresentAsked(bool asked);
    QString present() const;
    QString fresh() const;
    bool presentGiven() const;
    /// Everything that is asked for is there, and fits.
    bool isReady() const { return m_ready; }
    void refusePresent(const QString &reason);
    void refuseFresh(const QString &reason);
    void clear();

Q_SIGNALS:
    void changed();
    /// Enter in the last field.
    void submitted();

private:
    void judge();

    Judge m_judge;
    PasswordEdit *m_present = nullptr;
    PasswordEdit *m_fresh = nullptr;
    PasswordEdit *m_repeat = nullptr;
    LoginField *m_presentField = nullptr;
    LoginField *m_freshField = nullptr;
    LoginField *m_repeatField = nullptr;
    bool m_asked = true;
    bool m_ready = false;
};

}  // namespace ui
