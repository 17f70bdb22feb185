#pragma once
// A page of what is stored about the unit: from the store when it is opened; the tax side is asked at each login, and by 更新.

#include "service/unit_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class ProfilePage : public ListPage {
    Q_OBJECT
public:
    void opened() override { load(false); }

protected:
    ProfilePage(const QString &pageId, const QString &title, const Desk &desk, service::UnitService &units, QWidget *parent);

    /// `asked`: the tax side, just now.
    virtual void loaded(const service::UnitProfile &profile, bool asked) = 0;
    const Desk &desk() const { return m_desk; }

private:
    void load(bool ask);

    Desk m_desk;
    service::UnitService &m_units;
    QPushButton *m_update = nullptr;
    LatestJob m_work;
};

}  // namespace ui
