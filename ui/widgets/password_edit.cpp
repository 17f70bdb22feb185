#include "ui/widgets/password_edit.h"

#include "ui/widgets/field_action.h"
#include "ui/widgets/named.h"

#include <QAction>
#include <QKeyEvent>

namespace ui {

PasswordEdit::PasswordEdit(const QString &objectName, const QString &accessibleName, QWidget *parent) : QLineEdit(parent)
{
    named(this, objectName, accessibleName);
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_eye = addFieldAction(this, QStringLiteral("eye"), tr("显示密码"), Icon::Eye);
    connect(m_eye, &QAction::triggered, this, [this] {
        const bool show = echoMode() == QLineEdit::Password;
        setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
        m_eye->setIcon(icon(show ? Icon::EyeOff : Icon::Eye, IconColor::Secondary));
        renameFieldAction(this, m_eye, show ? tr("隐藏密码") : tr("显示密码"));
    });
    m_capsHint = addFieldAction(this, QStringLiteral("caps"), tr("大写锁定已打开"), Icon::CapsLock, IconColor::Warning);
    m_capsHint->setVisible(false);
}

void PasswordEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_CapsLock) {
        setCaps(!m_caps);
    } else if (event->text().size() == 1 && event->text().at(0).isLetter()) {
        // Qt does not tell the lock's state; a capital without Shift (or the other way round) does.
        setCaps(event->text().at(0).isUpper() != event->modifiers().testFlag(Qt::ShiftModifier));
    }
    QLineEdit::keyPressEvent(event);
}

void PasswordEdit::focusOutEvent(QFocusEvent *event)
{
    setCaps(false);
    QLineEdit::focusOutEvent(event);
}

void PasswordEdit::setCaps(bool on)
{
    if (on == m_caps)
        return;
    m_caps = on;
    m_capsHint->setVisible(on);
    setAccessibleDescription(on ? tr("大写锁定已打开") : QString());
    Q_EMIT capsLockChanged(on);
}

}  // namespace ui
