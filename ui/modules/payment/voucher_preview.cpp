#include "ui/modules/payment/voucher_preview.h"

#include "ui/shell/list_page.h"
#include "ui/shell/paper_preview.h"

namespace ui {

void previewVoucher(ListPage *page, const Desk &desk, service::PaymentService &payments, const domain::Submission &voucher,
                    const domain::Payer &payer)
{
    desk.jobs.run(
        page, [&payments, id = voucher.id, payer](base::Job &) { return payments.voucherPaper(id, payer); },
        [page, desk](base::Result<service::Paper> paper) {
            if (!paper)
                return page->showError(paper.error());
            (new PaperPreview(std::move(paper).value(), desk.jobs, desk.prompt, page))->open();
        });
}

}  // namespace ui
