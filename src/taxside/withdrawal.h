#pragma once
// 撤回 of what has not arrived, as far as its sender knows.

#include "taxside/visit.h"

namespace taxside {

/// From now on a submission of this list with this id is refused; when it is there already, a Problem already-received.
Answer putWithdrawal(const Visit &visit);

}  // namespace taxside
