// A version that never showed its window has migrated the file: the one before goes on with its copy.
#include "store/copies.h"
#include "store/migrations.h"
#include "store/setting_table.h"
#include "store/store.h"
#include "support/print.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using store::Store;

const QString kKey = QStringLiteral("who");

class CopiesTest : public testing::Test {
protected:
    QString file() const { return folder.filePath(QStringLiteral("shebao.db")); }
    QString copy(int version) const { return file() + QStringLiteral(".schema-%1").arg(version); }
    QStringList names() const { return QDir(folder.path()).entryList(QDir::Files); }

    void write(const QString &value)
    {
        auto opened = Store::open(folder.path());
        ASSERT_TRUE(opened);
        ASSERT_TRUE((*opened)->write([&](Connection &c) { store::SettingTable(c).set(kKey, value); }));
    }
    QString read(Store::Newer newer = Store::Newer::Refuse)
    {
        auto opened = Store::open(folder.path(), {.newer = newer});
        if (!opened)
            return opened.error().code;
        return (*opened)->read([](Connection &c) { return store::SettingTable(c).value(kKey); }).value();
    }
    /// What a newer program leaves behind: its schema, its row, the copy of ours from before.
    void migrateAsANewerOne()
    {
        QFile::copy(file(), copy(store::schemaVersion()));
        Connection(file(), Access::ReadWrite)
            .script("PRAGMA journal_mode = WAL; UPDATE setting SET value = 'newer'; PRAGMA user_version = 999");
    }

    QTemporaryDir folder;
};

TEST_F(CopiesTest, TheCopyComesBackAndNothingIsDeleted)
{
    write(QStringLiteral("before"));
    migrateAsANewerOne();
    EXPECT_EQ(read(), QStringLiteral("store.too-new")) << "only after a return";
    EXPECT_EQ(read(Store::Newer::TakeCopyBack), QStringLiteral("before"));
    EXPECT_TRUE(names().contains(QStringLiteral("shebao.db.newer-1")));
    EXPECT_FALSE(QFile::exists(copy(store::schemaVersion())));
    Connection aside(folder.filePath(QStringLiteral("shebao.db.newer-1")), Access::ReadOnly);
    EXPECT_EQ(aside.number("PRAGMA user_version"), 999);
    auto row = aside.query("SELECT value FROM setting");
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.text(0), QStringLiteral("newer")) << "with what was in its log";
}

TEST_F(CopiesTest, ACrashBetweenTheTwoRenamesIsFinished)
{
    write(QStringLiteral("before"));
    ASSERT_TRUE(QFile::rename(file(), copy(store::schemaVersion())));
    EXPECT_EQ(read(), QStringLiteral("before"));
}

TEST_F(CopiesTest, AFileOfOurOwnSchemaIsKeptWhateverCopyThereIs)
{
    write(QStringLiteral("old"));
    ASSERT_TRUE(QFile::copy(file(), copy(store::schemaVersion())));
    write(QStringLiteral("new"));
    EXPECT_EQ(read(Store::Newer::TakeCopyBack), QStringLiteral("new"));
}

TEST_F(CopiesTest, WithoutACopyTheNewerFileIsRefused)
{
    write(QStringLiteral("before"));
    migrateAsANewerOne();
    QFile::remove(copy(store::schemaVersion()));
    EXPECT_EQ(read(Store::Newer::TakeCopyBack), QStringLiteral("store.too-new"));
}

TEST_F(CopiesTest, TheCopyIsWholeAndReplacesAnOlderOne)
{
    write(QStringLiteral("before"));
    EXPECT_FALSE(QFile::exists(copy(1))) << "nothing to migrate, nothing to copy";
    {
        Connection connection(file(), Access::ReadWrite);
        QFile stale(copy(store::schemaVersion()));
        ASSERT_TRUE(stale.open(QIODevice::WriteOnly));
        stale.close();
        store::keepCopy(connection, file());
    }
    migrateAsANewerOne();
    EXPECT_EQ(read(Store::Newer::TakeCopyBack), QStringLiteral("before"));
}

TEST_F(CopiesTest, WhetherThereIsSomethingToMigrateIsKnownBefore)
{
    EXPECT_FALSE(store::awaitsMigration(folder.path(), {})) << "nothing there";
    (void)store::schemaVersion();  // registers the steps
    {
        QFile first(QStringLiteral(":/store/schema/v0001.sql"));
        ASSERT_TRUE(first.open(QIODevice::ReadOnly));
        Connection(file(), Access::ReadWrite).script(first.readAll() + "; PRAGMA user_version = 1");
    }
    EXPECT_TRUE(store::awaitsMigration(folder.path(), {}));
    ASSERT_TRUE(Store::open(folder.path()));
    EXPECT_TRUE(QFile::exists(copy(1)));
    EXPECT_FALSE(store::awaitsMigration(folder.path(), {}));
    QFile file(this->file());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    EXPECT_FALSE(store::awaitsMigration(folder.path(), {})) << "not a database";
}

TEST_F(CopiesTest, TheFirstWindowEndsTheNeedForCopies)
{
    write(QStringLiteral("x"));
    for (const int version : {1, 7})
        ASSERT_TRUE(QFile::copy(file(), copy(version)));
    auto opened = Store::open(folder.path());
    ASSERT_TRUE(opened);
    ASSERT_TRUE((*opened)->dropCopies());
    EXPECT_FALSE(QFile::exists(copy(1)));
    EXPECT_FALSE(QFile::exists(copy(7)));
    EXPECT_TRUE(QFile::exists(file()));
}

}  // namespace
