#pragma once
// `unit.rules`: 系统业务规则更新 (manual 3.2.4; S7): version and contents of the rule pack.

#include "service/unit_service.h"
#include "ui/modules/unit/rule_lines.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class RulesPage final : public ListPage {
    Q_OBJECT
public:
    RulesPage(const Desk &desk, service::UnitService &units, QWidget *parent);
    /// From the store; the tax side is asked at each login, and by 更新.
    void opened() override { load(false); }

Q_SIGNALS:
    /// Other rules than the pages of the window were made by: they are to be made anew.
    void rulesChanged(const service::UnitProfile &profile);

private:
    void load(bool ask);
    void loaded(const service::UnitProfile &profile);
    void showFiltered();

    Desk m_desk;
    service::UnitService &m_units;
    ListModel<RuleLine> *m_model = nullptr;
    std::vector<RuleLine> m_lines;
    QPushButton *m_update = nullptr;
    QPushButton *m_export = nullptr;
    LatestJob m_work;
};

}  // namespace ui
