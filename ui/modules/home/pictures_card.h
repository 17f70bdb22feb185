#pragma once
// The last twelve months in two pictures (X9): fees by insurance, and how many people were insured.

#include "service/home_service.h"
#include "ui/widgets/card.h"

class QStackedWidget;

namespace ui {

class EmptyState;
class HeadcountChart;
class MonthChart;

/// Object names: `home.fees`, `home.headcount` for the charts.
class PicturesCard final : public QWidget {
    Q_OBJECT
public:
    explicit PicturesCard(QWidget *parent = nullptr);
    void setPictures(const service::HomePictures &pictures, const QDateTime &now);

Q_SIGNALS:
    void openRequested(const QString &pageId);

private:
    struct Picture {
        Card *card = nullptr;
        TonedLabel *age = nullptr;
        QStackedWidget *stack = nullptr;  ///< the chart, or why there is none
        EmptyState *empty = nullptr;
    };
    Picture build(const QString &name, const QString &title, QWidget *chart);
    static void setAge(const Picture &picture, const QDateTime &at, const QDateTime &now);

    MonthChart *m_feeChart = nullptr;
    HeadcountChart *m_headcountChart = nullptr;
    Picture m_fees;
    Picture m_headcount;
};

}  // namespace ui
