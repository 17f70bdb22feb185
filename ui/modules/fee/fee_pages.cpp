#include "ui/modules/fee/fee_pages.h"

#include "ui/modules/fee/fee_declare_page.h"
#include "ui/modules/fee/fee_records_page.h"
#include "ui/style/tr.h"

namespace ui {

std::vector<PageSpec> feePages(const Desk &desk, service::FeeService &fees, service::Outbox &outbox)
{
    const auto group = Tr::tr("社保费申报");
    const auto declare = [desk, &fees, &outbox](domain::FeeKind kind) {
        return [desk, &fees, &outbox, kind](QWidget *parent) -> Page * {
            return new FeeDeclarePage(kind, desk, fees, outbox, parent);
        };
    };
    return {
        {.id = QStringLiteral("fee.daily"),
         .group = group,
         .title = Tr::tr("日常申报"),
         .icon = Icon::Fee,
         .create = declare(domain::FeeKind::Daily)},
        {.id = QStringLiteral("fee.special"),
         .group = group,
         .title = Tr::tr("特殊缴费申报"),
         .icon = Icon::FeeSpecial,
         .create = declare(domain::FeeKind::Special)},
        {.id = QStringLiteral("fee.records"),
         .group = group,
         .title = Tr::tr("社保费申报记录"),
         .icon = Icon::Record,
         .create = [desk, &fees, &outbox](QWidget *parent) { return new FeeRecordsPage(desk, fees, outbox, parent); }},
    };
}

}  // namespace ui
