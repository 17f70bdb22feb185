#pragma once
// 社保费申报 of pre-processed totals.

#include "taxside/assessment.h"
#include "taxside/submission.h"

namespace taxside {

Answer listFeeDeclarations(const Visit &visit);
Answer putFeeDeclaration(const Visit &visit);
Answer getFeeDeclaration(const Visit &visit);
void settleFee(World &world, const Submission &submission);
/// A month that was declared and paid through another channel before the books begin.
void recordPast(World &world, const Registrant &unit, domain::Month month, const char *channel);

}  // namespace taxside
