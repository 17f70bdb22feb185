#include "ui/widgets/month_chart.h"

#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/named.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <numeric>

namespace ui {

using domain::Money;
using domain::Month;
using domain::MonthlySum;

namespace {

constexpr int kLines = 4;  ///< of the scale
constexpr int kScaleWidth = 72;
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

qint64 sumOf(const QVector<qint64> &parts)
{
    return std::accumulate(parts.begin(), parts.end(), qint64(0));
}

/// 12 万, 8,000: short, because the exact amount is said elsewhere.
QString scaleText(qint64 fen)
{
    const QLocale chinese(QLocale::Chinese);
    const qint64 yuan = fen / 100;
    if (yuan < 10'000)
        return chinese.toString(yuan);
    const QString wan = yuan % 10'000 == 0 ? chinese.toString(yuan / 10'000)
                                           : QStringLiteral("%1.%2").arg(yuan / 10'000).arg(yuan % 10'000 / 1000);
    return MonthChart::tr("%1 万").arg(wan);
}

}  // namespace

MonthChart::MonthChart(const QString &objectName, const QString &title, QWidget *parent)
    : QWidget(parent), m_title(title)
{
    named(this, objectName, title);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MonthChart::setSums(domain::MonthRange months, const QVector<MonthlySum> &sums)
{
    m_months = months;
    m_sums = sums;
    m_kinds.clear();
    for (const auto &sum : sums) {
        if (!m_kinds.contains(sum.collectionItem.name))
            m_kinds << sum.collectionItem.name;
    }
    m_bars.fill({QVector<qint64>(m_kinds.size()), QVector<qint64>(m_kinds.size())}, monthCount());
    qint64 highest = 0;
    for (const auto &sum : sums) {
        if (!months.contains(sum.month))
            continue;
        auto &bars = m_bars[sum.month.index() - months.from.index()];
        const auto kind = m_kinds.indexOf(sum.collectionItem.name);
        bars.payable[kind] += qMax<qint64>(0, sum.payable.fen());
        bars.received[kind] += qMax<qint64>(0, sum.received.fen());
        highest = qMax(highest, qMax(sumOf(bars.payable), sumOf(bars.received)));
    }
    // Whole yuan on every line of the scale.
    m_top = roundUp(qMax<qint64>(1, (highest + 100 * kLines - 1) / (100 * kLines))) * 100 * kLines;
    m_shown.reset();
    describe();
    update();
}

QString MonthChart::monthText(Month month) const
{
    Money payable;
    Money received;
    QStringList lines;
    for (const auto &sum : m_sums) {
        if (sum.month != month)
            continue;
        payable += sum.payable;
        received += sum.received;
        lines << tr("%1：应缴 %2，到账 %3")
                     .arg(sum.collectionItem.name, domain::moneyText(sum.payable), domain::moneyText(sum.received));
    }
    lines.prepend(tr("%1：应缴 %2，到账 %3")
                      .arg(domain::monthText(month), domain::moneyText(payable), domain::moneyText(received)));
    return lines.join(QLatin1Char('\n'));
}

/// What a screen reader says: the month one has walked to, otherwise the sums of each.
void MonthChart::describe()
{
    QStringList texts;
    for (int at = 0; at < m_bars.size(); ++at) {
        const Month month = m_months.from + at;
        if (m_shown ? month == *m_shown : sumOf(m_bars[at].payable) + sumOf(m_bars[at].received) > 0)
            texts << (m_shown ? monthText(month) : monthText(month).section(QLatin1Char('\n'), 0, 0));
    }
    setAccessibleDescription(texts.isEmpty() ? tr("没有数据") : texts.join(QLatin1Char('\n')));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QRectF MonthChart::plot() const
{
    return QRectF(rect()).adjusted(kScaleWidth, kLegend, -space::medium, -kFoot);
}

QRectF MonthChart::column(int at) const
{
    const QRectF area = plot();
    const qreal width = area.width() / monthCount();
    return {area.left() + at * width, area.top(), width, area.height()};
}

void MonthChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fontOf(type::small));
    const auto &c = colors(palette());
    if (m_bars.isEmpty())
        return;
    paintLegend(painter);
    paintScale(painter, plot());
    const int every = qMax(1, int(std::ceil(64.0 * monthCount() / qMax(1.0, plot().width()))));
    for (int at = 0; at < m_bars.size(); ++at) {
        const QRectF area = column(at);
        const Month month = m_months.from + at;
        if (m_shown == month)
            painter.fillRect(area, c.hover);
        const qreal width = qMin(22.0, area.width() * 0.32);
        const qreal middle = area.center().x();
        paintBar(painter, area, middle - width - 1, width, m_bars[at].payable, true);
        paintBar(painter, area, middle + 1, width, m_bars[at].received, false);
        painter.setPen(m_shown == month ? c.text : c.secondary);
        if ((m_bars.size() - 1 - at) % every == 0)
            painter.drawText(QRectF(middle - 40, area.bottom() + 2, 80, kFoot - 2), Qt::AlignCenter,
                             domain::monthText(month));
    }
    if (hasFocus()) {
        painter.setPen(c.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void MonthChart::paintScale(QPainter &painter, const QRectF &area) const
{
    const auto &c = colors(palette());
    for (int line = 0; line <= kLines; ++line) {
        const qreal y = std::round(area.bottom() - area.height() * line / kLines) + 0.5;
        painter.setPen(line == 0 ? c.strongLine : c.line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(c.secondary);
        painter.drawText(QRectF(0, y - 8, kScaleWidth - space::small, 16), Qt::AlignRight | Qt::AlignVCenter,
                         scaleText(m_top / kLines * line));
    }
}

void MonthChart::paintLegend(QPainter &painter) const
{
    const auto &c = colors(palette());
    qreal x = kScaleWidth;
    const auto entry = [&](const QColor &colour, const QString &text) {
        painter.fillRect(QRectF(x, 6, 10, 10), colour);
        painter.setPen(c.secondary);
        const qreal width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRectF(x + 15, 2, width + 2, 18), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += 15 + width + space::large;
    };
    for (int kind = 0; kind < m_kinds.size(); ++kind)
        entry(c.series[size_t(kind) % c.series.size()], m_kinds[kind]);
    painter.setPen(c.secondary);
    painter.drawText(QRectF(x, 2, width() - x - space::medium, 18), Qt::AlignRight | Qt::AlignVCenter,
                     tr("左：应缴　右：到账　单位：元"));
}

void MonthChart::paintBar(QPainter &painter, const QRectF &area, qreal left, qreal width, const QVector<qint64> &parts,
                          bool pale) const
{
    const auto &c = colors(palette());
    qreal bottom = area.bottom();
    for (int kind = 0; kind < parts.size(); ++kind) {
        if (parts[kind] == 0)
            continue;
        const qreal height = qMax(1.0, area.height() * double(parts[kind]) / double(m_top));
        const QColor full = c.series[size_t(kind) % c.series.size()];
        QColor fill = full;
        if (pale)
            fill.setAlphaF(0.45f);
        const QRectF bar(left, bottom - height, width, height);
        if (pale)  // no line of the scale shines through
            painter.fillRect(bar, c.surface);
        painter.fillRect(bar, fill);
        bottom -= height;
    }
}

void MonthChart::show(std::optional<Month> month)
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

void MonthChart::mouseMoveEvent(QMouseEvent *event)
{
    for (int at = 0; at < m_bars.size(); ++at) {
        if (column(at).contains(event->position()))
            return show(m_months.from + at);
    }
    show({});
}

void MonthChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    show({});
}

void MonthChart::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_bars.isEmpty())
        return QWidget::keyPressEvent(event);
    const int from = m_shown ? m_shown->index() : m_months.to.index() - step;
    show(Month::fromIndex(qBound(m_months.from.index(), from + step, m_months.to.index())));
}

void MonthChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    show({});
}

}  // namespace ui
