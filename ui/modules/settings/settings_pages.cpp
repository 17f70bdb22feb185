#include "ui/modules/settings/settings_pages.h"

#include "ui/modules/settings/network_page.h"

namespace ui {

std::vector<PageSpec> settingsPages(const Desk &desk, service::NetworkService &network)
{
    auto *jobs = &desk.jobs;
    auto *service = &network;
    return {{.id = QStringLiteral("settings.network"),
             .group = NetworkPage::tr("系统设置"),
             .title = NetworkPage::tr("网络管理"),
             .icon = Icon::Network,
             .create = [jobs, service](QWidget *parent) { return new NetworkPage(*jobs, *service, parent); }}};
}

}  // namespace ui
