#pragma once
// Buttons in their four kinds, and tiles.

#include "ui/style/icons.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QToolButton>

namespace ui {

/// Primary: the one thing the page is for. Danger: cannot be taken back. Quiet: no frame until hovered.
enum class ButtonKind { Secondary, Primary, Danger, Quiet };

QPushButton *button(const QString &objectName, const QString &text, Icon icon = Icon::None,
                    ButtonKind kind = ButtonKind::Secondary, QWidget *parent = nullptr);
/// A square button with an icon only; `name` is its tooltip and accessible name.
QToolButton *iconButton(const QString &objectName, const QString &name, Icon icon, QWidget *parent = nullptr);
void setKind(QPushButton *button, ButtonKind kind);

/// A large button with an icon, a title and a line below: 常用功能 on the home page, choices in a dialog.
class TileButton final : public QAbstractButton {
    Q_OBJECT
public:
    TileButton(const QString &objectName, Icon icon, const QString &title, const QString &detail = {},
               QWidget *parent = nullptr);
    void setDetail(const QString &detail);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Icon m_icon;
    QString m_detail;
};

}  // namespace ui
