#include "ui/modules/payment/vouchers_page.h"

#include "base/china_time.h"
#include "ui/modules/payment/items_dialog.h"
#include "ui/modules/payment/payer_dialog.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/modules/payment/voucher_preview.h"

namespace ui {

using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

/// A voiding is seen in the state of its voucher, unless it is still open or was refused.
bool standsAlone(const domain::Submission &submission)
{
    return submission.kind != SubmissionKind::VoucherVoiding || submission.state == SubmissionState::Failed
           || domain::isOpen(submission.state);
}

}  // namespace

VouchersPage::VouchersPage(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox,
                           QWidget *parent)
    : SubmissionPage({QStringLiteral("payment.vouchers"),
                      tr("缴款凭证打印记录"),
                      {SubmissionKind::Voucher, SubmissionKind::VoucherVoiding},
                      voucherRecordColumns()},
                     desk, outbox, parent),
      m_payments(payments)
{
    setHint({tr("打印的凭证请在限缴日期前携带到银行缴款；未缴款的凭证可以重新打印或作废。")});
    query()->addDateRange(QStringLiteral("created"), tr("开具日期"));
    setEmptyText(Icon::Print, tr("还没有开具过银行端缴款凭证"), tr("没有符合条件的凭证"));
}

SubmissionPage::Reader VouchersPage::reader()
{
    return [&box = outbox(), &payments = m_payments, unit = desk().unit(),
            wanted = typedQuery()](base::Job &) -> base::Result<Records> {
        const auto list = box.list(unit, wanted);
        if (!list)
            return list.error();
        Records records;
        for (const auto &submission : *list) {
            if (!standsAlone(submission))
                continue;
            const bool voiding = submission.kind == SubmissionKind::VoucherVoiding;
            const auto items = box.items(voiding ? submission.targetId : submission.id);
            if (!items)
                return items.error();
            const auto voucher = payments.voucher(submission.id);
            records.push_back({submission, *items, voucher ? voucher->payBefore : QDate(),
                               voucher ? domain::transferRemark(*voucher) : QString()});
        }
        return records;
    };
}

/// Paid at a counter, or past its day: what was issued is asked for too, not only what is open.
void VouchersPage::enter()
{
    desk().jobs.run(
        this,
        [&payments = m_payments, unit = desk().unit()](base::Job &job) { return payments.settleVouchers(unit, job); },
        [this](base::Result<void> settled) {
            if (!settled)
                return showError(settled.error(), [this] { enter(); });
            reload([this] { SubmissionPage::enter(); });
        });
}

void VouchersPage::showDetail(const SubmissionRecord &record)
{
    const auto &voucher = record.submission;
    const ItemsDialog::Facts facts = {
        {tr("凭证序号"), voucher.reference},
        {tr("开具日期"), base::china::text(voucher.createdAt)},
        {tr("限缴日期"), record.due.toString(Qt::ISODate)},
        {tr("金额"), tr("%1（%2）").arg(domain::moneyText(voucher.total), domain::moneyInCapitals(voucher.total))},
        {tr("转账附言"), record.remark},
    };
    (new ItemsDialog({tr("缴款凭证详情"), facts, voucherItemColumns()}, record, desk(), outbox(), this))->open();
}

void VouchersPage::activate(const SubmissionRecord &record, const QString &column)
{
    if (column == QLatin1String("act"))
        reprint(record.submission);
    else
        askVoid(record.submission);
}

/// With the payer of the print before.
void VouchersPage::reprint(const domain::Submission &voucher)
{
    desk().jobs.run(
        this, [&payments = m_payments, id = voucher.id](base::Job &) { return payments.payer(id); },
        [this, voucher](base::Result<std::optional<domain::Payer>> payer) {
            if (!payer)
                return showError(payer.error());
            askPayer(voucher, payer->value_or(domain::Payer{desk().profile.unit.name, {}, {}}));
        });
}

void VouchersPage::askPayer(const domain::Submission &voucher, const domain::Payer &payer)
{
    auto *dialog =
        new PayerDialog(payer,
                        tr("重新打印凭证 %1，合计 %2 元。").arg(voucher.reference, domain::moneyText(voucher.total)),
                        tr("打印"), this);
    connect(dialog, &PayerDialog::confirmed, this,
            [this, voucher](const domain::Payer &given) { previewVoucher(this, desk(), m_payments, voucher, given); });
    dialog->open();
}

void VouchersPage::askVoid(const domain::Submission &voucher)
{
    desk().prompt.ask(this,
                      {.title = tr("作废凭证"),
                       .text = tr("确定作废凭证 %1 吗？").arg(voucher.reference),
                       .detail =
                           tr("作废后该凭证不能再用于缴款，其中的欠费可以重新选择缴款方式。请确认没有在银行缴款。"),
                       .confirmText = tr("作废"),
                       .danger = true},
                      [this, id = voucher.id](bool yes) {
                          auto &payments = m_payments;
                          if (yes)
                              attempt(tr("正在作废凭证…"), [&payments, unit = desk().unit(), id](base::Job &job) {
                                  return payments.voidVoucher(unit, id, job);
                              });
                      });
}

}  // namespace ui
