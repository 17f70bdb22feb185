#include "service/practice.h"

#include "http/client.h"

namespace {

using service::StaffSync;
using tests::kUnit;

class StaffSyncTest : public tests::Practice {
protected:
    void change(int changes, int leave, int join)
    {
        http::Client admin({"test", {}});
        http::Request request;
        request.method = http::Method::Post;
        request.url = address.resolved(QUrl(QStringLiteral("admin/staff")));
        request.body = QStringLiteral(R"({"changes":%1,"leave":%2,"join":%3})").arg(changes).arg(leave).arg(join).toUtf8();
        const auto answer = admin.send(request, job);
        ASSERT_TRUE(answer);
        ASSERT_LT(answer->status, 300) << answer->body.toStdString();
    }
};

TEST_F(StaffSyncTest, FirstIsFullThenOnlyWhatChanged)
{
    const auto first = client->staff().sync(kUnit, StaffSync::Auto, job);
    ASSERT_TRUE(first) << first.error().detail.toStdString();
    EXPECT_TRUE(first->full);
    const auto before = client->staff().overview(kUnit);
    ASSERT_TRUE(before);
    EXPECT_EQ(before->counts.total, first->updated);
    EXPECT_EQ(before->counts.total, before->counts.normal + before->counts.stopped);
    EXPECT_GT(before->counts.stopped, 0);
    EXPECT_TRUE(before->syncedAt.isValid());

    const auto nothing = client->staff().sync(kUnit, StaffSync::Auto, job);
    ASSERT_TRUE(nothing);
    EXPECT_FALSE(nothing->full);
    EXPECT_EQ(nothing->updated, 0);

    change(0, 2, 3);
    const auto some = client->staff().sync(kUnit, StaffSync::Auto, job);
    ASSERT_TRUE(some);
    EXPECT_EQ(some->removed, 2);
    EXPECT_EQ(some->updated, 3);
    EXPECT_EQ(client->staff().overview(kUnit)->counts.total, before->counts.total + 1);
}

TEST_F(StaffSyncTest, FullRemovesWhoIsGone)
{
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
    const auto before = client->staff().overview(kUnit)->counts.total;
    change(0, 5, 0);
    const auto full = client->staff().sync(kUnit, StaffSync::Full, job);
    ASSERT_TRUE(full);
    EXPECT_TRUE(full->full);
    EXPECT_EQ(full->removed, 5);
    EXPECT_EQ(client->staff().overview(kUnit)->counts.total, before - 5);
}

TEST_F(StaffSyncTest, DetailHasEveryInsurance)
{
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
    const auto rows = client->staff().window(kUnit, {}, store::StaffOrder::PersonNumber, false, 0, 10);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 10u);
    const auto person = client->staff().find(kUnit, rows->front().id);
    ASSERT_TRUE(person);
    EXPECT_GE(person->insurances.size(), 4);
}

TEST_F(StaffSyncTest, QueryIsExact)
{
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
    const auto all = client->staff().window(kUnit, {}, store::StaffOrder::Name, true, 0, 1000);
    ASSERT_TRUE(all);
    const auto &someone = all->at(3);
    domain::StaffQuery query;
    query.documentNumber = someone.documentNumber;
    EXPECT_GE(*client->staff().count(kUnit, query), 1);
    query.name = someone.name + QStringLiteral("某");
    EXPECT_EQ(*client->staff().count(kUnit, query), 0);
    query = {};
    query.state = domain::ContributionState::Normal;
    EXPECT_EQ(*client->staff().count(kUnit, query), client->staff().overview(kUnit)->counts.normal);
    query.name = QStringLiteral("' OR 1=1 --");
    EXPECT_EQ(*client->staff().count(kUnit, query), 0);
}

TEST_F(StaffSyncTest, ABrokenPageChangesNothing)
{
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
    const auto before = client->staff().overview(kUnit)->counts.total;
    for (const char *spec : {"malformed:GET /v1/staff", "html:GET /v1/staff", "status=500:GET /v1/staff",
                             "cut:GET /v1/staff", "drop-after:GET /v1/staff"}) {
        fault(spec);
        const auto result = client->staff().sync(kUnit, StaffSync::Full, job);
        ASSERT_FALSE(result) << spec;
        EXPECT_FALSE(result.error().code.isEmpty()) << spec;
        EXPECT_EQ(client->staff().overview(kUnit)->counts.total, before) << spec;
    }
    noFaults();
    EXPECT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
}

TEST_F(StaffSyncTest, CancelIsQuickAndResumesAtTheCursor)
{
    server->stop();
    taxside::Options options;
    options.employees = 4500;
    options.admin = true;
    server = std::make_unique<taxside::Server>(options);
    const auto url = server->start();
    ASSERT_TRUE(url);
    address = QUrl(*url + QLatin1Char('/'));
    client = connect(QStringLiteral("large"));
    logIn(*client, QStringLiteral("000001"));
    fault("latency=150:GET /v1/staff");
    base::Job *running = nullptr;
    base::Job cut([&](qint64 done, qint64) {
        if (done >= 1000)
            running->cancel();
    });
    running = &cut;
    const auto cancelled = client->staff().sync(kUnit, StaffSync::Auto, cut);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().kind, base::Error::Kind::Cancelled);
    const auto half = client->staff().overview(kUnit);
    ASSERT_TRUE(half);
    EXPECT_TRUE(half->interrupted);
    EXPECT_FALSE(half->syncedAt.isValid());
    EXPECT_GE(half->counts.total, 1000);
    EXPECT_LT(half->counts.total, 4500);
    noFaults();
    qint64 firstSeen = -1;
    base::Job rest([&](qint64 done, qint64) {
        if (firstSeen < 0)
            firstSeen = done;
    });
    const auto resumed = client->staff().sync(kUnit, StaffSync::Auto, rest);
    ASSERT_TRUE(resumed);
    EXPECT_EQ(firstSeen, half->counts.total);  // it went on where it was
    EXPECT_EQ(client->staff().overview(kUnit)->counts.total, resumed->updated);
    EXPECT_FALSE(client->staff().overview(kUnit)->interrupted);
}

}  // namespace
