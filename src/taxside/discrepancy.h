#pragma once
// Books that disagree, to order: what a reconciliation (X4) must find. One fee is put wrong at a time, by its
// 征集通知流水号:
//
//   declared-amount   declared, and owed, is another amount than was pre-processed
//   declared-twice    a second declaration of it stands
//   arrear-missing    declared, but nothing is owed
//   arrear-amount     owed is another amount than was declared
//   arrear-undeclared owed, but no declaration has it
//   payment-lost      paid, but the tax side and the treasury have forgotten it
//   receipt-missing   paid, but the treasury has nothing
//   receipt-late      the treasury waits for it for ten days
//   receipt-amount    another amount arrived
//   receipt-late-fee  another 滞纳金 arrived
//   receipt-twice     it arrived twice
//   receipt-alone     it arrived, and nobody knows what for
//   receipt-unbooked  it arrived, and is still owed

#include "taxside/visit.h"

namespace taxside {

/// POST /admin/discrepancies {"noticeNumber": …, "kind": …}
Answer postDiscrepancy(const Visit &visit);

}  // namespace taxside
