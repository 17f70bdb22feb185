#pragma once
// Initials of names, so that "zs" finds 张三 (docs/dependencies.md: Unihan).

#include <QStringList>

namespace domain {

/// Upper-case letters, one text for each way to read the name: 单雄信 is DXX, SXX and CXX. A word in letters gives its first
/// one; what has no reading is left out. At most 16 ways, the usual one first.
QStringList pinyinInitials(const QString &name);

}  // namespace domain
