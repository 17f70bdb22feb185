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
//
// and of what was declared of it, as GET /v1/declared-persons has it, one person at a time:
//
//   person-missing    the first of its people is not there
//   person-amount     the second is there with another amount
//   person-base       the third with another 缴费基数
//   person-other      in the place of the fourth there is somebody else
//   person-twice      the fifth is there twice

#include "taxside/visit.h"

#include <QMap>

namespace taxside {

/// What is wrong with a person of this total, by staff id.
QMap<qint64, QString> personDiscrepancies(World &world, qint64 assessment);

/// POST /admin/discrepancies {"noticeNumber": …, "kind": …}
Answer postDiscrepancy(const Visit &visit);

}  // namespace taxside
