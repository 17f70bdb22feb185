#pragma once
// 到账: what arrived in the treasury, by the treasury's own book.

#include "taxside/arrear.h"

namespace taxside {

/// The bank has taken the money for an arrear: it is entered, and arrives a little later.
void enterReceipt(World &world, const Arrear &arrear, qint64 registration, const QString &number, domain::Money lateFee,
                  qint64 paidAt);

Answer listReceipts(const Visit &visit);

}  // namespace taxside
