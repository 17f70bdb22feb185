// Backups are made, over the real application (S3, X2).
#include "service/backup_practice.h"
#include "store/setting_table.h"

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using tests::BackupTest;

TEST_F(BackupTest, AutomaticOnesAreKeptToTheCountAndNobodyElsesFileIsRemoved)
{
    auto plan = *client->backups().plan();
    EXPECT_FALSE(plan.automatic);
    EXPECT_TRUE(plan.hasPassword);
    plan.automatic = true;
    plan.keep = 3;
    plan.folder = folder.filePath(QStringLiteral("kept"));
    ASSERT_TRUE(client->backups().save(plan));
    QDir().mkpath(plan.folder);
    const auto others = write("kept/backup_20200101_000000.sbbak", "somebody else's");
    QStringList files;
    for (int i = 0; i < 5; ++i) {
        const auto report = client->backups().makeAutomatic(job);
        ASSERT_TRUE(report);
        EXPECT_EQ(report->removed, i < 3 ? 0 : 1);
        files << report->file;
    }
    const auto left = QDir(plan.folder).entryInfoList(QDir::Files, QDir::Name);
    ASSERT_EQ(left.size(), 4);
    EXPECT_TRUE(QFile::exists(others));
    for (const auto &file : files.mid(2))
        EXPECT_TRUE(QFile::exists(file));
    EXPECT_EQ(client->backups().plan()->lastFile, files.back());
}

/// It never stops without a word: what keeps it from being made is said on the way out.
TEST_F(BackupTest, AnAutomaticOneThatCannotBeMadeIsStillWanted)
{
    auto plan = *client->backups().plan();
    plan.automatic = true;
    ASSERT_TRUE(client->backups().save(plan));
    write("first/vault.bin", "damaged");
    EXPECT_EQ(client->backups().plan().error().code, QStringLiteral("vault.damaged"));
    EXPECT_TRUE(client->backups().isAutomatic());
    EXPECT_EQ(client->backups().makeAutomatic(job).error().code, QStringLiteral("vault.damaged"));
    for (const char *name : {"first/vault.bin", "first/vault.key"})
        QFile::remove(folder.filePath(QString::fromLatin1(name)));
    restart();
    EXPECT_TRUE(client->backups().isAutomatic());
    EXPECT_EQ(client->backups().makeAutomatic(job).error().code, QStringLiteral("backup.no-password"));
}

TEST_F(BackupTest, AWeekOfWorkWithoutTheAutomaticOneIsNoticed)
{
    const auto overdue = [this] { return client->home().waiting(unit)->backup.overdue; };
    const auto script = [this](const char *sql) {
        client.reset();
        Connection(data() + QStringLiteral("/shebao.db"), Access::ReadWrite, app::keyOf(data()).value()).script(sql);
        client = connect(QStringLiteral("first"));
    };
    made();
    declareAll();
    script("UPDATE setting SET value = '2020-01-01T00:00:00.000Z' WHERE key = 'backup/last-made'");
    EXPECT_FALSE(overdue()) << "nobody asked for it";
    auto plan = *client->backups().plan();
    plan.automatic = true;
    ASSERT_TRUE(client->backups().save(plan));
    EXPECT_TRUE(overdue());
    EXPECT_EQ(client->home().waiting(unit)->backup.lastMade.date().year(), 2020);
    script("UPDATE setting SET value = '2099-01-01T00:00:00.000Z' WHERE key = 'backup/last-made'");
    EXPECT_FALSE(overdue()) << "no work since";
    script("DELETE FROM setting WHERE key = 'backup/last-made'");
    EXPECT_FALSE(overdue()) << "a week has not passed since the first work";
    ASSERT_TRUE(client->backups().makeAutomatic(job));
    EXPECT_FALSE(overdue());
}

TEST_F(BackupTest, WorkGoesOnMeanwhile)
{
    std::thread worker([this] {
        for (int i = 0; i < 50; ++i)
            EXPECT_TRUE(client->layouts().save({{QStringLiteral("list"), QString::number(i)}}));
    });
    const auto file = made();
    worker.join();
    EXPECT_EQ(codeOf(file), QStringLiteral("ok"));
}

