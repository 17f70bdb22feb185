#include "ui/style/style.h"

#include "ui/style/icons.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace ui {

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QToolButton *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // A field keeps its height when its page runs out of room. The ones inside other controls follow those.
    const bool field = qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget);
    const auto *parent = widget->parentWidget();
    const bool inner = qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent);
    if (field && !inner && widget->minimumHeight() == 0)
        widget->setMinimumHeight(size::control);
}

QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    if (standard == SP_LineEditClearButton)
        return icon(Icon::Close, IconColor::Secondary);
    return QProxyStyle::standardIcon(standard, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // Only what differs from Fusion is named; the list of all metrics is Qt's.
    const int wanted = int(metric);
    if (wanted == PM_ScrollBarExtent)
        return size::scrollBar;
    if (wanted == PM_ScrollView_ScrollBarOverlap || wanted == PM_ScrollView_ScrollBarSpacing
        || wanted == PM_ButtonShiftHorizontal || wanted == PM_ButtonShiftVertical)
        return 0;
    if (wanted == PM_ScrollBarSliderMin)
        return 32;
    if (wanted == PM_SmallIconSize || wanted == PM_ButtonIconSize || wanted == PM_IndicatorWidth
        || wanted == PM_IndicatorHeight || wanted == PM_ExclusiveIndicatorWidth || wanted == PM_ExclusiveIndicatorHeight)
        return size::icon;
    if (wanted == PM_MenuHMargin || wanted == PM_MenuVMargin)
        return space::tiny;
    if (wanted == PM_HeaderMargin)
        return space::small;
    if (wanted == PM_DefaultFrameWidth || wanted == PM_MenuPanelWidth)
        return 1;
    if (wanted == PM_MenuButtonIndicator)
        return 16;
    if (wanted == PM_CheckBoxLabelSpacing || wanted == PM_RadioButtonLabelSpacing)
        return space::small;
    if (wanted == PM_TabBarTabHSpace)
        return 28;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    const int wanted = int(hint);
    if (wanted == SH_EtchDisabledText || wanted == SH_Widget_Animation_Duration || wanted == SH_ComboBox_Popup)
        return 0;
    if (wanted == SH_ItemView_ShowDecorationSelected || wanted == SH_Header_ArrowAlignment)
        return 1;
    if (wanted == SH_Table_GridLineColor)
        return int(colors(option ? option->palette : QPalette()).line.rgb());
    if (wanted == SH_ToolTip_WakeUpDelay)
        return 500;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const int wanted = int(type);
    auto result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (wanted == CT_PushButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool bare = button && button->text.isEmpty();
        const bool flush = widget && widget->property("flush").toBool();
        const int width = size.width() + 2 * (bare ? 7 : flush ? 0 : 13) + (button && !button->icon.isNull() && !bare ? 2 : 0);
        return {qMax(width, bare ? size::control : 64), qMax(size.height() + 8, size::control)};
    }
    if (wanted == CT_LineEdit || wanted == CT_ComboBox || wanted == CT_SpinBox)
        return {result.width() + (wanted == CT_ComboBox ? 8 : 0), qMax(result.height() - 2, size::control)};
    if (wanted == CT_MenuItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        return {size.width() + 64, 30};
    }
    if (wanted == CT_TabBarTab)
        return {result.width(), qMax(result.height(), 36)};
    return result;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(space::small - 2, 1, -(space::small - 2), -1);
    }
    if (element == SE_PushButtonContents || element == SE_PushButtonFocusRect)
        return option->rect.adjusted(3, 2, -3, -2);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(bar, part);
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->rect.adjusted(space::small, 1, -26, -1);
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return QRect(option->rect.right() - 25, option->rect.top(), 25, option->rect.height());
    if (control == CC_SpinBox && (part == SC_SpinBoxUp || part == SC_SpinBoxDown)) {
        const auto half = option->rect.height() / 2;
        const auto top = part == SC_SpinBoxUp ? option->rect.top() + 2 : option->rect.top() + half;
        return {option->rect.right() - 21, top, 20, half - 2};
    }
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return option->rect.adjusted(space::small, 1, -24, -1);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const auto &c = colors(option->palette);
    const int wanted = int(element);
    if (wanted == PE_PanelButtonCommand)
        return drawButtonPanel(option, painter, widget);
    if (wanted == PE_PanelButtonTool)
        return drawToolPanel(option, painter);
    if (wanted == PE_PanelLineEdit) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(option, painter, widget);
        return;
    }
    if (wanted == PE_FrameLineEdit || wanted == PE_FrameButtonBevel || wanted == PE_FrameTabWidget)
        return;
    if (wanted == PE_IndicatorCheckBox || wanted == PE_IndicatorItemViewItemCheck)
        return drawCheck(option, painter, false);
    if (wanted == PE_IndicatorRadioButton)
        return drawCheck(option, painter, true);
    if (wanted == PE_FrameFocusRect)
        return drawFocus(option, painter);
    if (wanted == PE_PanelItemViewItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return drawItemPanel(item, painter);
    }
    if (wanted == PE_PanelItemViewRow)
        return;
    if (wanted == PE_PanelScrollAreaCorner)
        return painter->fillRect(option->rect, c.surface);
    if (wanted == PE_Frame || wanted == PE_FrameMenu || wanted == PE_PanelMenu || wanted == PE_PanelTipLabel) {
        const bool filled = wanted != PE_Frame && wanted != PE_FrameMenu;
        return paintPanel(painter, option->rect, filled ? c.raised : QColor(Qt::transparent),
                          wanted == PE_Frame ? c.line : c.strongLine, 0);
    }
    if (wanted == PE_FrameTabBarBase)
        return painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
    if (wanted == PE_IndicatorArrowDown)
        return paintIcon(painter, option->rect, Icon::MenuDown,
                         option->state & State_Enabled ? option->palette.color(QPalette::ButtonText) : c.faint);
    if (wanted == PE_IndicatorHeaderArrow) {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const bool down = header && header->sortIndicator == QStyleOptionHeader::SortUp;  // Qt's Up points down
        return paintIcon(painter, option->rect, down ? Icon::ArrowDown : Icon::ArrowUp, c.accentText);
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const int wanted = int(element);
    if (wanted == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return drawButtonLabel(button, painter, widget);
    }
    if (wanted == CE_HeaderSection || wanted == CE_HeaderEmptyArea)
        return drawHeaderSection(option, painter);
    if (wanted == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return drawHeaderLabel(header, painter, widget);
    }
    if (wanted == CE_ItemViewItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem copy(*item);
            copy.palette.setColor(QPalette::HighlightedText, colors(option->palette).text);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
    }
    if (wanted == CE_MenuItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return drawMenuItem(item, painter);
    }
    if (wanted == CE_MenuEmptyArea)
        return;
    if (wanted == CE_ProgressBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return drawProgress(bar, painter, widget);
    }
    if (wanted == CE_TabBarTabShape) {
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return drawTab(tab, painter);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return drawScrollBar(bar, painter, widget);
    }
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return drawComboBox(box, painter, widget);
    }
    if (control == CC_SpinBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return drawSpinBox(box, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

}  // namespace ui
