// Item views, headers, scroll bars, menus.
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTreeView>

namespace ui {

void Style::drawFocus(const QStyleOption *option, QPainter *painter) const
{
    if (!(option->state & State_KeyboardFocusChange) && !(option->state & State_Item))
        return;
    const auto &c = colors(option->palette);
    paintPanel(painter, option->rect, Qt::transparent, c.accentText, size::smallRadius);
}

void Style::drawItemPanel(const QStyleOptionViewItem *option, QPainter *painter) const
{
    const auto &c = colors(option->palette);
    if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
    if (option->state & State_Selected)
        paintPanel(painter, option->rect.adjusted(2, 1, -2, -1), c.selection, Qt::transparent, size::smallRadius);
    else if ((option->state & State_MouseOver) && (option->state & State_Enabled))
        paintPanel(painter, option->rect.adjusted(2, 1, -2, -1), c.hover, Qt::transparent, size::smallRadius);
}

void Style::drawHeaderSection(const QStyleOption *option, QPainter *painter) const
{
    const auto &c = colors(option->palette);
    const auto &rect = option->rect;
    const bool over = (option->state & State_MouseOver) && (option->state & State_Enabled);
    painter->fillRect(rect, over ? c.hover : c.header);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.line);
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header && header->position != QStyleOptionHeader::End && header->position != QStyleOptionHeader::OnlyOneSection)
        painter->fillRect(QRect(rect.right(), rect.top() + 9, 1, rect.height() - 18), c.line);
}

void Style::drawHeaderLabel(const QStyleOptionHeader *option, QPainter *painter, const QWidget *widget) const
{
    const auto &c = colors(option->palette);
    auto rect = option->rect;
    if (widget && option->sortIndicator != QStyleOptionHeader::None)
        rect.setRight(rect.right() - 4);
    painter->save();
    painter->setFont(fontOf(type::small, QFont::Medium));
    painter->setPen(option->sortIndicator == QStyleOptionHeader::None ? c.secondary : c.accentText);
    const auto text = painter->fontMetrics().elidedText(option->text, Qt::ElideRight, rect.width());
    painter->drawText(rect, int(option->textAlignment) | Qt::AlignVCenter | Qt::TextSingleLine, text);
    painter->restore();
}

void Style::drawMenuItem(const QStyleOptionMenuItem *option, QPainter *painter) const
{
    const auto &c = colors(option->palette);
    const auto rect = option->rect;
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1), c.line);
        return;
    }
    const bool enabled = option->state & State_Enabled;
    if (enabled && (option->state & State_Selected))
        paintPanel(painter, rect.adjusted(1, 0, -1, 0), c.selection, Qt::transparent, size::smallRadius);
    QRect glyph(rect.left() + 10, 0, size::icon, size::icon);
    glyph.moveTop(rect.center().y() - size::icon / 2);
    if (option->checked)
        paintIcon(painter, glyph, Icon::Check, c.accentText);
    else if (!option->icon.isNull())
        option->icon.paint(painter, glyph, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    painter->save();
    painter->setPen(enabled ? c.text : c.faint);
    const auto words = option->text.split(QLatin1Char('\t'));
    const auto text = rect.adjusted(36, 0, -14, 0);
    painter->setFont(option->font);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, words.first());
    if (words.size() > 1) {
        painter->setPen(c.secondary);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, words.at(1));
    }
    painter->restore();
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu) {
        glyph.moveRight(rect.right() - 6);
        paintIcon(painter, glyph, Icon::ChevronRight, c.secondary);
    }
}

QRect Style::scrollBarRect(const QStyleOptionSlider *option, SubControl part) const
{
    const bool horizontal = option->orientation == Qt::Horizontal;
    const int length = horizontal ? option->rect.width() : option->rect.height();
    const qint64 range = qint64(option->maximum) - option->minimum;
    int slider = length;
    if (range > 0)
        slider = qBound(qMin(32, length), int(qint64(option->pageStep) * length / (range + option->pageStep)), length);
    const int start = sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition, length - slider,
                                              option->upsideDown);
    int from = 0;
    int size = 0;
    if (part == SC_ScrollBarSlider) {
        from = start;
        size = slider;
    } else if (part == SC_ScrollBarSubPage) {
        size = start;
    } else if (part == SC_ScrollBarAddPage) {
        from = start + slider;
        size = length - from;
    } else if (part == SC_ScrollBarGroove) {
        size = length;
    }
    const QRect rect = horizontal ? QRect(from, 0, size, option->rect.height()) : QRect(0, from, option->rect.width(), size);
    return visualRect(option->direction, option->rect, rect.translated(option->rect.topLeft()));
}

void Style::drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const
{
    const auto &c = colors(option->palette);
    // Inside a list the bar's ground is the list's.
    const bool inList = widget && widget->parentWidget() && widget->parentWidget()->parentWidget()
        && qobject_cast<QAbstractItemView *>(widget->parentWidget()->parentWidget());
    painter->fillRect(option->rect, option->palette.color(inList ? QPalette::Base : QPalette::Window));
    if (option->maximum <= option->minimum)
        return;
    const bool active = option->state & (State_MouseOver | State_Sunken);
    const int gap = active ? 2 : 3;
    const auto slider = QRectF(scrollBarRect(option, SC_ScrollBarSlider)).adjusted(gap, gap, -gap, -gap);
    const auto fill = (option->state & State_Sunken) ? c.secondary : active ? c.faint : c.strongLine;
    paintPanel(painter, slider, fill, Qt::transparent, qMin(slider.width(), slider.height()) / 2);
}

}  // namespace ui
