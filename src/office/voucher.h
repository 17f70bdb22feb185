#pragma once
// 银行端查询缴税凭证 on A4 (layout: field.md 1.5): what a clerk takes to the bank.

#include "domain/payment.h"
#include "office/paper.h"

namespace office {

Paper voucherPaper(const domain::Voucher &voucher, const domain::Payer &payer);

}  // namespace office
