// Nothing readable in any file of a database with a key, and nothing lost by it (X3).
#include "base/encrypt_database.h"
#include "base/encrypted_file.h"
#include "base/encrypted_files.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using base::sqlite::EncryptedFile;
using base::sqlite::Failure;

const QByteArray kSecret = "11010519491231002X";

QByteArray keyOf(char fill)
{
    QByteArray key(base::sqlite::kFileKeyBytes, fill);
    key[0] = 'x';  // the two halves differ
    return key;
}

class EncryptedFiles : public testing::Test {
protected:
    QString path(const char *name = "t.db") const { return folder.filePath(QString::fromLatin1(name)); }
    QByteArray bytes(const QString &file) const
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    /// Files of the folder that have the secret in them.
    QStringList readable() const
    {
        QStringList found;
        for (const auto &name : QDir(folder.path()).entryList(QDir::Files)) {
            if (bytes(folder.filePath(name)).contains(kSecret))
                found << name;
        }
        return found;
    }
    static void fill(Connection &connection, int rows = 500)
    {
        connection.script("CREATE TABLE t (id INTEGER PRIMARY KEY, who TEXT, filler BLOB)");
        add(connection, rows);
    }
    static void add(Connection &connection, int rows)
    {
        base::sqlite::Transaction transaction(connection);
        for (int i = 0; i < rows; ++i)
            connection.run("INSERT INTO t (who, filler) VALUES (?, randomblob(300))", QString::fromLatin1(kSecret));
        transaction.commit();
    }
    static qint64 count(Connection &connection)
    {
        return connection.number("SELECT count(*) FROM t WHERE who = '11010519491231002X'");
    }
    void copyTo(const QString &target) const
    {
        QDir().mkpath(target);
        for (const auto &name : QDir(folder.path()).entryList(QDir::Files))
            QFile::copy(folder.filePath(name), target + QLatin1Char('/') + name);
    }

    QTemporaryDir folder;
    const QByteArray key = keyOf('k');
};

TEST_F(EncryptedFiles, WalAndDatabaseHoldNothingReadable)
{
    Connection connection(path(), Access::ReadWrite, key);
    connection.script("PRAGMA journal_mode = WAL");
    fill(connection);
    EXPECT_GT(QFile(path("t.db-wal")).size(), 0);
    EXPECT_EQ(readable(), QStringList());
    connection.script("PRAGMA wal_checkpoint(TRUNCATE)");
    add(connection, 10);
    EXPECT_EQ(readable(), QStringList());
    Connection reader(path(), Access::ReadOnly, key);
    EXPECT_EQ(count(reader), 510);
    EXPECT_TRUE(base::sqlite::isWhole(reader));
}

TEST_F(EncryptedFiles, TheSearchWouldFindIt)
{
    Connection connection(path(), Access::ReadWrite);
    fill(connection, 1);
    EXPECT_EQ(readable(), QStringList{QStringLiteral("t.db")});
}

TEST_F(EncryptedFiles, WhatWasCommittedSurvivesAKillInTheLog)
{
    QTemporaryDir after;
    Connection connection(path(), Access::ReadWrite, key);
    connection.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    fill(connection, 100);
    for (int i = 0; i < 20; ++i)
        add(connection, 1);  // each ends the log at a sector: frames are repeated and split
    connection.script(
        "BEGIN; PRAGMA cache_spill = 1; PRAGMA cache_size = 2; INSERT INTO t (who) VALUES ('half'), ('done')");
    copyTo(after.path());
    Connection survivor(after.filePath(QStringLiteral("t.db")), Access::ReadWrite, key);
    EXPECT_EQ(count(survivor), 120);
    EXPECT_EQ(survivor.number("SELECT count(*) FROM t"), 120);
    EXPECT_TRUE(base::sqlite::isWhole(survivor));
}

TEST_F(EncryptedFiles, AHotJournalRollsBack)
{
    QTemporaryDir after;
    Connection connection(path(), Access::ReadWrite, key);
    fill(connection);
    connection.script("PRAGMA cache_size = 5; BEGIN; UPDATE t SET who = 'gone', filler = randomblob(290)");
    EXPECT_GT(QFile(path("t.db-journal")).size(), 0);
    EXPECT_EQ(readable(), QStringList());
    copyTo(after.path());
    Connection survivor(after.filePath(QStringLiteral("t.db")), Access::ReadWrite, key);
    EXPECT_EQ(count(survivor), 500);
    EXPECT_TRUE(base::sqlite::isWhole(survivor));
}

