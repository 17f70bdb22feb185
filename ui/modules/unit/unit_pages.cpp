#include "ui/modules/unit/unit_pages.h"

#include "ui/modules/unit/unit_list_page.h"

namespace ui {

std::vector<PageSpec> unitPages(const Desk &desk, service::UnitService &units,
                                std::function<void(const QString &unit)> switchTo, std::function<void()> addUnit)
{
    auto *service = &units;
    const auto create = [desk, service, switchTo, addUnit](QWidget *parent) -> Page * {
        auto *page = new UnitListPage(desk, *service, parent);
        QObject::connect(page, &UnitListPage::switchRequested, page, switchTo);
        QObject::connect(page, &UnitListPage::addRequested, page, addUnit);
        QObject::connect(page, &ListPage::loginRequested, page, desk.logInAgain);
        QObject::connect(page, &ListPage::networkSettingsRequested, page, desk.openNetworkSettings);
        return page;
    };
    return {{.id = QStringLiteral("unit.list"),
             .group = UnitListPage::tr("系统设置"),
             .title = UnitListPage::tr("单位管理"),
             .icon = Icon::Unit,
             .create = create}};
}

}  // namespace ui
