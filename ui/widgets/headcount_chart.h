#pragma once
// How many people were insured in each month: one bar for each, with its number above it where there is room.

#include "ui/widgets/month_plot.h"

namespace ui {

class HeadcountChart final : public MonthPlot {
    Q_OBJECT
public:
    HeadcountChart(const QString &objectName, const QString &title, QWidget *parent = nullptr);

    /// One count for each month of the range.
    void setCounts(domain::MonthRange months, const QVector<qint64> &counts);
    /// 2026-07：60 人，比上月多 2 人
    QString monthText(domain::Month month) const override;

protected:
    bool hasValues(domain::Month month) const override { return countOf(month) > 0; }
    QString scaleText(qint64 value) const override { return shortNumber(value); }
    void paintLegend(QPainter &painter) const override;
    void paintMonth(QPainter &painter, const QRectF &area, domain::Month month) const override;

private:
    qint64 countOf(domain::Month month) const { return m_counts.value(month.index() - from().index()); }

    QVector<qint64> m_counts;
};

}  // namespace ui
