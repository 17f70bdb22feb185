// Buttons, fields, checks, combo boxes, progress, tabs.
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QPainter>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

namespace ui {
namespace {

enum class Kind { Secondary, Primary, Danger, Quiet };

Kind kindOf(const QWidget *widget)
{
    const auto text = widget ? widget->property("kind").toString() : QString();
    if (text == QLatin1String("primary"))
        return Kind::Primary;
    if (text == QLatin1String("danger"))
        return Kind::Danger;
    if (text == QLatin1String("quiet"))
        return Kind::Quiet;
    return Kind::Secondary;
}

struct Panel {
    QColor fill;
    QColor line;
};

Panel panelOf(Kind kind, QStyle::State state, const Colors &c)
{
    const bool down = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = state & QStyle::State_MouseOver;
    if (!(state & QStyle::State_Enabled))
        return kind == Kind::Quiet ? Panel{Qt::transparent, Qt::transparent} : Panel{c.hover, c.line};
    switch (kind) {
    case Kind::Primary: {
        const auto fill = down ? c.accentPressed : over ? c.accentHover : c.accent;
        return {fill, fill};
    }
    case Kind::Danger: {
        const auto fill = down || over ? c.dangerHover : c.danger;
        return {fill, fill};
    }
    case Kind::Quiet: return {down ? c.pressed : over ? c.hover : QColor(Qt::transparent), Qt::transparent};
    case Kind::Secondary: return {down ? c.pressed : over ? c.hover : c.surface, c.strongLine};
    }
    return {c.surface, c.strongLine};
}

bool showsFocus(QStyle::State state)
{
    return (state & QStyle::State_HasFocus) && (state & QStyle::State_KeyboardFocusChange);
}

/// Two pixels of accent around, with a gap of surface so that it shows on a filled button too.
void paintRing(QPainter *painter, const QRectF &rect, const Colors &c, bool gap)
{
    paintPanel(painter, rect, Qt::transparent, c.accentText, size::radius);
    paintPanel(painter, rect.adjusted(1, 1, -1, -1), Qt::transparent, gap ? c.surface : c.accentText, size::radius - 1);
}

}  // namespace

void paintPanel(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, radius > 0);
    painter->setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, 1));
    painter->setBrush(fill.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(fill));
    const auto inner = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    radius > 0 ? painter->drawRoundedRect(inner, radius, radius) : painter->drawRect(inner);
    painter->restore();
}

void Style::drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto &c = colors(option->palette);
    const auto kind = kindOf(widget);
    const auto panel = panelOf(kind, option->state, c);
    paintPanel(painter, option->rect, panel.fill, panel.line, size::radius);
    if (showsFocus(option->state))
        paintRing(painter, option->rect, c, kind == Kind::Primary || kind == Kind::Danger);
}

void Style::drawButtonLabel(const QStyleOptionButton *option, QPainter *painter, const QWidget *widget) const
{
    const auto &c = colors(option->palette);
    const auto kind = kindOf(widget);
    QStyleOptionButton copy(*option);
    copy.state &= ~(State_On | State_Sunken | State_HasFocus);
    if (option->state & State_Enabled) {
        const bool filled = kind == Kind::Primary || kind == Kind::Danger;
        copy.palette.setColor(QPalette::ButtonText, filled ? c.onAccent : kind == Kind::Quiet ? c.accentText : c.text);
    }
    QProxyStyle::drawControl(CE_PushButtonLabel, &copy, painter, widget);
}

void Style::drawToolPanel(const QStyleOption *option, QPainter *painter) const
{
    const auto &c = colors(option->palette);
    const auto panel = panelOf(option->state & State_AutoRaise ? Kind::Quiet : Kind::Secondary, option->state, c);
    paintPanel(painter, option->rect, panel.fill, panel.line, size::smallRadius);
    if (showsFocus(option->state))
        paintRing(painter, option->rect, c, false);
}

