#pragma once
// The lists of the module, one array each.

#include "domain/staff.h"
#include "domain/wage.h"
#include "service/wage_service.h"
#include "ui/models/column.h"
#include "ui/shell/submission_page.h"

namespace ui {

/// The draft: wages and month are edited in place. By insurance there is a column of wages for each.
std::vector<Column<domain::WageDraftLine>> wageDraftColumns(const domain::WageForm &form,
                                                            const QVector<domain::CodeName> &insurances);
/// Whose wage a column of the draft is: an insurance, empty for all of them; nothing: it is no wage.
std::optional<QString> insuranceOfColumn(const QString &columnId);
QString columnOfInsurance(const QString &insurance);
/// The people to choose from in 单个录入.
std::vector<Column<domain::Staff>> wagePersonColumns();
std::vector<Column<SubmissionRecord>> wageRecordColumns();
/// Inside a record; rejected lines carry their reason. By insurance each says which, by its name in the pack.
std::vector<Column<domain::WageLine>> wageLineColumns(bool byInsurance, const domain::RulePack &pack);

QString wageDraftKey(const domain::WageDraftLine &line);

/// Why a month cannot be the 生效年月; empty when it can. `typed` may be empty.
QString effectiveMonthReason(const domain::WageRules &rules, domain::Month present, const QString &typed);
/// Why a text cannot be the 新缴费工资; empty when it can.
QString wageReason(const domain::WageRules &rules, const QString &typed);

}  // namespace ui
