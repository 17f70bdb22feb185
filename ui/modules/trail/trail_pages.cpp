#include "ui/modules/trail/trail_pages.h"

#include "ui/modules/trail/trail_page.h"

namespace ui {

std::vector<PageSpec> trailPages(const Desk &desk, service::TrailService &trail)
{
    return {{.id = QStringLiteral("trail"),
             .group = TrailPage::tr("系统设置"),
             .title = TrailPage::tr("操作日志"),
             .icon = Icon::History,
             .create = [desk, &trail](QWidget *parent) { return new TrailPage(desk, trail, parent); }}};
}

}  // namespace ui
