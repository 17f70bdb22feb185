#pragma once
// The lists of the module, one array each.

#include "domain/staff.h"
#include "domain/wage.h"
#include "service/wage_service.h"
#include "ui/models/column.h"
#include "ui/shell/submission_page.h"

namespace ui {

/// 日常缴费工资申报: the last two are edited in place.
std::vector<Column<domain::WageDraftLine>> wageDraftColumns();
/// The people to choose from in 单个录入.
std::vector<Column<domain::Staff>> wagePersonColumns();
std::vector<Column<SubmissionRecord>> wageRecordColumns();
/// Inside a record; rejected lines carry their reason.
std::vector<Column<domain::WageLine>> wageLineColumns();

QString wageDraftKey(const domain::WageDraftLine &line);
store::WageDraftKey storeKey(const domain::WageDraftLine &line);

/// Why a month cannot be the 生效年月; empty when it can. `typed` may be empty.
QString effectiveMonthReason(const domain::WageRules &rules, domain::Month present, const QString &typed);
/// Why a text cannot be the 新缴费工资; empty when it can.
QString wageReason(const domain::WageRules &rules, const QString &typed);

}  // namespace ui
