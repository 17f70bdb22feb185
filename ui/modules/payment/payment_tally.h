#pragma once
// The items of a payment by what became of them. Each is in one group: what may have been deducted is neither paid nor
// refused.

#include "domain/payment.h"

namespace ui {

struct PaymentTally {
    struct Group {
        qint64 count = 0;
        domain::Money amount;
    };

    Group paid;
    Group failed;
    Group unknown;   ///< 结果未知, with words of the bank or without
    Group awaiting;  ///< the bank has not answered yet

    qint64 count() const { return paid.count + failed.count + unknown.count + awaiting.count; }
};

PaymentTally tallyOf(const QVector<domain::SubmissionItem> &items);
/// `1 条缴款成功（2,089.85 元），1 条失败（…），1 条结果未知（…）`: the groups there are.
QString tallyText(const PaymentTally &tally);

}  // namespace ui
