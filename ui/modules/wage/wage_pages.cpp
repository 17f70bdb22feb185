#include "ui/modules/wage/wage_pages.h"

#include "ui/modules/wage/wage_daily_page.h"
#include "ui/modules/wage/wage_records_page.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Tr final {
    Q_DECLARE_TR_FUNCTIONS(ui::WagePages)
};

}  // namespace

std::vector<PageSpec> wagePages(const Desk &desk, service::WageService &wages, service::StaffService &staff,
                                service::Outbox &outbox)
{
    if (desk.profile.pack.mode == domain::CollectionMode::Delegated)
        return {};
    const auto group = Tr::tr("缴费工资申报");
    return {
        {.id = QStringLiteral("wage.daily"),
         .group = group,
         .title = Tr::tr("日常缴费工资申报"),
         .icon = Icon::Wage,
         .create = [desk, &wages, &staff](QWidget *parent) { return new WageDailyPage(desk, wages, staff, parent); }},
        {.id = QStringLiteral("wage.records"),
         .group = group,
         .title = Tr::tr("缴费工资申报记录"),
         .icon = Icon::Record,
         .create = [desk, &wages, &outbox](QWidget *parent) { return new WageRecordsPage(desk, wages, outbox, parent); }},
    };
}

}  // namespace ui
