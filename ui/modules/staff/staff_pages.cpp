#include "ui/modules/staff/staff_pages.h"

#include "ui/modules/staff/staff_page.h"

namespace ui {

std::vector<PageSpec> staffPages(const Desk &desk, service::StaffService &staff)
{
    auto *service = &staff;
    const auto create = [desk, service](QWidget *parent) -> Page * {
        auto *page = new StaffPage(desk, *service, parent);
        QObject::connect(page, &ListPage::loginRequested, page, desk.logInAgain);
        QObject::connect(page, &ListPage::networkSettingsRequested, page, desk.openNetworkSettings);
        return page;
    };
    return {{.id = QStringLiteral("staff.list"),
             .group = {},
             .title = StaffPage::tr("职工参保信息"),
             .icon = Icon::People,
             .create = create}};
}

}  // namespace ui
