#pragma once
// `unit.info`: 单位信息 (manual 3.2.3; S6): what the tax side has registered, with its insurances below.

#include "service/unit_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class UnitInfoPage final : public ListPage {
    Q_OBJECT
public:
    UnitInfoPage(const Desk &desk, service::UnitService &units, QWidget *parent);
    /// From the store; the tax side is asked at each login, and by 更新.
    void opened() override { load(false); }

private:
    void buildFacts();
    void load(bool ask);
    void loaded(const service::UnitProfile &profile);

    Desk m_desk;
    service::UnitService &m_units;
    QVector<QLabel *> m_facts;
    ListModel<domain::UnitInsurance> *m_model = nullptr;
    QPushButton *m_update = nullptr;
    LatestJob m_work;
};

}  // namespace ui
