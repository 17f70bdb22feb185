// What a process does before anything else.
#include "platform/process.h"

#include <QtGlobal>

#include <gtest/gtest.h>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace {

/// Memory holds names, wages and passwords: no image of it goes to a file (X3).
TEST(Process, LeavesNoImageOfItsMemoryWhenItCrashes)
{
    const pid_t child = fork();
    if (child == 0) {
        rlimit limit = {};
        if (getrlimit(RLIMIT_CORE, &limit) == 0) {
            limit.rlim_cur = limit.rlim_max;
            setrlimit(RLIMIT_CORE, &limit);
        }
        platform::beginProcess();
        // Where nobody may write images at all (a hard limit of 0) there is nothing that could be seen otherwise.
        getrlimit(RLIMIT_CORE, &limit);
        if (limit.rlim_cur > 1)
            _exit(1);
        std::abort();
    }
    ASSERT_GT(child, 0);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the limit allows an image";
    EXPECT_FALSE(WIFSIGNALED(status) && WCOREDUMP(status));
}

}  // namespace
#endif
