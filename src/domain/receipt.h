#pragma once
// 应缴 and 到账 (manual 3.1.8): what a month's fees were, and what of them arrived in the treasury.

#include "domain/month_range.h"
#include "domain/payment.h"

namespace domain {

/// The bank took it at `paidAt`; it is in the treasury (入库) since `receivedAt`.
struct Receipt {
    QString id;
    FeeItem item;
    QString taxReceiptNumber;  ///< 税票号码
    Money amount;              ///< without the late fee
    Money lateFee;
    QDateTime paidAt;
    QDateTime receivedAt;  ///< invalid: on its way

    Money total() const { return amount + lateFee; }
};

/// What one 征收项目 comes to in one month, without late fees.
struct MonthlySum {
    Month month;
    CodeName collectionItem;
    Money payable;
    Money received;  ///< in the treasury
};
/// By month, then by the code of the 征收项目.
QVector<MonthlySum> monthlySums(const QVector<Arrear> &payables, const QVector<Receipt> &receipts);

}  // namespace domain
