#pragma once

#include <QString>

namespace taxside {

/// A bank's own words for one of its codes (field.md 2, item 8).
QString bankWords(const QString &code);

}  // namespace taxside
