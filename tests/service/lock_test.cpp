// 登录密码 (L7, S9).

#include "platform/scrypt.h"
#include "service/practice.h"

#include <QFile>

namespace {

using tests::kPassword;
using tests::kTaxNumber;
using tests::kUnit;

const QString kLock = QStringLiteral("秘密 123");
const QString kFresh = QStringLiteral("another-1");

TEST(Scrypt, AVerifierKnowsItsPasswordAndSaysNothing)
{
    const auto verifier = platform::passwordVerifier(kLock);
    ASSERT_TRUE(verifier);
    EXPECT_TRUE(platform::passwordMatches(kLock, *verifier));
    EXPECT_FALSE(platform::passwordMatches(kLock + QLatin1Char(' '), *verifier));
    EXPECT_NE(*verifier, *platform::passwordVerifier(kLock)) << "a salt of its own";
    EXPECT_TRUE(platform::passwordMatches(QStringLiteral("ａｂｃ１２３"),
                                          *platform::passwordVerifier(QStringLiteral("abc123"))));
    for (const char *bad : {"", "scrypt$", "scrypt$30$8$1$AAAA$AAAA", "scrypt$15$8$1$AAAA$", "scrypt$15$8$1$AAAA"})
        EXPECT_FALSE(platform::passwordMatches(QString(), QLatin1String(bad))) << bad;
}

class Lock : public tests::Practice {
protected:
    service::LockState state() { return *client->lock().state(); }
    QString wrong(const char *typed = "wrong-1")
    {
        const auto opened = client->lock().unlock(QString::fromUtf8(typed));
        return opened ? QString() : opened.error().code;
    }
    void later(int seconds) { client->clock().setNow(client->clock().now().addSecs(seconds)); }
    /// The same folder, started again.
    void restart()
    {
        client.reset();
        client = connect(QStringLiteral("first"));
        ASSERT_TRUE(client);
    }
};

TEST_F(Lock, IsSetChangedAndTakenAwayByWhoKnowsIt)
{
    EXPECT_FALSE(state().set);
    EXPECT_TRUE(client->lock().unlock(QString())) << "there is none";
    EXPECT_EQ(client->lock().set({}, QStringLiteral("short")).error().code, QStringLiteral("lock.length"));
    ASSERT_TRUE(client->lock().set({}, kLock));
    restart();
    EXPECT_TRUE(state().set);
    EXPECT_EQ(wrong(), QStringLiteral("lock.wrong"));
    EXPECT_TRUE(client->lock().unlock(kLock));
    EXPECT_EQ(client->lock().set(kFresh, kFresh).error().code, QStringLiteral("lock.wrong"));
    ASSERT_TRUE(client->lock().set(kLock, kFresh));
    EXPECT_EQ(wrong(qPrintable(kLock)), QStringLiteral("lock.wrong"));
    EXPECT_EQ(client->lock().remove(kLock).error().code, QStringLiteral("lock.wrong"));
    ASSERT_TRUE(client->lock().remove(kFresh));
    EXPECT_FALSE(state().set);
}

TEST_F(Lock, WrongTriesMakeOneWaitAndARestartDoesNotHelp)
{
    ASSERT_TRUE(client->lock().set({}, kLock));
    for (int i = 0; i < service::LockService::kFreeTries; ++i)
        EXPECT_EQ(wrong(), QStringLiteral("lock.wrong"));
    EXPECT_EQ(wrong(), QStringLiteral("lock.wait"));
    EXPECT_NEAR(state().waitSeconds, 30, 2);
    const auto now = client->clock().now();
    restart();
    client->clock().setNow(now);
    EXPECT_EQ(client->lock().unlock(kLock).error().code, QStringLiteral("lock.wait")) << "not even the right one";
    later(31);
    EXPECT_EQ(wrong(), QStringLiteral("lock.wrong"));
    EXPECT_NEAR(state().waitSeconds, 60, 2);
    later(61);
    EXPECT_TRUE(client->lock().unlock(kLock));
    EXPECT_EQ(state().wrongTries, 0);
    EXPECT_EQ(state().waitSeconds, 0);
}

TEST_F(Lock, ThePauseHasAnEndEvenWhenTheClockWasSetBack)
{
    ASSERT_TRUE(client->lock().set({}, kLock));
    for (int i = 0; i < 14; ++i) {
        (void)wrong();
        later(service::LockService::kLongestWait + 1);
    }
    (void)wrong();
    later(-400 * 24 * 3600);
    EXPECT_LE(state().waitSeconds, service::LockService::kLongestWait);
}

TEST_F(Lock, ForgottenItIsReplacedByTheDeclarationPasswordOfAUnitHere)
{
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Auto, job));
    ASSERT_TRUE(client->lock().set({}, kLock));
    const auto recover = [this](const QString &number, const QString &password, const QString &fresh) {
        const auto done = client->lock().recover(number, password, fresh, job);
        return done ? QString() : done.error().code;
    };
    EXPECT_EQ(recover(QStringLiteral("92140105MA0000023K"), QStringLiteral("000003"), kFresh),
              QStringLiteral("lock.unit"));
    EXPECT_EQ(recover(kTaxNumber, QStringLiteral("wrong-000"), kFresh), QStringLiteral("wrong-password"));
    EXPECT_TRUE(state().set);
    fault("drop-before:POST /v1/sessions");
    EXPECT_FALSE(recover(kTaxNumber, kPassword, kFresh).isEmpty());
    noFaults();
    EXPECT_EQ(recover(kTaxNumber, kPassword, kFresh), QString());
    EXPECT_TRUE(client->lock().unlock(kFresh));
    EXPECT_GT(client->staff().overview(kUnit)->counts.total, 0) << "the data stays";
    EXPECT_EQ(recover(kTaxNumber, kPassword, {}), QString());
    EXPECT_FALSE(state().set);
}

TEST_F(Lock, IsNotAskedForWhereThereIsNoUnit)
{
    ASSERT_TRUE(client->lock().set({}, kLock));
    ASSERT_TRUE(client->units().remove(kUnit, true, job));
    EXPECT_FALSE(state().set);
}

TEST_F(Lock, NothingReadableIsKept)
{
    ASSERT_TRUE(client->lock().set({}, kFresh));
    client.reset();
    QFile file(folder.filePath(QStringLiteral("first/shebao.db")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(file.readAll().contains(kFresh.toUtf8()));
}

}  // namespace
