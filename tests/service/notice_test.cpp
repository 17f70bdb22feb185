#include "support/notices.h"

#include <QElapsedTimer>

namespace {

using tests::kUnit;

class Notices : public tests::NoticesOn<tests::Practice> {
protected:
    service::NoticeList refreshed()
    {
        const auto list = client->notices().refresh(kUnit, job);
        EXPECT_TRUE(list) << list.error().code.toStdString();
        return list ? *list : service::NoticeList{};
    }
};

TEST_F(Notices, ThoseInForceAreListedNewestFirstAndReadByOpening)
{
    EXPECT_TRUE(client->notices().list(kUnit)->rows.empty());
    EXPECT_FALSE(client->notices().list(kUnit)->syncedAt.isValid());
    const auto list = refreshed();
    ASSERT_EQ(list.rows.size(), 2U);  // of this region, and not ended
    EXPECT_GT(list.rows[0].publishedAt, list.rows[1].publishedAt);
    EXPECT_TRUE(list.syncedAt.isValid());
    EXPECT_EQ(client->home().waiting(kUnit)->unreadNotices, 2);
    const auto opened = client->notices().open(list.rows[0].id);
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->html.contains(QStringLiteral("万分之五")));
    EXPECT_EQ(client->home().waiting(kUnit)->unreadNotices, 1);
    EXPECT_TRUE(refreshed().rows[0].read) << "what was read stays read";
    ASSERT_TRUE(client->notices().markAllRead(kUnit));
    EXPECT_EQ(client->home().waiting(kUnit)->unreadNotices, 0);
}

TEST_F(Notices, PopUpsComeByImportanceAndOnlyOnce)
{
    publish("low", QStringLiteral("一般"), QStringLiteral("x"), 2, true);
    publish("high", QStringLiteral("紧急"), QStringLiteral("x"), 9, true);
    refreshed();
    const auto ids = [this] {
        QStringList all;
        for (const auto &notice : *client->notices().popUps(kUnit))
            all << notice.id;
        return all;
    };
    ASSERT_EQ(ids(), QStringList({QStringLiteral("high"), QStringLiteral("N000001"), QStringLiteral("low")}));
    ASSERT_TRUE(client->notices().open(QStringLiteral("high")));
    refreshed();
    EXPECT_FALSE(ids().contains(QStringLiteral("high")));
    publish("high", QStringLiteral("紧急"), QStringLiteral("worded anew"), 9, true);
    refreshed();
    EXPECT_EQ(ids().first(), QStringLiteral("high")) << "another wording is to be read again";
}

TEST_F(Notices, WithoutNetworkTheListAndItsAgeStay)
{
    const auto before = refreshed();
    server->stop();
    EXPECT_FALSE(client->notices().refresh(kUnit, job));
    const auto list = client->notices().list(kUnit);
    EXPECT_EQ(list->rows.size(), before.rows.size());
    EXPECT_EQ(list->syncedAt, before.syncedAt);
    EXPECT_TRUE(client->notices().open(list->rows[0].id));
}

TEST_F(Notices, AreGoneWithTheirUnitAndWhatWasWithdrawnIsSaidToBe)
{
    refreshed();
    ASSERT_TRUE(client->units().remove(kUnit, true, job));
    EXPECT_TRUE(client->notices().list(kUnit)->rows.empty());
    EXPECT_EQ(client->notices().open(QStringLiteral("never")).error().code, QStringLiteral("notice.gone"));
}

/// Ten megabytes, tables in tables, and things that want to run: stored harmless, in time, beside the others.
TEST_F(Notices, HostileBodiesDoNoHarm)
{
    publish("huge", QStringLiteral("大"), QStringLiteral("<b>大</b>").repeated(900'000));
    publish("tables", QStringLiteral("表"), QStringLiteral("<table><tr><td>").repeated(400'000));
    publish("script", QStringLiteral("脚本"),
            QStringLiteral("<script>alert(1)</script><img src=\"http://127.0.0.1:9/x.png\"><p onclick='x'>正文</p>"));
    QElapsedTimer timer;
    timer.start();
    ASSERT_EQ(refreshed().rows.size(), 5U);
    EXPECT_LT(timer.elapsed(), 20'000);
    EXPECT_TRUE(client->notices().open(QStringLiteral("huge"))->cut);
    EXPECT_LT(client->notices().open(QStringLiteral("huge"))->html.size(), 1'000'000);
    EXPECT_EQ(client->notices().open(QStringLiteral("tables"))->html.count(QStringLiteral("<table")), 1);
    EXPECT_EQ(client->notices().open(QStringLiteral("script"))->html, QStringLiteral("<p>正文</p>"));
}

}  // namespace
