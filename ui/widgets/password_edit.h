#pragma once
// A password field with an eye to show it and a hint while Caps Lock is on.

#include <QLineEdit>

class QAction;

namespace ui {

class PasswordEdit final : public QLineEdit {
    Q_OBJECT
public:
    explicit PasswordEdit(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    bool capsLockSeen() const { return m_caps; }

Q_SIGNALS:
    void capsLockChanged(bool on);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setCaps(bool on);
    QAction *m_eye = nullptr;
    QAction *m_capsHint = nullptr;
    bool m_caps = false;
};

}  // namespace ui
