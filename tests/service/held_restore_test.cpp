// A restore whose renames are refused, over the real application: nothing is lost, and the next start goes on.
#include <QtGlobal>

#ifdef Q_OS_UNIX
#include "app/set_aside.h"
#include "service/backup_practice.h"
#include "support/refused_renames.h"

namespace {

using store::Restored;
using tests::BackupTest;

/// A restore waits, and a scanner holds what would have to get the name of the store: forward and back.
class HeldRestore : public BackupTest {
protected:
    void SetUp() override
    {
        BackupTest::SetUp();
        const auto file = made();
        declareAll();
        sent = submissions();
        ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
        ASSERT_TRUE(client->backups().confirmRestore());
        client.reset();
        const tests::RefusedRenames scanner(tests::onto(data() + QStringLiteral("/shebao.db")));
        for (int time = 0; time < 2; ++time)
            EXPECT_EQ(start(), QStringLiteral("store.unfinished"));
    }
    /// Why it does not start; otherwise it has.
    QString start(const QString &returnedFrom = {})
    {
        app::Options options;
        options.dataFolder = data();
        options.backupCost = 14;
        options.server.url = address;
        options.place.returnedFrom = returnedFrom;
        auto started = app::Application::start(options);
        if (!started)
            return started.error().code;
        client = std::move(started).value();
        return {};
    }

    QStringList sent;
};

TEST_F(HeldRestore, IsAppliedByTheNextStartAndNothingThatWasSentIsForgotten)
{
    ASSERT_EQ(start(), QString());
    EXPECT_EQ(client->restored(), Restored::Applied);
    EXPECT_EQ(submissions(), sent);
    EXPECT_EQ(people(), employees);
}

/// Which otherwise leaves a restore to the version it was returned from, or waits with it.
TEST_F(HeldRestore, IsGoneOnWithByWhicheverVersionStarts)
{
    ASSERT_EQ(start(QStringLiteral("9.9.9")), QString());
    EXPECT_EQ(client->restored(), Restored::Applied);
    EXPECT_EQ(submissions(), sent);
}

TEST_F(HeldRestore, IsMovedAsideWithAllThatIsLeft)
{
    const auto aside = app::setAside(data(), QDateTime::currentDateTimeUtc());
    ASSERT_TRUE(aside);
    for (const char *left : {"shebao.db.before-restore", "shebao.db.restoring", "shebao.db.restore-ready", "store.key"})
        EXPECT_TRUE(QFile::exists(*aside + QLatin1Char('/') + QLatin1String(left))) << left;
    ASSERT_EQ(start(), QString());
    EXPECT_EQ(client->restored(), Restored::Nothing);
    EXPECT_EQ(people(), 0);
}

}  // namespace
#endif
