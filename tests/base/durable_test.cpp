// Steps with files that hold after a loss of power. That they do, campaign_power shows; here what they do to names.

#include "base/durable.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#ifdef Q_OS_WIN
#include <thread>

#include <windows.h>
#endif

namespace {

class Durable : public ::testing::Test {
protected:
    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        EXPECT_EQ(file.write(content), content.size());
        EXPECT_TRUE(base::syncFile(file));
        return file.fileName();
    }
    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }

    QTemporaryDir folder;
};

TEST_F(Durable, ARenameTakesNobodysPlace)
{
    const auto from = write("from", "new");
    write("to", "old");
    EXPECT_FALSE(base::renameDurably(from, path("to")));
    EXPECT_EQ(read("to"), "old");
    EXPECT_EQ(read("from"), "new");
    EXPECT_FALSE(base::renameDurably(path("nothing"), path("free")));
    EXPECT_TRUE(base::renameDurably(from, path("free")));
    EXPECT_EQ(read("free"), "new");
    EXPECT_TRUE(base::replaceDurably(path("free"), path("to")));
    EXPECT_EQ(read("to"), "new");
    EXPECT_EQ(read("free"), "none");
}

#ifdef Q_OS_WIN
/// Restores, backups and the encryption of a store rename large files: a scanner looks at those too.
TEST_F(Durable, ARenameWaitsForAScannerToLetGo)
{
    const auto from = write("new", "second");
    const auto to = write("old", "first");
    for (const auto &path : {from, to}) {
        const auto name = path.toStdWString();
        const HANDLE held = CreateFileW(name.c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
        ASSERT_NE(held, INVALID_HANDLE_VALUE);
        std::thread scanner([held] {
            Sleep(300);
            CloseHandle(held);
        });
        EXPECT_TRUE(base::replaceDurably(from, to));
        scanner.join();
        EXPECT_EQ(read("old"), "second");
        write("new", "second");
    }
}
#endif

TEST_F(Durable, AFolderIsMadeWithThoseItLiesIn)
{
    EXPECT_TRUE(base::makeFolderDurably(path("a/b/c")));
    EXPECT_TRUE(QDir(path("a/b/c")).exists());
    EXPECT_TRUE(base::makeFolderDurably(path("a/b/c"))) << "it is there";
    write("file", "x");
    EXPECT_FALSE(base::makeFolderDurably(path("file/d"))) << "a file is in the way";
}

TEST_F(Durable, ACommitReplacesAsAWhole)
{
    write("file", "longer than the second");
    QSaveFile file(path("file"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_EQ(file.write("second"), 6);
    EXPECT_EQ(read("file"), "longer than the second");
    EXPECT_TRUE(base::commitDurably(file));
    EXPECT_EQ(read("file"), "second");
}

}  // namespace
