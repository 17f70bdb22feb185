#pragma once
// What 职工缴费证明 (C1), 年金缴款通知单 (C2), 缴款记录 and 单位缴费记录 say. Number and day are filled in when they are handed out.

#include "domain/certificate.h"
#include "office/form.h"

namespace office {

Form certificateForm(const domain::Certificate &certificate);
Form annuityForm(const domain::Unit &unit, const domain::AnnuityNotice &notice);
/// `lines` in the order they are listed.
Form paymentsForm(const domain::Unit &unit, const QVector<domain::PaidLine> &lines);
/// Whatever the bank took for fees of these months; `asOf`: when the tax side was asked.
Form receiptsForm(const domain::Unit &unit, domain::MonthRange months, const QDateTime &asOf,
                  const QVector<domain::Receipt> &receipts);

}  // namespace office