// A loss of power can leave a part of what was being written behind the part that counts.
TEST_F(EncryptedFiles, AHotJournalThatEndsWithinASectorRollsBack)
{
    QTemporaryDir after;
    Connection connection(path(), Access::ReadWrite, key);
    fill(connection);
    connection.script("PRAGMA cache_size = 5; BEGIN; UPDATE t SET who = 'gone', filler = randomblob(290)");
    copyTo(after.path());
    QFile journal(after.filePath(QStringLiteral("t.db-journal")));
    ASSERT_TRUE(journal.open(QIODevice::Append));
    ASSERT_EQ(journal.write(QByteArray(512, 'j')), 512);
    journal.close();
    Connection survivor(after.filePath(QStringLiteral("t.db")), Access::ReadWrite, key);
    EXPECT_EQ(count(survivor), 500);
    EXPECT_TRUE(base::sqlite::isWhole(survivor));
}

// SQLite's journal of several files names, at its very end, a file that decides; ends are where our units end, not there.
TEST_F(EncryptedFiles, ATransactionOverTwoFilesIsRefusedNotHalfDone)
{
    for (const char *name : {"t.db", "u.db"})
        Connection(path(name), Access::ReadWrite, keyOf('a')).script("CREATE TABLE t (a)");
    Connection both(path(), Access::ReadWrite, keyOf('a'));
    both.run("ATTACH ? AS other", path("u.db"));
    {
        base::sqlite::Transaction transaction(both);
        both.script("INSERT INTO main.t VALUES (1); INSERT INTO other.t VALUES (1)");
        EXPECT_THROW(transaction.commit(), Failure);
    }
    EXPECT_EQ(both.number("SELECT count(*) FROM main.t"), 0);
    EXPECT_EQ(both.number("SELECT count(*) FROM other.t"), 0);
    both.script("BEGIN; INSERT INTO main.t SELECT count(*) FROM other.t; COMMIT");  // one is read
    EXPECT_EQ(both.number("SELECT count(*) FROM main.t"), 1);
}

TEST_F(EncryptedFiles, AnotherKeyOrNoneOpensNothingAndChangesNothing)
{
    {
        Connection connection(path(), Access::ReadWrite, key);
        fill(connection);
    }
    const auto before = bytes(path());
    for (const auto &wrong : {keyOf('w'), QByteArray()}) {
        try {
            Connection(path(), Access::ReadWrite, wrong).number("SELECT count(*) FROM t");
            FAIL();
        } catch (const Failure &failure) {
            EXPECT_EQ(failure.code() & 0xFF, SQLITE_NOTADB);
        }
    }
    EXPECT_EQ(bytes(path()), before);
}

TEST_F(EncryptedFiles, SortsAndVacuumsThroughTemporaryFiles)
{
    Connection connection(path(), Access::ReadWrite, key);
    connection.script("PRAGMA temp_store = FILE; PRAGMA cache_size = 10");
    fill(connection, 4000);
    connection.script("CREATE INDEX by_filler ON t (filler); DELETE FROM t WHERE id % 2; VACUUM");
    EXPECT_EQ(count(connection), 2000);
    EXPECT_TRUE(base::sqlite::isWhole(connection));
    connection.run("VACUUM INTO ?", path("copy.db"));
    Connection copy(path("copy.db"), Access::ReadOnly, key);
    EXPECT_EQ(count(copy), 2000);
    EXPECT_EQ(readable(), QStringList());
}

TEST_F(EncryptedFiles, AnOnlineCopyGoesFromKeyToKey)
{
    Connection from(path(), Access::ReadWrite, key);
    fill(from);
    {
        Connection to(path("other.db"), Access::ReadWrite, keyOf('o'));
        base::sqlite::copyDatabase(from, to);
    }
    Connection other(path("other.db"), Access::ReadOnly, keyOf('o'));
    EXPECT_EQ(count(other), 500);
}

// Reads and writes of any place and size, against memory.
class EncryptedBytes : public testing::TestWithParam<int> {};

TEST_P(EncryptedBytes, AreWhatWasWritten)
{
    QTemporaryDir folder;
    const auto key = keyOf('k');
    auto *vfs = sqlite3_vfs_find(base::sqlite::encryptedFiles(key));
    std::vector<unsigned char> memory(std::size_t(vfs->szOsFile));
    auto *file = reinterpret_cast<sqlite3_file *>(memory.data());
    QFile database(folder.filePath(QStringLiteral("f")));  // whose mode its log and journal take
    ASSERT_TRUE(database.open(QIODevice::WriteOnly));
    const char *end = GetParam() == SQLITE_OPEN_WAL ? "-wal" : GetParam() == SQLITE_OPEN_MAIN_JOURNAL ? "-journal" : "";
    const QByteArray name = database.fileName().toUtf8() + end + QByteArray(2, '\0');
    ASSERT_EQ(vfs->xOpen(vfs, name.constData(), file, GetParam() | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr),
              SQLITE_OK);
    std::mt19937 random(7);
    QByteArray expected;
    for (int step = 0; step < 3000; ++step) {
        const int at = int(random() % 60000);
        const int size = 1 + int(random() % (step % 3 ? 200 : 9000));
        if (step % 2 == 0) {
            const int from = std::min<int>(at, int(expected.size()));  // SQLite never leaves a hole that it reads
            QByteArray bytes(size, '\0');
            for (auto &byte : bytes)
                byte = char(random());
            ASSERT_EQ(file->pMethods->xWrite(file, bytes.constData(), size, from), SQLITE_OK);
            if (from + size > expected.size())
                expected.resize(from + size);
            std::memcpy(expected.data() + from, bytes.constData(), std::size_t(size));
        } else if (at + size <= expected.size()) {
            QByteArray bytes(size, 'z');
            ASSERT_EQ(file->pMethods->xRead(file, bytes.data(), size, at), SQLITE_OK);
            ASSERT_EQ(bytes, expected.mid(at, size)) << at << ' ' << size;
        }
    }
    QByteArray beyond(100, 'z');
    EXPECT_EQ(file->pMethods->xRead(file, beyond.data(), 100, 1 << 20), SQLITE_IOERR_SHORT_READ);
    EXPECT_EQ(beyond, QByteArray(100, '\0'));
    file->pMethods->xClose(file);
}

