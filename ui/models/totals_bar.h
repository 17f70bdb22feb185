#pragma once
// The line below a table: 人数合计 1,204 · 应缴费额合计 1,116.00.

#include <QVector>
#include <QWidget>

class QHBoxLayout;

namespace ui {

class TotalsBar final : public QWidget {
    Q_OBJECT
public:
    struct Total {
        QString caption;
        QString value;
    };

    explicit TotalsBar(const QString &objectName, QWidget *parent = nullptr);
    /// Hidden when there are none.
    void setTotals(const QVector<Total> &totals);
    QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row = nullptr;
    QString m_text;
};

}  // namespace ui
