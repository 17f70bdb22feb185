#pragma once
// How 职工参保信息 is shown (field.md 1.2).

#include "service/staff_service.h"
#include "ui/models/column.h"

namespace ui {

QString contributionStateName(domain::ContributionState state);
Tone contributionStateTone(domain::ContributionState state);
/// Grouped with two decimals; — when there is none.
QString wageText(const std::optional<domain::Money> &wage);

std::vector<Column<domain::Staff>> staffColumns();
std::vector<Column<domain::StaffInsurance>> staffInsuranceColumns();
/// What SQL sorts by for a column of staffColumns(); by 人员编号 when it is none of them.
store::StaffOrder staffOrder(const QString &columnId);

}  // namespace ui
