// A rename that is refused, and the one back as well: what lies beside the missing file is all there is, and no empty store
// is made in its place.
#include "store/restore.h"
#include "store/setting_table.h"
#include "store/store.h"
#ifdef Q_OS_UNIX
#include "support/refused_renames.h"
#endif

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using store::Restored;
using store::Store;

const QString kName = QStringLiteral("who");
const QString kUnfinished = QStringLiteral("store.unfinished");

class HalfDone : public testing::Test {
protected:
    QString file(const char *end = "") const { return folder.filePath(QStringLiteral("shebao.db") + QLatin1String(end)); }
    QStringList names() const { return QDir(folder.path()).entryList({QStringLiteral("shebao.db*")}, QDir::Files); }
    void write(const QString &value, const QByteArray &by)
    {
        auto opened = Store::open(folder.path(), {.key = by});
        ASSERT_TRUE(opened);
        ASSERT_TRUE((*opened)->write([&](Connection &c) { store::SettingTable(c).set(kName, value); }));
    }
    /// The value, or why there is none.
    QString read(bool encryptPlain = true)
    {
        auto opened = Store::open(folder.path(), {.key = key, .encryptPlain = encryptPlain});
        if (!opened)
            return opened.error().code;
        return (*opened)->read([](Connection &c) { return store::SettingTable(c).value(kName); }).value();
    }
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    const QByteArray key = QByteArray(32, 'k') + QByteArray(32, 'l');
    QTemporaryDir folder;
};

#ifdef Q_OS_UNIX
/// The two names of a conversion that could neither go on nor back.
class HalfEncrypted : public HalfDone {
protected:
    void SetUp() override
    {
        write(QStringLiteral("before"), {});
        const tests::RefusedRenames scanner(tests::onto(file()));
        EXPECT_EQ(read(), kUnfinished);
        EXPECT_EQ(names(), (QStringList{QStringLiteral("shebao.db.encrypting"), QStringLiteral("shebao.db.plain")}));
    }
};

TEST_F(HalfEncrypted, IsRefusedUntilTheCopyGetsItsName)
{
    {
        const tests::RefusedRenames scanner(tests::onto(file()));
        EXPECT_EQ(read(), kUnfinished) << "the next start as well";
        EXPECT_EQ(names().size(), 2);
    }
    EXPECT_EQ(read(), QStringLiteral("before"));
    EXPECT_TRUE(Store::isEncrypted(folder.path()));
    EXPECT_EQ(names(), QStringList{QStringLiteral("shebao.db")});
}

/// The version before has begun it, so it can go on with what comes of it.
TEST_F(HalfEncrypted, IsFinishedByAVersionOnTrialToo)
{
    {
        const tests::RefusedRenames scanner(tests::onto(file()));
        EXPECT_EQ(read(false), kUnfinished);
        EXPECT_EQ(names().size(), 2);
    }
    EXPECT_EQ(read(false), QStringLiteral("before"));
    EXPECT_EQ(names(), QStringList{QStringLiteral("shebao.db")});
}

TEST_F(HalfEncrypted, AnEmptyFileInThePlaceIsNoStore)
{
    put(file(), {});
    EXPECT_EQ(read(), QStringLiteral("before"));
}

/// As a version left it that made an empty store there.
TEST_F(HalfEncrypted, AStrangerInThePlaceIsNotTakenForTheCopy)
{
    const auto plain = bytes(file(".plain"));
    const auto fresh = bytes(file(".encrypting"));
    {
        QTemporaryDir elsewhere;
        ASSERT_TRUE(Store::open(elsewhere.path(), {.key = key}));
        ASSERT_TRUE(QFile::copy(elsewhere.filePath(QStringLiteral("shebao.db")), file()));
    }
    for (int start = 0; start < 2; ++start) {
        EXPECT_EQ(read(start == 0), QString());
        EXPECT_EQ(bytes(file(".plain")), plain);
        EXPECT_EQ(bytes(file(".encrypting")), fresh);
    }
}

/// Made with a key that is gone: the plain file has everything.
TEST_F(HalfEncrypted, ACopyThatTheKeyDoesNotOpenIsMadeAnew)
{
    put(file(".encrypting"), QByteArray(8192, 'x'));
    EXPECT_EQ(read(), QStringLiteral("before"));
    EXPECT_EQ(names(), QStringList{QStringLiteral("shebao.db")});
}
#endif

TEST_F(HalfDone, AnEncryptedFileThatTheKeyDoesNotOpenDoesNotCostThePlainOne)
{
    write(QStringLiteral("before"), {});
    ASSERT_TRUE(QFile::rename(file(), file(".plain")));
    put(file(), QByteArray(8192, 'x'));
    EXPECT_EQ(read(), QStringLiteral("store.key-wrong"));
    EXPECT_TRUE(QFile::exists(file(".plain")));
}

