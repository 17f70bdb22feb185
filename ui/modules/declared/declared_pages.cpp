#include "ui/modules/declared/declared_pages.h"

#include "ui/modules/declared/declared_page.h"

namespace ui {

std::vector<PageSpec> declaredPages(const Desk &desk, service::DeclaredService &declared)
{
    auto *service = &declared;
    const auto create = [desk, service](QWidget *parent) -> Page * {
        auto *page = new DeclaredPage(desk, *service, parent);
        QObject::connect(page, &ListPage::loginRequested, page, desk.logInAgain);
        QObject::connect(page, &ListPage::networkSettingsRequested, page, desk.openNetworkSettings);
        return page;
    };
    return {{.id = QStringLiteral("query.declared"),
             .group = DeclaredPage::tr("查询统计"),
             .title = DeclaredPage::tr("社保费申报明细查询"),
             .icon = Icon::Table,
             .create = create}};
}

}  // namespace ui
