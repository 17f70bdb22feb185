#pragma once
// `unit.list`: 单位管理 (L6).

#include "service/unit_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class UnitListPage final : public ListPage {
    Q_OBJECT
public:
    UnitListPage(const Desk &desk, service::UnitService &units, QWidget *parent);
    void opened() override { load(); }

Q_SIGNALS:
    void switchRequested(const QString &unit);
    void addRequested();

private:
    void buildActions();
    void load();
    void arrange();
    void remove();
    void askToSwitch(const QString &unit);
    QString selected() const;

    Desk m_desk;
    service::UnitService &m_units;
    std::vector<domain::KnownUnit> m_all;
    ListModel<domain::KnownUnit> *m_model = nullptr;
    QPushButton *m_switch = nullptr;
    QPushButton *m_remove = nullptr;
    LatestJob m_work;
};

}  // namespace ui
