#include "ui/widgets/buttons.h"

#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/named.h"

#include <QPainter>
#include <QStyle>
#include <QVariant>

namespace ui {
namespace {

QString kindText(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Secondary: return {};
    case ButtonKind::Primary: return QStringLiteral("primary");
    case ButtonKind::Danger: return QStringLiteral("danger");
    case ButtonKind::Quiet: return QStringLiteral("quiet");
    }
    return {};
}

}  // namespace

QPushButton *button(const QString &objectName, const QString &text, Icon id, ButtonKind kind, QWidget *parent)
{
    auto *result = named(new QPushButton(text, parent), objectName, text);
    result->setAutoDefault(false);
    result->setCursor(Qt::PointingHandCursor);
    const bool filled = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
    if (id != Icon::None)
        result->setIcon(icon(id, filled ? IconColor::OnAccent
                                     : kind == ButtonKind::Quiet ? IconColor::Accent : IconColor::Secondary));
    setKind(result, kind);
    return result;
}

QToolButton *iconButton(const QString &objectName, const QString &name, Icon id, QWidget *parent)
{
    auto *result = named(new QToolButton(parent), objectName, name);
    result->setToolTip(name);
    result->setIcon(icon(id, IconColor::Secondary));
    result->setAutoRaise(true);
    result->setFixedSize(28, 28);
    result->setFocusPolicy(Qt::TabFocus);
    return result;
}

void setKind(QPushButton *button, ButtonKind kind)
{
    button->setProperty("kind", kindText(kind));
    button->update();
}

TileButton::TileButton(const QString &objectName, Icon icon, const QString &title, const QString &detail, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon)
{
    named(this, objectName, title);
    setText(title);
    setDetail(detail);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TileButton::setDetail(const QString &detail)
{
    m_detail = detail;
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

QSize TileButton::sizeHint() const
{
    const QFontMetrics title(fontOf(type::subheading, QFont::Medium));
    const QFontMetrics detail(fontOf(type::small));
    const int text = qMax(title.horizontalAdvance(this->text()), detail.horizontalAdvance(m_detail));
    return {qBound(168, text + 84, 320), 72};
}

QSize TileButton::minimumSizeHint() const
{
    return {148, sizeHint().height()};
}

void TileButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &c = colors(palette());
    const bool over = isEnabled() && underMouse();
    const bool focus = hasFocus();
    paintPanel(&painter, rect(), isDown() ? c.pressed : over ? c.hover : c.surface,
               focus ? c.accentText : over ? c.strongLine : c.line, size::radius + 2);
    const QRectF badge(16, (height() - 36) / 2.0, 36, 36);
    paintPanel(&painter, badge, isEnabled() ? c.selection : c.hover, Qt::transparent, 10);
    paintIcon(&painter, badge.adjusted(8, 8, -8, -8), m_icon, isEnabled() ? c.accentText : c.faint);
    const auto text = rect().adjusted(64, 0, -12, 0);
    painter.setFont(fontOf(type::subheading, QFont::Medium));
    painter.setPen(isEnabled() ? c.text : c.faint);
    const auto title = painter.fontMetrics().elidedText(this->text(), Qt::ElideRight, text.width());
    if (m_detail.isEmpty()) {
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, title);
        return;
    }
    painter.drawText(text.adjusted(0, 0, 0, -height() / 2 + 1), Qt::AlignBottom | Qt::AlignLeft, title);
    painter.setFont(fontOf(type::small));
    painter.setPen(isEnabled() ? c.secondary : c.faint);
    const auto detail = painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, text.width());
    painter.drawText(text.adjusted(0, height() / 2 + 3, 0, 0), Qt::AlignTop | Qt::AlignLeft, detail);
}

void TileButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void TileButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

}  // namespace ui
