#include "domain/receipt.h"

#include <map>

namespace domain {

QVector<MonthlySum> monthlySums(const QVector<Arrear> &payables, const QVector<Receipt> &receipts)
{
    std::map<std::pair<Month, QString>, MonthlySum> sums;
    const auto of = [&sums](const FeeItem &item) -> MonthlySum & {
        auto &sum = sums[{item.periodTo, item.collectionItem.code}];
        sum.month = item.periodTo;
        sum.collectionItem = item.collectionItem;
        return sum;
    };
    for (const auto &payable : payables)
        of(payable.item).payable += payable.due;
    for (const auto &receipt : receipts) {
        if (receipt.receivedAt.isValid())
            of(receipt.item).received += receipt.amount;
    }
    QVector<MonthlySum> list;
    for (const auto &[key, sum] : sums)
        list.append(sum);
    return list;
}

}  // namespace domain
