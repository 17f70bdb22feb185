#include "ui/widgets/month_chart.h"

#include "ui/style/tokens.h"

#include <QPainter>

#include <numeric>

namespace ui {

using domain::Money;
using domain::Month;
using domain::MonthlySum;

namespace {

qint64 sumOf(const QVector<qint64> &parts)
{
    return std::accumulate(parts.begin(), parts.end(), qint64(0));
}

}  // namespace

MonthChart::MonthChart(const QString &objectName, const QString &title, QWidget *parent)
    : MonthPlot(objectName, title, parent)
{
}

void MonthChart::setSums(domain::MonthRange months, const QVector<MonthlySum> &sums)
{
    m_sums = sums;
    m_kinds.clear();
    for (const auto &sum : sums) {
        if (!m_kinds.contains(sum.collectionItem.name))
            m_kinds << sum.collectionItem.name;
    }
    m_bars.fill({QVector<qint64>(m_kinds.size()), QVector<qint64>(m_kinds.size())},
                months.to.index() - months.from.index() + 1);
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
    setMonths(months, topFor(highest, 100));  // whole yuan on every line of the scale
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

bool MonthChart::hasValues(Month month) const
{
    return sumOf(barsOf(month).payable) + sumOf(barsOf(month).received) > 0;
}

QString MonthChart::scaleText(qint64 value) const
{
    return shortNumber(value / 100);
}

void MonthChart::paintMonth(QPainter &painter, const QRectF &area, Month month) const
{
    const qreal width = qMin(22.0, area.width() * 0.32);
    const qreal middle = area.center().x();
    paintBar(painter, area, middle - width - 1, width, barsOf(month).payable, true);
    paintBar(painter, area, middle + 1, width, barsOf(month).received, false);
}

void MonthChart::paintLegend(QPainter &painter) const
{
    const auto &c = colors(palette());
    qreal x = scaleWidth();
    for (int kind = 0; kind < m_kinds.size(); ++kind)
        x = paintLegendEntry(painter, x, c.series[size_t(kind) % c.series.size()], m_kinds[kind]);
    paintLegendNote(painter, x, tr("左：应缴　右：到账　单位：元"));
}

void MonthChart::paintBar(QPainter &painter, const QRectF &area, qreal left, qreal width, const QVector<qint64> &parts,
                          bool pale) const
{
    const auto &c = colors(palette());
    qreal bottom = area.bottom();
    for (int kind = 0; kind < parts.size(); ++kind) {
        if (parts[kind] == 0)
            continue;
        const qreal height = qMax(1.0, area.height() * double(parts[kind]) / double(top()));
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

}  // namespace ui
