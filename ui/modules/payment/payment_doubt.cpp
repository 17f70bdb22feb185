#include "ui/modules/payment/payment_doubt.h"

#include "ui/modules/payment/payment_columns.h"
#include "ui/shell/list_page.h"
#include "ui/style/tr.h"

#include <algorithm>

namespace ui {

using domain::SubmissionState;
using service::PaymentOutcome;

namespace {

using Work = std::function<base::Result<PaymentOutcome>(base::Job &)>;

void run(ListPage *page, const Desk &desk, Work work, PaymentAsked done)
{
    const auto handle =
        desk.jobs.run(page, work, [page, desk, work, done = std::move(done)](base::Result<PaymentOutcome> outcome) {
            page->hideProgress();
            if (!outcome)
                return page->showError(outcome.error(), [page, desk, work, done] { run(page, desk, work, done); });
            done(*outcome);
        });
    page->showProgress(Tr::tr("正在查询结果…"), [handle] { handle.cancel(); });
}

/// The bank's words, each once.
QString wordsOf(const PaymentOutcome &outcome)
{
    QStringList words;
    for (const auto &item : outcome.items) {
        if (item.state == SubmissionState::Unknown && !words.contains(item.reasonText))
            words << item.reasonText;
    }
    return words.join(Tr::tr("、"));
}

Prompt::Question questionAbout(const PaymentOutcome &outcome)
{
    qint64 count = 0;
    domain::Money amount;
    for (const auto &item : outcome.items) {
        if (item.state != SubmissionState::Unknown)
            continue;
        ++count;
        amount += item.amount;
    }
    return {
        .title = Tr::tr("确认没有扣款"),
        .text = Tr::tr("已向税务端查询：有 %1 条（%2 元）仍然没有收到款项，银行返回的是「%3」。")
                    .arg(count)
                    .arg(domain::moneyText(amount), wordsOf(outcome)),
        .detail = Tr::tr(
            "这样的答复可能已经扣款。请先查看扣款账户的交易记录或询问开户银行；确认没有扣款后，这些欠费才能再次缴款。"),
        .confirmText = Tr::tr("已核实，没有扣款"),
        .cancelText = Tr::tr("暂不确认"),
        .danger = true};
}

}  // namespace

void askPayment(ListPage *page, const Desk &desk, service::PaymentService &payments, const QString &paymentId,
                PaymentAsked asked)
{
    const auto confirm = [page, desk, &payments, paymentId, asked](const PaymentOutcome &outcome) {
        const bool doubtful = outcome.payment.state == SubmissionState::Unknown
                              && std::any_of(outcome.items.cbegin(), outcome.items.cend(), &isRefused);
        if (!doubtful)
            return asked(outcome);
        desk.prompt.ask(page, questionAbout(outcome), [=, &payments](bool yes) {
            if (!yes)
                return asked(outcome);
            run(
                page, desk,
                [&payments, paymentId](base::Job &job) { return payments.confirmNotDeducted(paymentId, job); }, asked);
        });
    };
    run(
        page, desk, [&payments, paymentId](base::Job &job) { return payments.askOutcome(paymentId, job); }, confirm);
}

}  // namespace ui
