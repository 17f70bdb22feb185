#pragma once
// How 社保费申报明细 is shown (Q3).

#include "domain/declared_person.h"
#include "ui/models/column.h"

namespace ui {

std::vector<Column<domain::DeclaredPerson>> declaredColumns();

}  // namespace ui
