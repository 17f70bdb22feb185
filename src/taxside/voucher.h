#pragma once
// 银行端查询缴税凭证: holds its arrears until 限缴日期, or until it is voided.

#include "taxside/submission.h"

namespace taxside {

Answer putVoucher(const Visit &visit);
Answer getVoucher(const Visit &visit);
Answer putVoucherVoiding(const Visit &visit);
Answer getVoucherVoiding(const Visit &visit);
/// The day to pay has passed.
void expireVoucher(World &world, const Submission &voucher);
/// Somebody paid it at a bank's counter.
void payVoucher(World &world, const Submission &voucher);

}  // namespace taxside
