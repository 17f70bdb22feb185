#pragma once
// The card with the month's steps, one beside the other.

#include "ui/modules/home/month_steps.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace ui {

/// The disc before a step: its number, a tick, an arrow, or an hourglass.
class StepMark final : public QWidget {
    Q_OBJECT
public:
    explicit StepMark(int number, QWidget *parent = nullptr);
    void setMark(MonthStep::Mark mark);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    MonthStep::Mark m_mark = MonthStep::Mark::Plain;
};

/// Object names: `home.step.<n>` for the buttons, n counts from 1.
class MonthCard final : public QWidget {
    Q_OBJECT
public:
    explicit MonthCard(const QString &title, QWidget *parent = nullptr);
    void setSteps(const std::vector<MonthStep> &steps);

Q_SIGNALS:
    void openRequested(const QString &pageId);

private:
    struct Place {
        StepMark *mark = nullptr;
        TonedLabel *title = nullptr;
        TonedLabel *detail = nullptr;
        Pill *due = nullptr;
        QPushButton *go = nullptr;
        QString pageId;
    };
    void build(int count);
    QWidget *buildPlace(int index);
    void fill(Place &place, const MonthStep &step);

    Card *m_card = nullptr;
    std::vector<Place> m_places;
};

}  // namespace ui
