// Nothing readable on disk (X3), where files are made for a moment: journals, drafts of exports, restores, copies.
#include "service/backup_practice.h"
#include "service/canary.h"
#include "service/export.h"
#include "store/copies.h"
#include "support/environment.h"

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using tests::Canary;

class CanaryPlaces : public Canary {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(QDir().mkpath(temporary));
        tests::setEnvironment("TMPDIR", temporary);
        tests::setEnvironment("TMP", temporary);
        ASSERT_NO_FATAL_FAILURE(start());
        ASSERT_NO_FATAL_FAILURE(walk());
    }
    void TearDown() override
    {
        client.reset();
        tests::setEnvironment("TMPDIR", wasTmpdir);
        tests::setEnvironment("TMP", wasTmp);
        EXPECT_EQ(found(temporary), QStringList());
    }
    QString store() const { return data + QStringLiteral("/shebao.db"); }
    /// Everybody, over and over, and in the middle `during`.
    base::Result<qint64> exported(const QString &path, const std::function<void()> &during)
    {
        const auto people = *client->staff().window(tests::kUnit, {}, store::StaffOrder::Name, false, 0, 100);
        service::Sheet sheet;
        sheet.name = QStringLiteral("people");
        sheet.columns = {{QStringLiteral("name")}, {QStringLiteral("number")}, {QStringLiteral("wage")}};
        sheet.total = 40000;
        sheet.rows = [&](qint64 offset, qint64 limit) -> base::Result<std::vector<office::SheetRow>> {
            std::vector<office::SheetRow> rows;
            for (qint64 i = 0; i < limit; ++i) {
                const auto &one = people[std::size_t(i) % people.size()];
                rows.push_back({one.name, one.documentNumber, i % 2 == 0 ? kSentWage : kDraftWage});
            }
            if (offset > sheet.total / 2)
                during();
            return rows;
        };
        return service::exportSheet(sheet, path, job);
    }

    const QString temporary = folder.filePath(QStringLiteral("tmp"));
    const QString wasTmpdir = qEnvironmentVariable("TMPDIR");
    const QString wasTmp = qEnvironmentVariable("TMP");
};

TEST_F(CanaryPlaces, ARollbackJournal)
{
    client.reset();
    Connection live(store(), Access::ReadWrite, key());
    live.script("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 2; BEGIN IMMEDIATE; UPDATE staff SET name = name || '1'");
    ASSERT_GT(QFile(store() + QStringLiteral("-journal")).size(), 4096);
    EXPECT_EQ(found(data), QStringList());
    live.script("ROLLBACK");
}

// On Linux the draft has no name. On Windows it has one while it grows, and loses it with the program (office/scratch).
#ifndef Q_OS_WIN
TEST_F(CanaryPlaces, TheDraftOfAnExport)
{
    const auto killed = folder.filePath(QStringLiteral("killed"));
    for (const char *end : {"xlsx", "csv"}) {
        const auto target = folder.filePath(QStringLiteral("list.") + QLatin1String(end));
        int looked = 0;
        ASSERT_TRUE(exported(target, [&] {
            if (looked++ > 0)
                return;
            EXPECT_EQ(found(data), QStringList());
            EXPECT_EQ(found(temporary), QStringList());
            copyTo(killed);
        }));
        EXPECT_GT(looked, 0);
        EXPECT_EQ(found(killed), QStringList()) << "what a kill leaves";
        EXPECT_EQ(found(data), QStringList());
        const auto shown = folder.filePath(QLatin1String(end));
        ASSERT_TRUE(QDir().mkpath(shown) && QFile::rename(target, shown + QStringLiteral("/list")));
        const auto readable = found(shown);
        EXPECT_GE(readable.size(), 40) << "the search looks into it";
        EXPECT_TRUE(readable.contains(QStringLiteral("list: ") + plainText(kSentWage)));
        EXPECT_TRUE(readable.contains(QStringLiteral("list: ") + plainText(kDraftWage)));
    }
}
#endif

TEST_F(CanaryPlaces, WhatARestoreAndAMigrationLeave)
{
    const auto file = client->backups().makeIn(folder.filePath(QStringLiteral("backups")), job);
    ASSERT_TRUE(file);
    EXPECT_EQ(found(folder.filePath(QStringLiteral("backups"))), QStringList());
    ASSERT_TRUE(client->backups().check(file->file, QStringLiteral("canary-backup-password"), job));
    EXPECT_TRUE(QFile::exists(store() + QStringLiteral(".restoring")));
    EXPECT_EQ(found(data), QStringList());
    ASSERT_TRUE(client->backups().confirmRestore());
    client.reset();
    ASSERT_NO_FATAL_FAILURE(start());
    ASSERT_EQ(client->restored(), store::Restored::Applied);
    EXPECT_TRUE(QFile::exists(store() + QStringLiteral(".before-restore")));
    EXPECT_EQ(found(data), QStringList());
    client.reset();
    Connection live(store(), Access::ReadWrite, key());
    store::keepCopy(live, store(), key());
    EXPECT_EQ(QDir(data).entryList({QStringLiteral("*.schema-*")}).size(), 1);
    EXPECT_EQ(found(data), QStringList());
}

}  // namespace