/// What somebody else has removed does not count; what cannot be reached stays in the list until it can.
TEST_F(BackupTest, TheCountIsOfWhatIsThere)
{
    auto plan = *client->backups().plan();
    plan.keep = 2;
    plan.folder = folder.filePath(QStringLiteral("stick"));
    ASSERT_TRUE(client->backups().save(plan));
    const auto one = client->backups().makeAutomatic(job)->file;
    const auto two = client->backups().makeAutomatic(job)->file;
    const auto away = folder.filePath(QStringLiteral("away"));
    ASSERT_TRUE(QDir().rename(plan.folder, away));
    plan.folder = folder.filePath(QStringLiteral("other"));
    ASSERT_TRUE(client->backups().save(plan));
    const auto three = client->backups().makeAutomatic(job);
    EXPECT_EQ(three->removed, 0) << "the oldest cannot be reached";
    ASSERT_TRUE(QDir().rename(away, QFileInfo(one).path()));
    ASSERT_TRUE(QFile::remove(two));
    const auto four = client->backups().makeAutomatic(job);
    EXPECT_EQ(four->removed, 1);
    EXPECT_FALSE(QFile::exists(one));
    EXPECT_TRUE(QFile::exists(three->file));
    EXPECT_TRUE(QFile::exists(four->file));
}

/// As a click on 备份 and a closed window do: the one on the way out begins while the other is made.
TEST_F(BackupTest, TwoAtOnceAreBothGood)
{
    QStringList files{folder.filePath(QStringLiteral("a.sbbak")), folder.filePath(QStringLiteral("b.sbbak"))};
    std::vector<std::thread> makers;
    for (const auto &file : files) {
        makers.emplace_back([this, file] {
            base::Job own;
            EXPECT_TRUE(client->backups().make(file, own));
        });
    }
    for (auto &maker : makers)
        maker.join();
    for (const auto &file : files)
        EXPECT_EQ(codeOf(file), QStringLiteral("ok"));
}

TEST_F(BackupTest, WhatIsCancelledOrHasNoPasswordLeavesNoFile)
{
    const auto file = folder.filePath(QStringLiteral("none/a.sbbak"));
    base::Job cancelled;
    cancelled.cancel();
    const auto report = client->backups().make(file, cancelled);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, base::Error::Kind::Cancelled);
    EXPECT_TRUE(QDir(folder.filePath(QStringLiteral("none"))).isEmpty());
    EXPECT_TRUE(QDir(data() + QStringLiteral("/scratch")).isEmpty());
    EXPECT_EQ(client->backups().setPassword(QStringLiteral("short")).error().code,
              QStringLiteral("backup.password-short"));
    restart("second");
    EXPECT_EQ(client->backups().make(file, job).error().code, QStringLiteral("backup.no-password"));
}

/// The store is looked at page by page before what was sealed gets a name.
TEST_F(BackupTest, ADamagedStoreGetsNoBackup)
{
    restart();  // all of it in the one file
    {
        QFile store(data() + QStringLiteral("/shebao.db"));
        ASSERT_TRUE(store.open(QIODevice::ReadWrite));
        for (qint64 page = 40; page < store.size() / 4096; ++page) {
            ASSERT_TRUE(store.seek(page * 4096));
            store.write(QByteArray(32, 'x'));
        }
    }
    const auto target = folder.filePath(QStringLiteral("a.sbbak"));
    const auto report = client->backups().make(target, job);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, QStringLiteral("store.damaged"));
    EXPECT_FALSE(QFile::exists(target));
    EXPECT_FALSE(QFile::exists(target + QStringLiteral(".part")));
}

/// A process that died while it sealed: what it said of its file is in the store. Somebody else's is left alone.
TEST_F(BackupTest, WhatAKilledOneHasLeftIsRemovedByTheNext)
{
    const auto left = write("a.sbbak.part", "half of one");
    const auto others = write("b.sbbak.part", "half of somebody else's");
    client.reset();
    {
        Connection live(data() + QStringLiteral("/shebao.db"), Access::ReadWrite, app::keyOf(data()).value());
        store::SettingTable(live).set(QStringLiteral("backup/unfinished"), left);
    }
    restart();
    ASSERT_TRUE(client->backups().make(folder.filePath(QStringLiteral("c.sbbak")), job));
    EXPECT_FALSE(QFile::exists(left));
    EXPECT_TRUE(QFile::exists(others));
    EXPECT_TRUE(client->backups().make(folder.filePath(QStringLiteral("c.sbbak")), job)) << "nothing is left to remove";
}

}  // namespace
