#include "store/migrations.h"
#include "store/setting_table.h"
#include "store/store.h"
#include "store/submission_table.h"
#include "store/unit_table.h"
#include "support/print.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using store::Store;

class StoreTest : public testing::Test {
protected:
    QString file() const { return folder.filePath(QStringLiteral("shebao.db")); }
    QTemporaryDir folder;
};

TEST_F(StoreTest, ANewFileHasTheNewestSchema)
{
    ASSERT_TRUE(Store::open(folder.path()));
    Connection raw(file(), Access::ReadOnly);
    EXPECT_EQ(raw.number("PRAGMA user_version"), store::schemaVersion());
    auto mode = raw.query("PRAGMA journal_mode");
    ASSERT_TRUE(mode.next());
    EXPECT_EQ(mode.text(0), QStringLiteral("wal"));
}

TEST_F(StoreTest, ANewerFileIsRefusedAndUntouched)
{
    { Connection(file(), Access::ReadWrite).script("CREATE TABLE future (x); PRAGMA user_version = 999"); }
    QFile before(file());
    ASSERT_TRUE(before.open(QIODevice::ReadOnly));
    const auto bytes = before.readAll();
    const auto opened = Store::open(folder.path());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, base::Error::Kind::StoreTooNew);
    QFile after(file());
    ASSERT_TRUE(after.open(QIODevice::ReadOnly));
    EXPECT_EQ(after.readAll(), bytes);
}

/// As the newer program leaves it when it is killed: the file, and what is not in it yet.
TEST_F(StoreTest, ANewerFileAndItsLogAreUntouched)
{
    const QByteArray key = QByteArray(32, 'k') + QByteArray(32, 'l');
    for (const bool encrypted : {false, true}) {
        const auto origin = folder.filePath(encrypted ? QStringLiteral("encrypted") : QStringLiteral("plain"));
        const auto copy = origin + QStringLiteral("-killed");
        ASSERT_TRUE(QDir().mkpath(origin) && QDir().mkpath(copy));
        const auto bytes = [&](const char *name) {
            QFile read(copy + QLatin1Char('/') + QLatin1String(name));
            return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
        };
        {
            Connection newer(origin + QStringLiteral("/shebao.db"), Access::ReadWrite, encrypted ? key : QByteArray());
            newer.script("PRAGMA journal_mode = WAL; CREATE TABLE future (x); PRAGMA user_version = 999;"
                         "PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO future VALUES (1)");
            for (const char *name : {"/shebao.db", "/shebao.db-wal"})
                ASSERT_TRUE(QFile::copy(origin + QLatin1String(name), copy + QLatin1String(name)));
        }
        const auto before = bytes("shebao.db");
        const auto log = bytes("shebao.db-wal");
        ASSERT_FALSE(log.isEmpty());
        const auto opened = Store::open(copy, {.key = key});
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().kind, base::Error::Kind::StoreTooNew);
        EXPECT_EQ(bytes("shebao.db"), before) << encrypted;
        EXPECT_EQ(bytes("shebao.db-wal"), log) << encrypted;
    }
}

TEST_F(StoreTest, ACheckpointBringsWhatIsCommittedIntoTheFile)
{
    const auto opened = Store::open(folder.path());
    ASSERT_TRUE(opened);
    auto &target = **opened;
    ASSERT_TRUE(target.write([](Connection &c) { store::SettingTable(c).set(QStringLiteral("a"), QStringLiteral("1")); }));
    target.checkpoint();
    const auto alone = folder.filePath(QStringLiteral("copy.db"));  // without the log beside it
    ASSERT_TRUE(QFile::copy(file(), alone));
    Connection copy(alone, Access::ReadWrite);
    EXPECT_EQ(store::SettingTable(copy).value(QStringLiteral("a")), QStringLiteral("1"));
}

TEST_F(StoreTest, ADamagedFileIsRefusedAndKept)
{
    QFile damaged(file());
    ASSERT_TRUE(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(8192, 'x'));
    damaged.close();
    const auto opened = Store::open(folder.path());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, QStringLiteral("store.damaged"));
    EXPECT_EQ(QFile(file()).size(), 8192);
}

