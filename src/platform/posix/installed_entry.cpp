#include "platform/installed_entry.h"

namespace platform {

void setInstalledVersion(const QString &, const QString &) {}  // packages keep their own list

}  // namespace platform
