#include "ui/modules/query/query_pages.h"

#include "ui/modules/query/base_page.h"
#include "ui/modules/query/payable_pages.h"
#include "ui/modules/query/reconciliation_page.h"
#include "ui/modules/query/unit_insurance_page.h"
#include "ui/style/tr.h"

namespace ui {

std::vector<PageSpec> queryPages(const Desk &desk, service::UnitService &units, service::ContributionBaseService &bases,
                                 service::ReceiptService &receipts, service::CertificateService &certificates)
{
    const auto group = Tr::tr("查询统计");
    return {
        {.id = QStringLiteral("query.unit"),
         .group = group,
         .title = Tr::tr("单位参保信息查询"),
         .icon = Icon::Unit,
         .create = [desk, &units](QWidget *parent) { return new UnitInsurancePage(desk, units, parent); }},
        {.id = QStringLiteral("query.bases"),
         .group = group,
         .title = Tr::tr("职工缴费基数查询"),
         .icon = Icon::PersonSearch,
         .create = [desk, &bases](QWidget *parent) { return new BasePage(desk, bases, parent); }},
        {.id = QStringLiteral("query.payables"),
         .group = group,
         .title = Tr::tr("社保费应缴信息查询"),
         .icon = Icon::ChartBar,
         .create = [desk, &receipts](QWidget *parent) { return payablePage(desk, receipts, parent); }},
        {.id = QStringLiteral("query.receipts"),
         .group = group,
         .title = Tr::tr("社保费到账信息查询"),
         .icon = Icon::Receipt,
         .create = [desk, &receipts, &certificates](QWidget *parent) {
             return receiptPage(desk, receipts, certificates, parent);
         }},
        {.id = QStringLiteral("query.reconciliation"),
         .group = group,
         .title = Tr::tr("对账"),
         .icon = Icon::Reconcile,
         .create = [desk, &receipts](QWidget *parent) { return new ReconciliationPage(desk, receipts, parent); }},
    };
}

}  // namespace ui
