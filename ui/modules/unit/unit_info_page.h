#pragma once
// `unit.info`: 单位信息 (manual 3.2.3; S6): what the tax side has registered, with its insurances below.

#include "ui/modules/unit/profile_page.h"

namespace ui {

class UnitInfoPage final : public ProfilePage {
    Q_OBJECT
public:
    UnitInfoPage(const Desk &desk, service::UnitService &units, QWidget *parent);

protected:
    void loaded(const service::UnitProfile &profile, bool asked) override;

private:
    void buildFacts();

    QVector<QLabel *> m_facts;
    ListModel<domain::UnitInsurance> *m_model = nullptr;
};

}  // namespace ui
