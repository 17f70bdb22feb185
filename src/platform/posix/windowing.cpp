#include "platform/windowing.h"

namespace platform {

void setTitleBarDark(quintptr, bool) {}

void allowRaise() {}

}  // namespace platform
