#pragma once
// The lists of 查询统计, as data.

#include "domain/contribution_base.h"
#include "domain/person_reconciliation.h"
#include "domain/receipt.h"
#include "domain/reconciliation.h"
#include "domain/unit.h"
#include "ui/models/column.h"
#include "ui/shell/submission_text.h"

namespace ui {

/// A row of 单位参保信息: an insurance, with whose it is.
struct UnitInsuranceRow {
    domain::UnitInsurance insurance;
    QString authorityName;
};

std::vector<Column<UnitInsuranceRow>> unitInsuranceRowColumns();
std::vector<Column<domain::KnownContributionBase>> contributionBaseColumns();
std::vector<Column<domain::Arrear>> payableColumns();
std::vector<Column<domain::Receipt>> receiptColumns();
std::vector<Column<domain::ReconciliationLine>> reconciliationColumns();
std::vector<Column<domain::PersonDifference>> personDifferenceColumns();

/// 未缴款, 已开凭证, 缴款中, 已缴款
StateText payableState(domain::ArrearHold hold);
/// 已入库, 在途
StateText receiptState(const domain::Receipt &receipt);
StateText stageText(domain::FeeStage stage);
/// What disagrees, with the two amounts.
QString discrepancyText(const domain::DiscrepancyFound &found);
/// What to do about it.
QString discrepancyAdvice(domain::Discrepancy kind);
QString personDiscrepancyText(domain::PersonDiscrepancy kind);

}  // namespace ui