void Style::drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto &c = colors(option->palette);
    const bool enabled = option->state & State_Enabled;
    const bool invalid = widget && widget->property("invalid").toBool();
    const bool focus = enabled && (option->state & State_HasFocus);
    const auto line = invalid ? c.danger
        : focus              ? c.accent
        : !enabled           ? c.line
                             : (option->state & State_MouseOver) ? c.faint : c.strongLine;
    const bool fixed = !enabled || (option->state & State_ReadOnly);
    paintPanel(painter, option->rect, fixed ? c.hover : c.surface, line, size::radius);
    if (focus)
        paintPanel(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), Qt::transparent,
                   invalid ? c.error.line : c.selection, size::radius - 1);
}

void Style::drawCheck(const QStyleOption *option, QPainter *painter, bool round) const
{
    const auto &c = colors(option->palette);
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & State_On;
    const bool some = option->state & State_NoChange;
    const qreal side = qMin(option->rect.width(), option->rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    const auto fill = on || some ? (enabled ? c.accent : c.faint) : enabled ? c.surface : c.hover;
    const auto line = on || some ? fill : (option->state & State_MouseOver) ? c.accent : c.strongLine;
    paintPanel(painter, box, fill, line, round ? side / 2 : size::smallRadius);
    if (round && on)
        paintPanel(painter, box.adjusted(5, 5, -5, -5), c.onAccent, c.onAccent, side);
    else if (on)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), Icon::Check, c.onAccent);
    else if (some)
        paintIcon(painter, box.adjusted(1, 1, -1, -1), Icon::Remove, c.onAccent);
}

void Style::drawComboBox(const QStyleOptionComboBox *option, QPainter *painter, const QWidget *widget) const
{
    const auto &c = colors(option->palette);
    drawField(option, painter, widget);
    const auto arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    QRect glyph(0, 0, size::icon, size::icon);
    glyph.moveCenter(arrow.center());
    paintIcon(painter, glyph, Icon::ChevronDown, option->state & State_Enabled ? c.secondary : c.faint);
}

void Style::drawSpinBox(const QStyleOptionSpinBox *option, QPainter *painter, const QWidget *widget) const
{
    const auto &c = colors(option->palette);
    drawField(option, painter, widget);
    const auto arrow = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, Icon icon) {
        const auto rect = subControlRect(CC_SpinBox, option, part, widget);
        const bool enabled = (option->state & State_Enabled) && (option->stepEnabled & step);
        if (enabled && option->activeSubControls == part)
            paintPanel(painter, rect, option->state & State_Sunken ? c.pressed : c.hover, Qt::transparent, size::smallRadius);
        QRect glyph(0, 0, size::icon - 2, size::icon - 2);
        glyph.moveCenter(rect.center());
        paintIcon(painter, glyph, icon, enabled ? c.secondary : c.faint);
    };
    arrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Icon::ChevronUp);
    arrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Icon::ChevronDown);
}

void Style::drawProgress(const QStyleOptionProgressBar *option, QPainter *painter, const QWidget *widget) const
{
    const auto &c = colors(option->palette);
    QRectF track(option->rect);
    const qreal height = qMin<qreal>(track.height(), 6);
    track = QRectF(track.left(), track.center().y() - height / 2, track.width(), height);
    paintPanel(painter, track, c.pressed, Qt::transparent, height / 2);
    QRectF bar = track;
    if (option->maximum > option->minimum) {
        const auto span = qreal(option->maximum) - option->minimum;
        bar.setWidth(track.width() * qBound(0.0, (qreal(option->progress) - option->minimum) / span, 1.0));
    } else {
        // Unknown length: the owner moves the dynamic property `phase` from 0 to 1.
        const qreal phase = widget ? widget->property("phase").toReal() : 0;
        bar.setWidth(track.width() * 0.3);
        bar.moveLeft(track.left() + (track.width() - bar.width()) * phase);
    }
    if (bar.width() >= height)
        paintPanel(painter, bar, c.accent, Qt::transparent, height / 2);
}

void Style::drawTab(const QStyleOptionTab *option, QPainter *painter) const
{
    const auto &c = colors(option->palette);
    const bool selected = option->state & State_Selected;
    if (!selected && (option->state & State_MouseOver))
        paintPanel(painter, option->rect.adjusted(2, 4, -2, -4), c.hover, Qt::transparent, size::smallRadius);
    if (selected)
        painter->fillRect(QRect(option->rect.left() + 8, option->rect.bottom() - 1, option->rect.width() - 16, 2), c.accent);
}

}  // namespace ui
