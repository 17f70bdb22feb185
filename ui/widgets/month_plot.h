#pragma once
// A chart with a place for every month of a range: scale at the left, months below. Exact values for whoever points at
// a month, walks to it with the arrow keys, or listens. What stands in a month is for those who derive from it.

#include "domain/receipt.h"

#include <QWidget>

namespace ui {

class MonthPlot : public QWidget {
    Q_OBJECT
public:
    std::optional<domain::Month> shownMonth() const { return m_shown; }
    /// Every value of a month; the first line is its sum.
    virtual QString monthText(domain::Month month) const = 0;

    QSize sizeHint() const override { return {600, 184}; }
    QSize minimumSizeHint() const override { return {320, 184}; }

protected:
    static constexpr int kLines = 4;  ///< of the scale

    MonthPlot(const QString &objectName, const QString &title, QWidget *parent);

    /// `top`: the value at the upper end of the scale; see topFor().
    void setMonths(domain::MonthRange months, qint64 top);
    /// Round numbers on every line of the scale: `unit` is the smallest step.
    static qint64 topFor(qint64 highest, qint64 unit);
    domain::Month from() const { return m_months.from; }
    qint64 top() const { return m_top; }
    int scaleWidth() const { return m_scaleWidth; }
    void setScaleWidth(int width) { m_scaleWidth = width; }
    /// 12 万, 8,000: short, because the exact value is said elsewhere.
    static QString shortNumber(qint64 number);

    virtual bool hasValues(domain::Month month) const = 0;
    virtual QString scaleText(qint64 value) const = 0;
    virtual void paintLegend(QPainter &painter) const = 0;
    virtual void paintMonth(QPainter &painter, const QRectF &area, domain::Month month) const = 0;
    /// A coloured square and its word; returns where the next one begins.
    qreal paintLegendEntry(QPainter &painter, qreal x, const QColor &colour, const QString &text) const;
    void paintLegendNote(QPainter &painter, qreal x, const QString &text) const;

    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int monthCount() const { return m_top == 0 ? 0 : m_months.to.index() - m_months.from.index() + 1; }
    QRectF plot() const;
    QRectF column(int at) const;
    void show(std::optional<domain::Month> month);
    void describe();
    void paintScale(QPainter &painter, const QRectF &area) const;

    domain::MonthRange m_months;
    qint64 m_top = 0;  ///< 0: nothing was set
    int m_scaleWidth = 72;
    std::optional<domain::Month> m_shown;
};

}  // namespace ui
