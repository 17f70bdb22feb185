#include "platform/network_folder.h"
#include "platform/paths.h"

#include "tests/support/print.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace platform;

namespace {

#ifdef Q_OS_UNIX
constexpr auto othersMay = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
                           | QFile::ExeOther;
#else
constexpr QFile::Permissions othersMay;  // the profile's access rights say it there, and Qt does not read them
#endif

}  // namespace

TEST(Paths, makesTheFolderForItsOwnerAlone)
{
    const QTemporaryDir root;
    const auto wanted = root.filePath(QStringLiteral("a/社保/data"));
    const auto folder = dataFolder(wanted + QStringLiteral("/"));
    ASSERT_TRUE(folder);
    EXPECT_EQ(folder.value(), wanted);
    EXPECT_FALSE(QFile::permissions(wanted) & othersMay);
    EXPECT_TRUE(dataFolder(wanted));
}

TEST(Paths, leavesAnExistingFolderAsItIs)
{
    const QTemporaryDir root;
    const auto before = QFile::permissions(root.path()) | QFile::ReadOther;
    ASSERT_TRUE(QFile::setPermissions(root.path(), before));
    ASSERT_TRUE(dataFolder(root.path()));
    EXPECT_EQ(QFile::permissions(root.path()), before);
}

TEST(Paths, refusesAnotherComputersFolderAlsoThroughALink)
{
    const QTemporaryDir root;
    const auto share = root.filePath(QStringLiteral("share"));
    const auto onShare = [](const QString &path) { return path.contains(QStringLiteral("/share")); };
    ASSERT_TRUE(dataFolder(root.filePath(QStringLiteral("here")), onShare));
    const auto code = [&](const QString &path) {
        const auto folder = dataFolder(path, onShare);
        return folder ? QString() : folder.error().code;
    };
    EXPECT_EQ(code(share), QStringLiteral("folder.network"));
    EXPECT_EQ(code(share + QStringLiteral("/data")), QStringLiteral("folder.network"));
#ifdef Q_OS_UNIX
    const auto link = root.filePath(QStringLiteral("link"));
    ASSERT_TRUE(QFile::link(share, link));
    EXPECT_EQ(code(link), QStringLiteral("folder.network"));
    EXPECT_EQ(code(link + QStringLiteral("/fresh")), QStringLiteral("folder.network"));
#endif
}

TEST(Paths, saysWhenItCannot)
{
    const QTemporaryDir root;
    ASSERT_TRUE(replaceFile(root.filePath(QStringLiteral("file")), "x"));
    const auto folder = dataFolder(root.filePath(QStringLiteral("file/data")));
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().kind, base::Error::Kind::Store);
    EXPECT_EQ(folder.error().code, QStringLiteral("folder.create"));
    EXPECT_EQ(folder.error().detail, QStringLiteral("data")) << "a path has the account in it";
    EXPECT_FALSE(replaceFile(root.filePath(QStringLiteral("none/file")), "x"));
}

#ifdef Q_OS_UNIX
// A few bytes reach the system only when the file is closed: what fails there must not look like a success.
TEST(Paths, aWriteThatFailsAtTheLastMomentLeavesTheOldFile)
{
    const QTemporaryDir root;
    const auto path = root.filePath(QStringLiteral("file"));
    ASSERT_TRUE(replaceFile(path, "first"));
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit nothing{0, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &nothing), 0);
    const auto replaced = replaceFile(path, "second");
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(replaced);
    EXPECT_EQ(replaced.error().code, QStringLiteral("file.write"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "first");
}
#endif

TEST(Paths, replacesAFileAsAWhole)
{
    const QTemporaryDir root;
    const auto path = root.filePath(QStringLiteral("file"));
    ASSERT_TRUE(replaceFile(path, "longer than the second"));
    ASSERT_TRUE(replaceFile(path, "second"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "second");
    EXPECT_FALSE(file.permissions() & othersMay);
}

#ifdef Q_OS_UNIX
TEST(Paths, knowsTheFileSystemsOfOtherComputers)
{
    for (const char *type : {"nfs4", "cifs", "SMB3", "fuse.sshfs"})
        EXPECT_TRUE(isNetworkFileSystem(type)) << type;
    for (const char *type : {"ext4", "tmpfs", "btrfs", "overlay", "fuseblk", ""})
        EXPECT_FALSE(isNetworkFileSystem(type)) << type;
    const QTemporaryDir here;
    EXPECT_FALSE(isOnNetwork(here.path()));
}
#else
TEST(Paths, refusesAShareOfAnotherComputer)
{
    EXPECT_TRUE(isOnNetwork(QStringLiteral("//server/share/Shebao")));
    EXPECT_TRUE(isOnNetwork(QStringLiteral("//?/UNC/server/share/Shebao")));
    const QTemporaryDir here;
    EXPECT_FALSE(isOnNetwork(here.path()));
}
#endif
