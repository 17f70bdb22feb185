#pragma once
// 缴费工资申报: verdict line by line, then wages, bases and undeclared totals follow.

#include "taxside/submission.h"

namespace taxside {

Answer putWageDeclaration(const Visit &visit);
Answer getWageDeclaration(const Visit &visit);
void settleWage(World &world, const Submission &submission);

}  // namespace taxside
