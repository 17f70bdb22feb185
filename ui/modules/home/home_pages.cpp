#include "ui/modules/home/home_pages.h"

#include "ui/modules/home/home_page.h"

namespace ui {

std::vector<PageSpec> homePages(const Desk &desk, service::HomeService &home,
                                std::function<std::optional<PageSpec>(const QString &pageId)> lookup)
{
    auto *service = &home;
    return {{.id = QStringLiteral("home"),
             .group = {},
             .title = HomePage::tr("首页"),
             .icon = Icon::Home,
             .create = [desk, service, lookup](QWidget *parent) { return new HomePage(desk, *service, lookup, parent); }}};
}

}  // namespace ui
