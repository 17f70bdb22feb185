#pragma once
// 三方协议缴款: the bank answers item by item.

#include "taxside/submission.h"

namespace taxside {

Answer putPayment(const Visit &visit);
Answer getPayment(const Visit &visit);
/// Of whatever machine, by the China day they were sent.
Answer listPayments(const Visit &visit);
/// Settles the items that are due.
void settlePayment(World &world, const Submission &submission);
/// The bank has paid an item of a payment or voucher: receipt, arrear and the treasury's book.
void settlePaid(World &world, const Registrant &unit, const Submission &submission, qint64 position, qint64 arrear);
/// 税票号码, 18 digits.
QString newReceiptNumber(World &world, const Registrant &unit);

}  // namespace taxside
