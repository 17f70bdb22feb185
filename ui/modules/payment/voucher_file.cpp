#include "ui/modules/payment/voucher_file.h"

#include "ui/shell/list_page.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace ui {

namespace {

struct Tr final {
    Q_DECLARE_TR_FUNCTIONS(ui::VoucherFile)
};

void written(ListPage *page, const QString &path, const QVector<MessageStrip::Action> &more)
{
    MessageStrip::Message message{.tone = Tone::Success,
                                  .text = Tr::tr("凭证已保存为 %1。请打印后携带到银行，在限缴日期前缴款。")
                                              .arg(QFileInfo(path).fileName())};
    // Shown, and printed on whatever printer there is, by the system's own reader.
    message.actions = {{QStringLiteral("open"), Tr::tr("打开并打印"),
                        [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }}};
    message.actions += more;
    page->strip()->show(message);
}

}  // namespace

void saveVoucher(ListPage *page, const Desk &desk, service::PaymentService &payments, const domain::Submission &voucher,
                 const domain::Payer &payer, const QVector<MessageStrip::Action> &more)
{
    const auto write = [page, desk, &payments, id = voucher.id, payer, more](const QString &path) {
        desk.jobs.run(
            page, [&payments, id, payer, path](base::Job &) { return payments.writeVoucher(id, payer, path); },
            [page, path, more](base::Result<void> result) {
                if (!result)
                    return page->showError(result.error());
                written(page, path, more);
            });
    };
    desk.prompt.saveFile(page, Tr::tr("保存银行端缴款凭证"),
                         Tr::tr("银行端查询缴税凭证_%1.pdf").arg(voucher.reference), Tr::tr("PDF 文件 (*.pdf)"), write);
}

}  // namespace ui
