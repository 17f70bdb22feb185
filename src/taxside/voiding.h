#pragma once
// 作废 of an accepted, unpaid fee declaration.

#include "taxside/submission.h"

namespace taxside {

Answer putFeeVoiding(const Visit &visit);
Answer getFeeVoiding(const Visit &visit);
void settleFeeVoiding(World &world, const Submission &submission);
/// What a voiding of a declaration or of a voucher looks like.
Json voidingJson(const Submission &submission);

}  // namespace taxside