INSTANTIATE_TEST_SUITE_P(Kinds, EncryptedBytes,
                         testing::Values(SQLITE_OPEN_MAIN_DB, SQLITE_OPEN_WAL, SQLITE_OPEN_MAIN_JOURNAL));

class Encrypting : public EncryptedFiles {};

TEST_F(Encrypting, APlainFileBecomesOneAndIsGone)
{
    {
        Connection plain(path(), Access::ReadWrite);
        plain.script("PRAGMA journal_mode = WAL; PRAGMA user_version = 5");
        fill(plain);
    }
    base::sqlite::encryptDatabase(path(), key);
    EXPECT_EQ(readable(), QStringList());
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("t.db")});
    Connection connection(path(), Access::ReadOnly, key);
    EXPECT_EQ(count(connection), 500);
    EXPECT_EQ(connection.number("PRAGMA user_version"), 5);
}

/// Somebody has begun anew meanwhile: the data of before is the only one there is.
TEST_F(Encrypting, APlainFileIsNotGivenUpForOneThatIsNotItsCopy)
{
    {
        Connection plain(path("t.db.plain"), Access::ReadWrite);
        fill(plain);
    }
    const auto kept = bytes(path("t.db.plain"));
    { Connection(path(), Access::ReadWrite).script("CREATE TABLE fresh (x)"); }
    base::sqlite::finishEncrypting(path(), key);
    EXPECT_EQ(bytes(path("t.db.plain")), kept);
    ASSERT_TRUE(QFile::resize(path(), 0));
    base::sqlite::finishEncrypting(path(), key);
    EXPECT_EQ(bytes(path()), kept) << "it has its name again before anybody makes a store in the empty file";
    EXPECT_FALSE(QFile::exists(path("t.db.plain")));
}

TEST_F(Encrypting, WhoHasBegunAnewIsEncryptedAndTheDataOfBeforeAreToo)
{
    {
        Connection plain(path("t.db.plain"), Access::ReadWrite);
        fill(plain);
    }
    { Connection(path(), Access::ReadWrite).script("CREATE TABLE fresh (x)"); }
    base::sqlite::finishEncrypting(path(), key);
    base::sqlite::encryptDatabase(path(), key);
    EXPECT_EQ(readable(), QStringList());
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files),
              (QStringList{QStringLiteral("t.db"), QStringLiteral("t.db.kept-1")}));
    Connection fresh(path(), Access::ReadOnly, key);
    EXPECT_EQ(fresh.number("SELECT count(*) FROM fresh"), 0);
    Connection kept(path("t.db.kept-1"), Access::ReadOnly, key);
    EXPECT_EQ(count(kept), 500);
}

TEST_F(Encrypting, CutOffAnywhereOneOfTheTwoOpens)
{
    {
        Connection plain(path(), Access::ReadWrite);
        fill(plain);
    }
    const auto plain = bytes(path());
    base::sqlite::encryptDatabase(path(), key);
    const auto encrypted = bytes(path());
    const auto put = [this](const char *name, const QByteArray &content) {
        QFile file(path(name));
        if (content.isEmpty()) {
            file.remove();
            return;
        }
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    struct Moment {
        QByteArray file, fresh, aside;
    };
    const Moment moments[] = {
        {plain, encrypted.left(5000), {}}, {plain, encrypted, {}}, {{}, encrypted, plain}, {encrypted, {}, plain},
        {encrypted, {}, plain.left(100)},  {encrypted, {}, {}}};
    for (const auto &moment : moments) {
        put("t.db", moment.file);
        put("t.db.encrypting", moment.fresh);
        put("t.db.plain", moment.aside);
        base::sqlite::finishEncrypting(path(), key);
        if (base::sqlite::isPlainDatabase(path()))
            base::sqlite::encryptDatabase(path(), key);
        EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("t.db")});
        Connection connection(path(), Access::ReadOnly, key);
        EXPECT_EQ(count(connection), 500);
    }
}

}  // namespace
