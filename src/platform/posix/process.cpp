#include "platform/process.h"

namespace platform {

void beginProcess() {}

}  // namespace platform