TEST_F(HalfDone, ThereIsNoNewStoreBesideWhatIsLeftOfOne)
{
    for (const char *left : {".encrypting", ".restoring", ".restore-ready", ".before-restore", ".newer-1", ".kept-1", ".schema-999"}) {
        put(file(left), "x");
        EXPECT_EQ(read(), kUnfinished) << left;
        EXPECT_FALSE(QFile::exists(file())) << left;
        QFile::remove(file(left));
    }
    put(file(".restore-failed"), "store.full");
    EXPECT_EQ(read(), QString()) << "a note is no data";
}

/// A version that was never used is put aside, and another one than the one that has made the copy starts then.
TEST_F(HalfDone, ACopyOfAnOlderSchemaComesBackToo)
{
    write(QStringLiteral("before"), key);
    ASSERT_TRUE(QFile::rename(file(), file(".schema-1")));
    put(file(".schema-1.new"), "half");
    EXPECT_EQ(read(), QStringLiteral("before"));
    EXPECT_FALSE(QFile::exists(file(".schema-1")));
}

#ifdef Q_OS_UNIX
class HalfRestored : public HalfDone {
protected:
    void SetUp() override
    {
        write(QStringLiteral("backup"), key);
        ASSERT_TRUE(QFile::copy(file(), file(".restoring")));
        write(QStringLiteral("live"), key);
        ASSERT_TRUE(store::markStaged(folder.path()));
    }
    Restored apply() { return store::applyRestore(folder.path(), key).what; }
    bool isThere(const char *end) const { return QFile(file(end)).size() > 0; }
};

TEST_F(HalfRestored, ThatCanNeitherGoOnNorBackIsTriedByTheNextStart)
{
    {
        const tests::RefusedRenames scanner(tests::onto(file()));
        for (int start = 0; start < 2; ++start) {
            EXPECT_EQ(apply(), Restored::Failed);
            EXPECT_TRUE(store::isRestoreWaiting(folder.path()));
            EXPECT_TRUE(isThere(".restoring"));
            EXPECT_TRUE(isThere(".before-restore"));
            EXPECT_EQ(read(), kUnfinished);
            EXPECT_FALSE(QFile::exists(file()));
        }
    }
    EXPECT_EQ(apply(), Restored::Applied);
    EXPECT_EQ(read(), QStringLiteral("live")) << "what this machine knows was taken over";
    EXPECT_TRUE(isThere(".before-restore"));
    EXPECT_EQ(names(), (QStringList{QStringLiteral("shebao.db"), QStringLiteral("shebao.db.before-restore")}));
}

/// As a version before may have left it: no marker any more, and nothing staged.
TEST_F(HalfRestored, WhatWasThereComesBackAlsoWhenTheRestoreWasGivenUp)
{
    ASSERT_TRUE(QFile::rename(file(), file(".before-restore")));
    store::dropStaged(folder.path());
    put(file(".restore-failed"), "store.failed");
    EXPECT_EQ(read(), kUnfinished);
    EXPECT_EQ(apply(), Restored::Failed);
    EXPECT_EQ(read(), QStringLiteral("live"));
}

/// A restore of before an empty file was made in the place must not cost the file of before.
TEST_F(HalfRestored, AnEmptyFileDoesNotTakeThePlaceOfTheOneThatIsAside)
{
    const tests::RefusedRenames scanner(tests::onto(file()));
    EXPECT_EQ(apply(), Restored::Failed);
    const auto aside = bytes(file(".before-restore"));
    put(file(), {});
    EXPECT_EQ(apply(), Restored::Failed);
    EXPECT_EQ(bytes(file(".before-restore")), aside);
}

/// Nothing can be read of it, so its log is still beside it: the two are never parted.
TEST_F(HalfRestored, ADamagedFileAndItsLogStayTogether)
{
    put(file(), QByteArray(8192, 'x'));
    put(file("-wal"), "what was written last");
    {
        const tests::RefusedRenames scanner([this](const QString &from, const QString &to) {
            return from.startsWith(file()) && (from.endsWith(QStringLiteral("-wal")) || to == file());
        });
        EXPECT_EQ(apply(), Restored::Failed);
        EXPECT_EQ(read(), kUnfinished);
    }
    EXPECT_EQ(apply(), Restored::Applied);
    EXPECT_FALSE(QFile::exists(file("-wal")));
    EXPECT_EQ(bytes(file(".before-restore")), QByteArray(8192, 'x'));
    EXPECT_EQ(bytes(file(".before-restore-wal")), "what was written last");
    EXPECT_EQ(read(), QStringLiteral("backup"));
}
#endif

}  // namespace
