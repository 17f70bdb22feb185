#include "ui/modules/payment/payment_pages.h"

#include "ui/modules/payment/arrears_page.h"
#include "ui/modules/payment/payment_records_page.h"
#include "ui/modules/payment/vouchers_page.h"
#include "ui/style/tr.h"

namespace ui {

std::vector<PageSpec> paymentPages(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox,
                                   service::CertificateService &certificates)
{
    const auto group = Tr::tr("费款缴纳");
    return {
        {.id = QStringLiteral("payment.arrears"),
         .group = group,
         .title = Tr::tr("缴款"),
         .icon = Icon::Pay,
         .create = [desk, &payments,
                    &outbox](QWidget *parent) { return new ArrearsPage(desk, payments, outbox, parent); }},
        {.id = QStringLiteral("payment.vouchers"),
         .group = group,
         .title = Tr::tr("缴款凭证打印记录"),
         .icon = Icon::Print,
         .create = [desk, &payments,
                    &outbox](QWidget *parent) { return new VouchersPage(desk, payments, outbox, parent); }},
        {.id = QStringLiteral("payment.records"),
         .group = group,
         .title = Tr::tr("缴款记录"),
         .icon = Icon::RecordDone,
         .create = [desk, &payments, &outbox, &certificates](QWidget *parent) {
             return new PaymentRecordsPage(desk, payments, outbox, certificates, parent);
         }},
    };
}

}  // namespace ui
