#include "ui/modules/settings/settings_pages.h"

#include "ui/modules/settings/about_page.h"
#include "ui/modules/settings/backup_page.h"
#include "ui/modules/settings/diagnosis_page.h"
#include "ui/modules/settings/network_page.h"

namespace ui {

std::vector<PageSpec> settingsPages(const Desk &desk, service::NetworkService &network, service::BackupService &backups,
                                    service::DiagnosisService &diagnosis, UpgradeFlow &upgrade)
{
    auto *jobs = &desk.jobs;
    auto *prompt = &desk.prompt;
    auto *service = &network;
    auto *backup = &backups;
    auto *flow = &upgrade;
    const QString rules = desk.profile.pack.version;
    return {{.id = QStringLiteral("settings.network"),
             .group = NetworkPage::tr("系统设置"),
             .title = NetworkPage::tr("网络管理"),
             .icon = Icon::Network,
             .create = [jobs, service](QWidget *parent) { return new NetworkPage(*jobs, *service, parent); }},
            {.id = QStringLiteral("settings.backup"),
             .group = NetworkPage::tr("系统设置"),
             .title = BackupPage::tr("数据备份与恢复"),
             .icon = Icon::Backup,
             .create = [jobs, prompt,
                        backup](QWidget *parent) { return new BackupPage(*jobs, *prompt, *backup, parent); }},
            {.id = QStringLiteral("settings.diagnosis"),
             .group = NetworkPage::tr("系统设置"),
             .title = DiagnosisPage::tr("一键诊断"),
             .icon = Icon::Help,
             .create = [desk, &diagnosis](QWidget *parent) {
                 return new DiagnosisPage(desk, [&diagnosis](base::Job &job) { return diagnosis.collect(job); }, parent);
             }},
            {.id = QStringLiteral("settings.about"),
             .group = NetworkPage::tr("系统设置"),
             .title = AboutPage::tr("关于"),
             .icon = Icon::Info,
             .create = [jobs, flow, rules](QWidget *parent) { return new AboutPage(*jobs, *flow, rules, parent); }}};
}

}  // namespace ui
