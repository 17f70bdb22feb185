#pragma once
// `unit.rules`: 系统业务规则更新 (manual 3.2.4; S7): version and contents of the rule pack.

#include "ui/modules/unit/profile_page.h"
#include "ui/modules/unit/rule_lines.h"

namespace ui {

class RulesPage final : public ProfilePage {
    Q_OBJECT
public:
    RulesPage(const Desk &desk, service::UnitService &units, QWidget *parent);

Q_SIGNALS:
    /// Other rules than the pages of the window were made by: they are to be made anew.
    void rulesChanged(const service::UnitProfile &profile);

protected:
    void loaded(const service::UnitProfile &profile, bool asked) override;

private:
    void showFiltered();

    ListModel<RuleLine> *m_model = nullptr;
    std::vector<RuleLine> m_lines;
    QPushButton *m_export = nullptr;
};

}  // namespace ui
