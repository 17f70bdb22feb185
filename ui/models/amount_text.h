#pragma once
// Amounts that no column header stands above.

#include "domain/money.h"

namespace ui {

/// 105,747.60 元
QString yuanText(domain::Money amount);

}  // namespace ui
