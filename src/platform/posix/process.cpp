#include "platform/process.h"

#include <sys/resource.h>

namespace platform {

// 1, not 0: a program that cores are piped to (systemd-coredump, apport) gets them whatever the limit, but for this one
// value, by which Linux knows such a program's own crash. A file of one byte is not begun either.
void beginProcess()
{
    rlimit limit = {};
    if (getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_max < 1)
        return;
    limit.rlim_cur = 1;
    setrlimit(RLIMIT_CORE, &limit);
}

}  // namespace platform
