#pragma once
// 应缴 and 到账 by month: two bars for each month, stacked by 征收项目. Exact values for whoever points
// at a month, walks to it with the arrow keys, or listens.

#include "domain/receipt.h"

#include <QWidget>

namespace ui {

class MonthChart final : public QWidget {
    Q_OBJECT
public:
    MonthChart(const QString &objectName, const QString &title, QWidget *parent = nullptr);

    /// Every month of the range has its place, with or without sums.
    void setSums(domain::MonthRange months, const QVector<domain::MonthlySum> &sums);
    /// 2026-07：应缴 1,000.00，到账 900.00 …, with a line for each 征收项目.
    QString monthText(domain::Month month) const;
    std::optional<domain::Month> shownMonth() const { return m_shown; }

    QSize sizeHint() const override { return {600, 184}; }
    QSize minimumSizeHint() const override { return {320, 184}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Bars {
        QVector<qint64> payable;  ///< 分, by kind
        QVector<qint64> received;
    };

    int monthCount() const { return m_months.to.index() - m_months.from.index() + 1; }
    QRectF plot() const;
    QRectF column(int at) const;
    void show(std::optional<domain::Month> month);
    void describe();
    void paintScale(QPainter &painter, const QRectF &area) const;
    void paintLegend(QPainter &painter) const;
    void paintBar(QPainter &painter, const QRectF &area, qreal left, qreal width, const QVector<qint64> &parts,
                  bool pale) const;

    QString m_title;
    domain::MonthRange m_months;
    QVector<domain::MonthlySum> m_sums;
    QStringList m_kinds;   ///< names of the 征收项目
    QVector<Bars> m_bars;  ///< by month
    qint64 m_top = 0;      ///< 分 at the upper end of the scale
    std::optional<domain::Month> m_shown;
};

}  // namespace ui
