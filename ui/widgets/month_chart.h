#pragma once
// 应缴 and 到账 by month: two bars for each month, stacked by 征收项目.

#include "ui/widgets/month_plot.h"

namespace ui {

class MonthChart final : public MonthPlot {
    Q_OBJECT
public:
    MonthChart(const QString &objectName, const QString &title, QWidget *parent = nullptr);

    /// Every month of the range has its place, with or without sums.
    void setSums(domain::MonthRange months, const QVector<domain::MonthlySum> &sums);
    /// 2026-07：应缴 1,000.00，到账 900.00 …, with a line for each 征收项目.
    QString monthText(domain::Month month) const override;

protected:
    bool hasValues(domain::Month month) const override;
    QString scaleText(qint64 value) const override;
    void paintLegend(QPainter &painter) const override;
    void paintMonth(QPainter &painter, const QRectF &area, domain::Month month) const override;

private:
    struct Bars {
        QVector<qint64> payable;  ///< 分, by kind
        QVector<qint64> received;
    };

    const Bars &barsOf(domain::Month month) const { return m_bars.at(month.index() - from().index()); }
    void paintBar(QPainter &painter, const QRectF &area, qreal left, qreal width, const QVector<qint64> &parts,
                  bool pale) const;

    QVector<domain::MonthlySum> m_sums;
    QStringList m_kinds;   ///< names of the 征收项目
    QVector<Bars> m_bars;  ///< by month
};

}  // namespace ui
