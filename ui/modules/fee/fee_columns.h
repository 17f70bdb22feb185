#pragma once
// The lists of the module, one array each (field.md 1.4).

#include "domain/fee_checkup.h"
#include "domain/fee_person_view.h"
#include "ui/models/column.h"
#include "ui/shell/submission_page.h"

namespace ui {

/// A pre-processed total with what holds it.
struct AssessmentRow {
    domain::FeeAssessment assessment;
    std::optional<domain::Submission> holder;  ///< the local declaration it is in
};

std::vector<Column<AssessmentRow>> assessmentColumns(domain::FeeKind kind, QDate today);
/// 已申报待反馈, 已申报, 待提交 …; empty text: free.
StateText holdText(const AssessmentRow &row);
QString holdReason(const AssessmentRow &row);

/// 人员明细: exactly the 11 columns of field.md 1.4.
std::vector<Column<domain::NumberedPerson>> feePersonColumns();
/// Of a sortable one.
domain::FeePersonOrder feePersonOrder(const QString &columnId);

std::vector<Column<SubmissionRecord>> feeRecordColumns();
/// Inside a record.
std::vector<Column<domain::SubmissionItem>> feeItemColumns();

/// Sums by 征收项目, for the confirmation.
struct InsuranceSum {
    QString name;
    qint64 count = 0;
    domain::Money due;
    domain::Money relief;
    domain::Money payable;
};
std::vector<InsuranceSum> sumByInsurance(const std::vector<domain::FeeAssessment> &rows);
std::vector<Column<InsuranceSum>> insuranceSumColumns();

/// 申报体检: what differs from our estimate, and from the month before.
std::vector<Column<domain::FeeFinding>> feeFindingColumns();
QString feeFindingKey(const domain::FeeFinding &finding);
std::vector<Column<domain::FeeMonthDifference>> monthDifferenceColumns();

}  // namespace ui
