#pragma once
// The thin bar above the pages: which unit, which region, whether it is practice, and the way to another unit.

#include "ui/shell/main_window.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Pill;

class UnitBar final : public QWidget {
    Q_OBJECT
public:
    explicit UnitBar(QWidget *parent = nullptr);
    void setUnit(const UnitInfo &unit);
Q_SIGNALS:
    void switchRequested();
    void searchRequested();
    void practiceSettingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_name = nullptr;
    QLabel *m_facts = nullptr;
    Pill *m_practice = nullptr;
    QPushButton *m_practiceSettings = nullptr;
    QPushButton *m_search = nullptr;
    QPushButton *m_switch = nullptr;
};

}  // namespace ui
