#pragma once
// 单位参保信息查询 (manual 3.1.8.1; Q1): the unit's insurances, asked for on entry.

#include "service/unit_service.h"
#include "ui/modules/query/query_columns.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

class QPushButton;

namespace ui {

class UnitInsurancePage final : public ListPage {
    Q_OBJECT
public:
    UnitInsurancePage(const Desk &desk, service::UnitService &units, QWidget *parent);
    void opened() override;

private:
    void load(bool ask, std::function<void()> then = {});
    void loaded(const service::UnitProfile &profile);
    void showFiltered();

    Desk m_desk;
    service::UnitService &m_units;
    ListModel<UnitInsuranceRow> *m_model = nullptr;
    QPushButton *m_update = nullptr;
    QPushButton *m_export = nullptr;
    std::vector<UnitInsuranceRow> m_rows;
    LatestJob m_reading;
};

}  // namespace ui
