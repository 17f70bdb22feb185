// From 立即缴款 to its outcome. Nothing here can pay twice: the service holds the items until the bank has answered.

#include "ui/modules/payment/agreement_dialog.h"
#include "ui/modules/payment/arrears_page.h"
#include "ui/modules/payment/method_dialog.h"
#include "ui/modules/payment/payer_dialog.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/modules/payment/payment_doubt.h"
#include "ui/modules/payment/payment_tally.h"
#include "ui/modules/payment/refusal_dialog.h"
#include "ui/modules/payment/voucher_preview.h"

#include <algorithm>

namespace ui {

using domain::SubmissionState;
using service::PaymentOutcome;

void ArrearsPage::chooseMethod()
{
    if (m_model->checkedCount() == 0)
        return;
    auto *dialog = new MethodDialog(m_model->checkedCount(), chosenTotal(), this);
    connect(dialog, &MethodDialog::agreementChosen, this, &ArrearsPage::chooseAgreement);
    connect(dialog, &MethodDialog::voucherChosen, this, &ArrearsPage::preparePayer);
    dialog->open();
}

void ArrearsPage::chooseAgreement()
{
    const auto amounts = chosen();
    auto *dialog = new AgreementDialog(m_desk, m_payments, int(amounts.size()), chosenTotal(), this);
    connect(dialog, &AgreementDialog::confirmed, this,
            [this, amounts](const QString &number) { pay(number, amounts); });
    dialog->open();
}

void ArrearsPage::pay(const QString &agreement, const QVector<domain::ConfirmedAmount> &confirmed)
{
    strip()->clear();
    auto &payments = m_payments;
    const auto handle = m_desk.jobs.run(
        this,
        [&payments, unit = m_desk.unit(), agreement, confirmed](base::Job &job) {
            return payments.pay(unit, agreement, confirmed, job);
        },
        [this](base::Result<PaymentOutcome> outcome) {
            hideProgress();
            if (!outcome) {
                const auto error = outcome.error();
                return load(From::Store, [this, error] { showError(error); });
            }
            paid(*outcome);
        });
    showProgress(tr("正在等待银行扣款结果…"), [handle] { handle.cancel(); });
}

void ArrearsPage::paid(const PaymentOutcome &outcome)
{
    m_model->checkAll(false);
    load(From::TaxSide, [this, outcome] {
        tellPayment(outcome);
        Q_EMIT badgesChanged();
    });
    tellPayment(outcome);  // also when the arrears cannot be read again
}

MessageStrip::Action ArrearsPage::goTo(const QString &id, const QString &text, const QString &page)
{
    return {id, text, [this, page] { Q_EMIT openRequested(page); }};
}

void ArrearsPage::tellPayment(const PaymentOutcome &outcome)
{
    const auto &payment = outcome.payment;
    auto message = outcomeMessage(payment);
    message.actions = {goTo(QStringLiteral("records"), tr("查看缴款记录"), QStringLiteral("payment.records"))};
    if (payment.state == SubmissionState::Succeeded)
        message.text = tr("缴款成功，共 %1 条，%2 元。").arg(payment.itemCount).arg(domain::moneyText(payment.total));
    if (payment.state == SubmissionState::Unknown || payment.state == SubmissionState::Awaiting)
        message.actions.prepend({QStringLiteral("ask"), tr("查询结果"), [this, id = payment.id] { askOutcome(id); }});
    if (std::any_of(outcome.items.cbegin(), outcome.items.cend(), &isRefused))
        message.text = showRefusals(outcome);
    strip()->show(message);
}

/// Each item that is not paid, with its reason; returns the sentence for the strip. The list is shown once for an
/// outcome.
QString ArrearsPage::showRefusals(const PaymentOutcome &outcome)
{
    if (m_told != outcome.payment.id && !findChild<RefusalDialog *>()) {
        m_told = outcome.payment.id;
        auto *dialog = new RefusalDialog(outcome, this);
        connect(dialog, &RefusalDialog::askFirst, this, [this, id = outcome.payment.id] { askOutcome(id); });
        dialog->open();
    }
    const auto tally = tallyOf(outcome.items);
    const auto next = tally.unknown.count > 0
                          ? tr("结果未知的可能已经扣款：请先查询结果，查清之前不能再次缴款。")
                          : tr("原因和处理办法见缴款记录。");
    return tr("%1 条欠费：%2。%3").arg(tally.count()).arg(tallyText(tally), next);
}

/// Asks once more for a payment whose outcome is open.
void ArrearsPage::askOutcome(const QString &paymentId)
{
    askPayment(this, m_desk, m_payments, paymentId, [this](const PaymentOutcome &outcome) { paid(outcome); });
}

void ArrearsPage::askDoubtful()
{
    if (const auto payment = doubtfulPayment(); !payment.isEmpty())
        askOutcome(payment);
}

void ArrearsPage::preparePayer()
{
    const auto amounts = chosen();
    auto *dialog =
        new PayerDialog({m_desk.profile.unit.name, {}, {}},
                        tr("共 %1 条欠费，合计 %2 元。").arg(amounts.size()).arg(domain::moneyText(chosenTotal())),
                        tr("开具凭证"), this);
    connect(dialog, &PayerDialog::confirmed, this, [this, amounts](const domain::Payer &payer) { issue(amounts, payer); });
    dialog->open();
}

void ArrearsPage::issue(const QVector<domain::ConfirmedAmount> &confirmed, const domain::Payer &payer)
{
    strip()->clear();
    auto &payments = m_payments;
    const auto handle = m_desk.jobs.run(
        this,
        [&payments, unit = m_desk.unit(), confirmed, payer](base::Job &job) {
            return payments.issueVoucher(unit, confirmed, job, payer);
        },
        [this, payer](base::Result<domain::Submission> voucher) {
            hideProgress();
            if (!voucher) {
                const auto error = voucher.error();
                return load(From::Store, [this, error] { showError(error); });
            }
            issued(*voucher, payer);
        });
    showProgress(tr("正在开具缴款凭证…"), [handle] { handle.cancel(); });
}

void ArrearsPage::issued(const domain::Submission &voucher, const domain::Payer &payer)
{
    m_model->checkAll(false);
    auto message = outcomeMessage(voucher);
    message.actions = {goTo(QStringLiteral("vouchers"), tr("查看凭证记录"), QStringLiteral("payment.vouchers"))};
    load(From::Store, [this, message, voucher, payer] {
        strip()->show(message);
        Q_EMIT badgesChanged();
        if (voucher.state == SubmissionState::Succeeded)
            previewVoucher(this, m_desk, m_payments, voucher, payer);
    });
}

}  // namespace ui
