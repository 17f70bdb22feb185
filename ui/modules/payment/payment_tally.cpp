#include "ui/modules/payment/payment_tally.h"

#include "ui/style/tr.h"

#include <QStringList>

namespace ui {

using domain::SubmissionState;

namespace {

PaymentTally::Group &groupOf(PaymentTally &tally, SubmissionState state)
{
    switch (state) {
    case SubmissionState::Succeeded: return tally.paid;
    case SubmissionState::Failed: return tally.failed;
    case SubmissionState::Pending:
    case SubmissionState::Sending:
    case SubmissionState::Awaiting: return tally.awaiting;
    case SubmissionState::Unknown:
    case SubmissionState::Partial:
    case SubmissionState::Voiding:
    case SubmissionState::Voided:
    case SubmissionState::Expired: break;  // of an item these would be strange, so nothing is claimed of it
    }
    return tally.unknown;
}

}  // namespace

PaymentTally tallyOf(const QVector<domain::SubmissionItem> &items)
{
    PaymentTally tally;
    for (const auto &item : items) {
        auto &group = groupOf(tally, item.state);
        ++group.count;
        group.amount += item.amount;
    }
    return tally;
}

QString tallyText(const PaymentTally &tally)
{
    QStringList parts;
    const auto add = [&parts](const PaymentTally::Group &group, const QString &text) {
        if (group.count > 0)
            parts << text.arg(group.count).arg(domain::moneyText(group.amount));
    };
    add(tally.paid, Tr::tr("%1 条缴款成功（%2 元）"));
    add(tally.failed, Tr::tr("%1 条失败（%2 元）"));
    add(tally.unknown, Tr::tr("%1 条结果未知（%2 元）"));
    add(tally.awaiting, Tr::tr("%1 条待反馈（%2 元）"));
    return parts.join(Tr::tr("，"));
}

}  // namespace ui
