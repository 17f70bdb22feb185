// A restore over a damaged file, which may be what it is for (S5, X2).
#include "service/backup_practice.h"
#include "support/damage.h"

namespace {

using store::Restored;
using tests::BackupTest;

class RestoreDamaged : public BackupTest {
protected:
    /// A backup, then declarations that only the live file knows, and a restore that the next start applies.
    void prepare()
    {
        file = made();
        declareAll();
        sent = submissions();
        ASSERT_FALSE(sent.isEmpty());
        confirm();
    }
    void confirm()
    {
        ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
        ASSERT_TRUE(client->backups().confirmRestore());
        client.reset();
    }
    QString live() const { return data() + QStringLiteral("/shebao.db"); }
    void damageFrom(qint64 at)
    {
        QFile target(live());
        ASSERT_TRUE(target.open(QIODevice::ReadWrite));
        ASSERT_TRUE(target.seek(at));
        target.write(QByteArray(target.size() - at, '\x5a'));
    }
    bool damageTable(const char *name) { return tests::damageTable(live(), app::keyOf(data()).value(), name); }
    void startAgain()
    {
        client = connect(QStringLiteral("first"));
        ASSERT_TRUE(client);
        ASSERT_EQ(client->restored(), Restored::Applied) << client->restoreReport().why.detail.toStdString();
        EXPECT_EQ(people(), employees);
        EXPECT_TRUE(QFile::exists(live() + QStringLiteral(".before-restore"))) << "nothing is deleted";
    }

    QString file;
    QStringList sent;
};

TEST_F(RestoreDamaged, BehindTheFirstPageItIsAppliedAndSaysWhatIsMissing)
{
    ASSERT_NO_FATAL_FAILURE(prepare());
    const auto size = QFile(live()).size();
    damageFrom(4096);
    ASSERT_NO_FATAL_FAILURE(startAgain());
    EXPECT_TRUE(client->restoreReport().unread.contains(QStringLiteral("submission")));
    EXPECT_EQ(QFile(live() + QStringLiteral(".before-restore")).size(), size);
    restart();
    EXPECT_EQ(client->restored(), Restored::Nothing);
}

TEST_F(RestoreDamaged, FromTheFirstByteOn)
{
    ASSERT_NO_FATAL_FAILURE(prepare());
    damageFrom(0);
    ASSERT_NO_FATAL_FAILURE(startAgain());
    EXPECT_TRUE(client->restoreReport().unread.contains(QStringLiteral("submission")));
}

/// Nothing can be read of the live file, and its place beside it is taken: the next start finds it as it was.
TEST_F(RestoreDamaged, ThatCannotBeKeptAsideStaysWithItsLog)
{
    ASSERT_NO_FATAL_FAILURE(prepare());
    damageFrom(0);
    write("first/shebao.db-wal", "what was written last");
    ASSERT_TRUE(QDir().mkpath(live() + QStringLiteral(".before-restore/taken")));
    EXPECT_EQ(store::applyRestore(data(), *app::keyOf(data())).what, Restored::Failed);
    EXPECT_TRUE(QFile::exists(live()));
    QFile log(live() + QStringLiteral("-wal"));
    ASSERT_TRUE(log.open(QIODevice::ReadOnly));
    EXPECT_EQ(log.readAll(), "what was written last");
}

TEST_F(RestoreDamaged, WhatCanBeReadIsTakenOver)
{
    ASSERT_NO_FATAL_FAILURE(prepare());
    for (const char *table : {"setting", "certificate", "staff", "trail"}) {
        if (client) {
            ASSERT_NO_FATAL_FAILURE(confirm());
        }
        ASSERT_TRUE(damageTable(table));
        ASSERT_NO_FATAL_FAILURE(startAgain());
        const auto unread = client->restoreReport().unread;
        EXPECT_EQ(unread, table == std::string("staff") ? QStringList() : QStringList{QString::fromLatin1(table)});
        EXPECT_EQ(submissions(), sent) << table;
        EXPECT_EQ(client->trail().check(unit, job)->firstWrong, 0) << table;
    }
}

TEST_F(RestoreDamaged, OneTornRecordDoesNotTakeTheOthersAlong)
{
    ASSERT_NO_FATAL_FAILURE(prepare());
    ASSERT_TRUE(damageTable("submission_event"));
    ASSERT_NO_FATAL_FAILURE(startAgain());
    EXPECT_EQ(client->restoreReport().unread, QStringList{QStringLiteral("submission_event")});
    EXPECT_EQ(submissions(), sent);
    const auto history = client->outbox().history(sent.front().section(QLatin1Char(' '), 0, 0));
    ASSERT_TRUE(history);
    EXPECT_FALSE(history->empty());
}

TEST_F(RestoreDamaged, TheCheckInTheBackgroundFindsIt)
{
    EXPECT_TRUE(client->diagnosis().checkStore(job));
    base::Job cancelled;
    cancelled.cancel();
    EXPECT_EQ(client->diagnosis().checkStore(cancelled).error().kind, base::Error::Kind::Cancelled);
    client.reset();
    ASSERT_TRUE(damageTable("trail"));
    client = connect(QStringLiteral("first"));
    ASSERT_TRUE(client);
    EXPECT_EQ(client->diagnosis().checkStore(job).error().code, QStringLiteral("store.damaged"));
}

}  // namespace
