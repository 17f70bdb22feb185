#pragma once
// What in a draft of wages needs attention before 提交申报: the same that domain::checkWageDraft counts.

#include "domain/wage.h"
#include "ui/models/column.h"

namespace ui {

void markGaps(std::vector<Column<domain::WageDraftLine>> &columns, const domain::WageForm &form,
              const domain::WageRules &rules, domain::Month present);

}  // namespace ui