TEST_F(StoreTest, AWriteIsAllOrNothing)
{
    auto opened = Store::open(folder.path());
    ASSERT_TRUE(opened);
    auto &target = **opened;
    const auto refused = target.write([](Connection &c) {
        store::SettingTable(c).set(QStringLiteral("a"), QStringLiteral("1"));
        throw base::validation(QStringLiteral("no"));
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("no"));
    const auto failed = target.write([](Connection &c) {
        store::SettingTable(c).set(QStringLiteral("a"), QStringLiteral("1"));
        c.run("INSERT INTO nowhere VALUES (1)");
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().kind, base::Error::Kind::Store);
    EXPECT_EQ(*target.read([](Connection &c) { return store::SettingTable(c).value(QStringLiteral("a")); }), QString());
}

TEST_F(StoreTest, AWriteWaitsForTheDiskAgainAfterARepeatableOne)
{
    const auto opened = Store::open(folder.path());
    const auto &store = *opened;
    const auto level = [](Connection &c) { return c.number("PRAGMA synchronous"); };
    constexpr qint64 normal = 1;
    constexpr qint64 full = 2;
    EXPECT_EQ(store->write(level).value(), full);
    EXPECT_EQ(store->writeRepeatable(level).value(), normal);
    EXPECT_FALSE(store->writeRepeatable([](Connection &) -> int { throw base::Error(); }));
    EXPECT_EQ(store->write(level).value(), full);
}

TEST_F(StoreTest, ReadersSeeWholeWritesWhileOneWrites)
{
    auto opened = Store::open(folder.path());
    ASSERT_TRUE(opened);
    auto &target = **opened;
    std::atomic<bool> stop{false};
    std::atomic<int> torn{0};
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i) {
        readers.emplace_back([&] {
            while (!stop) {
                const auto pair = target.read([](Connection &c) {
                    auto row = c.query("SELECT (SELECT value FROM setting WHERE key='a'), (SELECT value FROM setting WHERE key='b')");
                    row.next();
                    return std::pair(row.text(0), row.text(1));
                });
                if (!pair || pair->first != pair->second)
                    ++torn;
            }
        });
    }
    for (int i = 0; i < 200; ++i) {
        ASSERT_TRUE(target.write([i](Connection &c) {
            store::SettingTable table(c);
            table.set(QStringLiteral("a"), QString::number(i));
            table.set(QStringLiteral("b"), QString::number(i));
        }));
    }
    stop = true;
    for (auto &reader : readers)
        reader.join();
    EXPECT_EQ(torn, 0);
}

/// What was committed is in the file alone, and stays so whatever is written and checkpointed meanwhile.
TEST_F(StoreTest, AStillFileHasWhatWasCommittedAndDoesNotChange)
{
    const auto opened = Store::open(folder.path());
    ASSERT_TRUE(opened);
    auto &target = **opened;
    const auto set = [&target](const QString &value) {
        ASSERT_TRUE(target.write([&](Connection &c) { store::SettingTable(c).set(QStringLiteral("a"), value); }));
    };
    set(QStringLiteral("before"));
    base::Job job;
    const auto done = target.still(job, [&](Connection &reader, const base::sqlite::DatabaseBytes &bytes) {
        const auto was = bytes.read(0, bytes.size());
        for (int i = 0; i < 50; ++i)
            set(QString(5000, QLatin1Char('x')));
        target.checkpoint();
        EXPECT_EQ(bytes.read(0, bytes.size()), was);
        EXPECT_EQ(store::SettingTable(reader).value(QStringLiteral("a")), QStringLiteral("before"));
        QFile copy(folder.filePath(QStringLiteral("copy.db")));
        EXPECT_TRUE(copy.open(QIODevice::WriteOnly) && copy.write(was) == was.size() && copy.flush());
        return base::Result<void>();
    });
    ASSERT_TRUE(done);
    Connection copy(folder.filePath(QStringLiteral("copy.db")), Access::ReadWrite);
    EXPECT_EQ(store::SettingTable(copy).value(QStringLiteral("a")), QStringLiteral("before"));
}

TEST_F(StoreTest, StillWaitsForWhoReadsAnOlderStateAndCanBeCancelled)
{
    const auto opened = Store::open(folder.path());
    ASSERT_TRUE(opened);
    auto &target = **opened;
    std::atomic<bool> reading{false};
    std::atomic<bool> enough{false};
    std::thread reader([&] {
        EXPECT_TRUE(target.read([&](Connection &c) {
            auto row = c.query("SELECT name FROM sqlite_master");
            EXPECT_TRUE(row.next());  // and stays there
            reading = true;
            while (!enough)
                std::this_thread::yield();
        }));
    });
    while (!reading)
        std::this_thread::yield();
    ASSERT_TRUE(target.write([](Connection &c) { store::SettingTable(c).set(QStringLiteral("a"), QStringLiteral("1")); }));
    std::atomic<bool> begun{false};
    const auto begin = [&begun](Connection &, const base::sqlite::DatabaseBytes &) {
        begun = true;
        return base::Result<void>();
    };
    base::Job cancelled;
    cancelled.cancel();
    EXPECT_EQ(target.still(cancelled, begin).error().kind, base::Error::Kind::Cancelled);
    std::thread waiting([&] {
        base::Job job;
        EXPECT_TRUE(target.still(job, begin));
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_FALSE(begun);
    enough = true;
    reader.join();
    waiting.join();
    EXPECT_TRUE(begun);
}

TEST_F(StoreTest, WhatWasBeingSentIsUnknownAfterARestart)
{
    auto opened = Store::open(folder.path());
    ASSERT_TRUE(opened);
    domain::Unit unit;
    unit.registrationId = QStringLiteral("u");
    domain::Submission sending;
    sending.id = QStringLiteral("s");
    sending.state = domain::SubmissionState::Sending;
    ASSERT_TRUE((*opened)->write([&](Connection &c) {
        store::UnitTable(c).save(unit, domain::CollectionMode::Self, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        store::SubmissionTable(c).insert({unit.registrationId, sending, "{}", {}});
    }));
    ASSERT_TRUE((*opened)->write([](Connection &c) { store::SubmissionTable(c).markInterrupted(); }));
    const auto row = (*opened)->read([](Connection &c) { return store::SubmissionTable(c).find(QStringLiteral("s")); });
    EXPECT_EQ((*row)->submission.state, domain::SubmissionState::Unknown);
    EXPECT_EQ((*row)->payload, QByteArray("{}"));
}

}  // namespace
