#include "ui/widgets/month_plot.h"

#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/grouped.h"
#include "ui/widgets/named.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace ui {

using domain::Month;

namespace {

constexpr int kLegend = 24;
constexpr int kFoot = 20;

/// 1, 2 or 5 and zeros, not below `least`.
qint64 roundUp(qint64 least)
{
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 digit : {1, 2, 5}) {
            if (digit * power >= least)
                return digit * power;
        }
    }
}

}  // namespace

MonthPlot::MonthPlot(const QString &objectName, const QString &title, QWidget *parent) : QWidget(parent)
{
    named(this, objectName, title);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

qint64 MonthPlot::topFor(qint64 highest, qint64 unit)
{
    return roundUp(qMax<qint64>(1, (highest + unit * kLines - 1) / (unit * kLines))) * unit * kLines;
}

QString MonthPlot::shortNumber(qint64 number)
{
    if (number < 10'000)
        return grouped(number);
    const QString wan = number % 10'000 == 0 ? grouped(number / 10'000)
                                             : QStringLiteral("%1.%2").arg(number / 10'000).arg(number % 10'000 / 1000);
    return tr("%1 万").arg(wan);
}

void MonthPlot::setMonths(domain::MonthRange months, qint64 top)
{
    m_months = months;
    m_top = top;
    m_shown.reset();
    describe();
    update();
}

/// What a screen reader says: the month one has walked to, otherwise the sums of each.
void MonthPlot::describe()
{
    QStringList texts;
    for (int at = 0; at < monthCount(); ++at) {
        const Month month = m_months.from + at;
        if (m_shown ? month == *m_shown : hasValues(month))
            texts << (m_shown ? monthText(month) : monthText(month).section(QLatin1Char('\n'), 0, 0));
    }
    setAccessibleDescription(texts.isEmpty() ? tr("没有数据") : texts.join(QLatin1Char('\n')));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QRectF MonthPlot::plot() const
{
    return QRectF(rect()).adjusted(m_scaleWidth, kLegend, -space::medium, -kFoot);
}

QRectF MonthPlot::column(int at) const
{
    const QRectF area = plot();
    const qreal width = area.width() / monthCount();
    return {area.left() + at * width, area.top(), width, area.height()};
}

void MonthPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fontOf(type::small));
    const auto &c = colors(palette());
    if (monthCount() == 0)
        return;
    paintLegend(painter);
    paintScale(painter, plot());
    const int every = qMax(1, int(std::ceil(64.0 * monthCount() / qMax(1.0, plot().width()))));
    for (int at = 0; at < monthCount(); ++at) {
        const QRectF area = column(at);
        const Month month = m_months.from + at;
        if (m_shown == month)
            painter.fillRect(area, c.hover);
        paintMonth(painter, area, month);
        painter.setPen(m_shown == month ? c.text : c.secondary);
        if ((monthCount() - 1 - at) % every == 0)
            painter.drawText(QRectF(area.center().x() - 40, area.bottom() + 2, 80, kFoot - 2), Qt::AlignCenter,
                             domain::monthText(month));
    }
    if (hasFocus()) {
        painter.setPen(c.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void MonthPlot::paintScale(QPainter &painter, const QRectF &area) const
{
    const auto &c = colors(palette());
    for (int line = 0; line <= kLines; ++line) {
        const qreal y = std::round(area.bottom() - area.height() * line / kLines) + 0.5;
        painter.setPen(line == 0 ? c.strongLine : c.line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(c.secondary);
        painter.drawText(QRectF(0, y - 8, m_scaleWidth - space::small, 16), Qt::AlignRight | Qt::AlignVCenter,
                         scaleText(m_top / kLines * line));
    }
}

qreal MonthPlot::paintLegendEntry(QPainter &painter, qreal x, const QColor &colour, const QString &text) const
{
    painter.fillRect(QRectF(x, 6, 10, 10), colour);
    painter.setPen(colors(palette()).secondary);
    const qreal width = painter.fontMetrics().horizontalAdvance(text);
    painter.drawText(QRectF(x + 15, 2, width + 2, 18), Qt::AlignLeft | Qt::AlignVCenter, text);
    return x + 15 + width + space::large;
}

/// At the right, where there is room for it.
void MonthPlot::paintLegendNote(QPainter &painter, qreal x, const QString &text) const
{
    const QRectF place(x, 2, width() - x - space::medium, 18);
    if (painter.fontMetrics().horizontalAdvance(text) > place.width())
        return;
    painter.setPen(colors(palette()).secondary);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
}

void MonthPlot::show(std::optional<Month> month)
{
    if (m_shown == month)
        return;
    m_shown = month;
    describe();
    update();
    if (!month)
        return QToolTip::hideText();
    const QRectF area = column(month->index() - m_months.from.index());
    QToolTip::showText(mapToGlobal(QPoint(int(area.right()), int(area.top()))), monthText(*month), this);
}

void MonthPlot::mouseMoveEvent(QMouseEvent *event)
{
    for (int at = 0; at < monthCount(); ++at) {
        if (column(at).contains(event->position()))
            return show(m_months.from + at);
    }
    show({});
}

void MonthPlot::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    show({});
}

void MonthPlot::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || monthCount() == 0)
        return QWidget::keyPressEvent(event);
    const int start = m_shown ? m_shown->index() : m_months.to.index() - step;
    show(Month::fromIndex(qBound(m_months.from.index(), start + step, m_months.to.index())));
}

void MonthPlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    show({});
}

}  // namespace ui
