#include "platform/instance.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <gtest/gtest.h>

#include <thread>

#ifdef Q_OS_UNIX
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace platform;

TEST(InstanceTest, oneFirstPerFolder)
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    const Instance first(one.path());
    EXPECT_TRUE(first.first());
    EXPECT_FALSE(Instance(one.path()).first());
    EXPECT_FALSE(Instance(one.path() + QStringLiteral("/.")).first());
    EXPECT_TRUE(Instance(two.path()).first());
}

TEST(InstanceTest, freeAgainAfterTheFirstHasEnded)
{
    const QTemporaryDir folder;
    EXPECT_TRUE(Instance(folder.path()).first());
    EXPECT_TRUE(Instance(folder.path()).first());
}

/// A power cut leaves the lock behind, and after the next start this process may have the number of the one that had it.
TEST(InstanceTest, aLockThatOnlyNamesThisProcessIsNobodys)
{
    const QTemporaryDir folder;
    const QString lock = folder.filePath(QStringLiteral("instance.lock"));
    {
        const Instance first(folder.path());
        ASSERT_TRUE(QFile::copy(lock, lock + QStringLiteral(".left")));
    }
    ASSERT_TRUE(QFile::rename(lock + QStringLiteral(".left"), lock));
    const Instance again(folder.path());
    EXPECT_TRUE(again.first());
    EXPECT_FALSE(Instance(folder.path()).first());
}

TEST(InstanceTest, secondRaisesTheFirst)
{
    const QTemporaryDir folder;
    const Instance first(folder.path());
    int raised = 0;
    QEventLoop loop;
    QObject::connect(&first, &Instance::raiseRequested, &loop, [&] {
        ++raised;
        loop.quit();
    });
    QTimer::singleShot(5000, &loop, &QEventLoop::quit);
    bool answered = false;
    std::thread second([&] { answered = Instance(folder.path()).raiseFirst(); });
    loop.exec();
    second.join();
    EXPECT_EQ(raised, 1);
    EXPECT_TRUE(answered);
}

/// Two programs on one store is what the lock is there to prevent: without one nobody starts.
TEST(InstanceTest, aLockThatCannotBeHadIsAnError)
{
    const QTemporaryDir folder;
    EXPECT_FALSE(Instance(folder.path()).error());
    ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral("instance.lock")));  // in the way of the file
    const Instance blocked(folder.path());
    EXPECT_FALSE(blocked.first());
    const Instance nowhere(folder.filePath(QStringLiteral("none")));
    EXPECT_FALSE(nowhere.first());
    ASSERT_TRUE(nowhere.error());
    EXPECT_EQ(nowhere.error()->kind, base::Error::Kind::Store);
}

#ifdef Q_OS_UNIX  // Windows itself closes the file of a process that is gone
TEST(InstanceTest, takesOverFromADeadProcess)
{
    const QTemporaryDir folder;
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        // As a crash leaves it: no destructor runs.
        auto *abandoned = new QLockFile(QDir(folder.path()).filePath(QStringLiteral("instance.lock")));
        abandoned->setStaleLockTime(0);
        const bool locked = abandoned->tryLock();
        _exit(locked ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    ASSERT_TRUE(QFile::exists(QDir(folder.path()).filePath(QStringLiteral("instance.lock"))));
    EXPECT_TRUE(Instance(folder.path()).first());
}
#endif
