#include "ui/modules/wage/wage_pages.h"

#include "ui/modules/wage/wage_draft_page.h"
#include "ui/modules/wage/wage_records_page.h"
#include "ui/style/tr.h"

namespace ui {

std::vector<PageSpec> wagePages(const Desk &desk, service::WageService &wages, service::StaffService &staff,
                                service::Outbox &outbox)
{
    if (desk.profile.pack.mode == domain::CollectionMode::Delegated)
        return {};
    const auto group = Tr::tr("缴费工资申报");
    const auto draft = [&](domain::WageKind kind, Icon icon) {
        return PageSpec{.id = WageDraftPage::idOf(kind),
                        .group = group,
                        .title = WageDraftPage::titleOf(kind),
                        .icon = icon,
                        .create = [kind, desk, &wages, &staff](QWidget *parent) {
                            return new WageDraftPage(kind, desk, wages, staff, parent);
                        }};
    };
    return {
        draft(domain::WageKind::Daily, Icon::Wage),
        draft(domain::WageKind::Annual, Icon::WageAnnual),
        {.id = QStringLiteral("wage.records"),
         .group = group,
         .title = Tr::tr("缴费工资申报记录"),
         .icon = Icon::Record,
         .create = [desk, &wages, &outbox](QWidget *parent) { return new WageRecordsPage(desk, wages, outbox, parent); }},
    };
}

}  // namespace ui
