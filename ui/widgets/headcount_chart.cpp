#include "ui/widgets/headcount_chart.h"

#include "ui/style/tokens.h"
#include "ui/widgets/grouped.h"

#include <QPainter>

namespace ui {

HeadcountChart::HeadcountChart(const QString &objectName, const QString &title, QWidget *parent)
    : MonthPlot(objectName, title, parent)
{
    setScaleWidth(52);
}

void HeadcountChart::setCounts(domain::MonthRange months, const QVector<qint64> &counts)
{
    m_counts = counts;
    qint64 highest = 0;
    for (const qint64 count : counts)
        highest = qMax(highest, count);
    setMonths(months, topFor(highest, 1));
}

QString HeadcountChart::monthText(domain::Month month) const
{
    const qint64 count = countOf(month);
    const auto text = tr("%1：%2 人").arg(domain::monthText(month), grouped(count));
    if (month == from())
        return text;
    const qint64 more = count - countOf(month - 1);
    if (more == 0)
        return text + tr("，与上月相同");
    return text + (more > 0 ? tr("，比上月多 %1 人") : tr("，比上月少 %1 人")).arg(grouped(qAbs(more)));
}

void HeadcountChart::paintLegend(QPainter &painter) const
{
    paintLegendNote(painter, scaleWidth(), tr("单位：人"));
}

void HeadcountChart::paintMonth(QPainter &painter, const QRectF &area, domain::Month month) const
{
    const auto &c = colors(palette());
    const qint64 count = countOf(month);
    if (count == 0)
        return;
    const qreal width = qMin(28.0, area.width() * 0.5);
    const qreal height = qMax(1.0, area.height() * double(count) / double(top()));
    const QRectF bar(area.center().x() - width / 2, area.bottom() - height, width, height);
    painter.fillRect(bar, c.series[0]);
    const auto text = shortNumber(count);
    if (painter.fontMetrics().horizontalAdvance(text) + 2 > area.width())
        return;
    painter.setPen(c.secondary);
    painter.drawText(QRectF(area.left(), bar.top() - 17, area.width(), 16), Qt::AlignCenter, text);
}

}  // namespace ui
