#pragma once
// What the system's list of installed programs says of us.

#include <QString>

namespace platform {

/// 程序和功能 shows `version` for the program installed in `folder`: setup wrote the entry, the program upgrades itself. Nothing
/// happens where there is no such entry, it is another installation's, or this user may not change it (one for all users).
void setInstalledVersion(const QString &folder, const QString &version);

}  // namespace platform
