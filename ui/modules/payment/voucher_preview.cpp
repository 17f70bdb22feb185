#include "ui/modules/payment/voucher_preview.h"

#include "ui/shell/paper_preview.h"

namespace ui {

void previewVoucher(ListPage *page, const Desk &desk, service::PaymentService &payments, const domain::Submission &voucher,
                    const domain::Payer &payer)
{
    previewPaper(page, desk, [&payments, id = voucher.id, payer](base::Job &) { return payments.voucherPaper(id, payer); });
}

}  // namespace ui
