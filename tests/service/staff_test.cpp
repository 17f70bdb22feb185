#include "service/practice.h"

#include <algorithm>
#include <thread>

namespace {

using service::StaffSync;
using tests::kUnit;

class StaffSyncTest : public tests::Practice {
protected:
    std::vector<domain::StaffChange> changes()
    {
        const auto found = client->staff().changes(kUnit, {}, 0, 1000);
        EXPECT_TRUE(found);
        return found ? *found : std::vector<domain::StaffChange>();
    }
    static qint64 count(const std::vector<domain::StaffChange> &changes, domain::StaffField field)
    {
        return std::count_if(changes.begin(), changes.end(), [field](const auto &each) { return each.field == field; });
    }
};

TEST_F(StaffSyncTest, FirstIsFullThenOnlyWhatChanged)
{
    const auto first = client->staff().sync(kUnit, StaffSync::Auto, job);
    ASSERT_TRUE(first) << first.error().detail.toStdString();
    EXPECT_TRUE(first->full);
    const auto before = client->staff().overview(kUnit);
    ASSERT_TRUE(before);
    EXPECT_EQ(*client->staff().count(kUnit, {}), first->updated);
    EXPECT_LT(before->counts.total, first->updated) << "somebody stands under two 单位编号";
    EXPECT_EQ(before->counts.total, before->counts.normal + before->counts.stopped);
    EXPECT_GT(before->counts.stopped, 0);
    EXPECT_TRUE(before->syncedAt.isValid());

    const auto nothing = client->staff().sync(kUnit, StaffSync::Auto, job);
    ASSERT_TRUE(nothing);
    EXPECT_FALSE(nothing->full);
    EXPECT_EQ(nothing->updated, 0);

    changeStaff(0, 2, 3);
    const auto some = client->staff().sync(kUnit, StaffSync::Auto, job);
    ASSERT_TRUE(some);
    EXPECT_EQ(some->removed, 2);
    EXPECT_EQ(some->updated, 3);
    EXPECT_EQ(client->staff().overview(kUnit)->counts.total, before->counts.total + 1);
}

TEST_F(StaffSyncTest, TwoDownloadsAreOneAndThenAnUpdate)
{
    fault("latency=200:GET /v1/staff");
    std::atomic<int> full{0};
    const auto fetch = [&] {
        base::Job own;
        const auto report = client->staff().sync(kUnit, StaffSync::Auto, own);
        ASSERT_TRUE(report);
        full += report->full;
    };
    std::thread other(fetch);
    fetch();
    other.join();
    EXPECT_EQ(full, 1);
    EXPECT_TRUE(changes().empty());
}

TEST_F(StaffSyncTest, FullRemovesWhoIsGone)
{
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
    const auto before = client->staff().overview(kUnit)->counts.total;
    changeStaff(0, 5, 0);
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
    QSet<QString> normal;
    for (const auto &entry : *client->staff().window(kUnit, query, store::StaffOrder::PersonNumber, false, 0, 1000))
        normal.insert(entry.personNumber);
    EXPECT_EQ(normal.size(), client->staff().overview(kUnit)->counts.normal);
    query.name = QStringLiteral("' OR 1=1 --");
    EXPECT_EQ(*client->staff().count(kUnit, query), 0);
}

/// E6. Each of the five elements, alone and together; what is expected is picked from everybody, by hand.
TEST_F(StaffSyncTest, WindowsAndCountsAgreeForEveryQuery)
{
    using store::StaffOrder;
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
    const auto all = *client->staff().window(kUnit, {}, StaffOrder::PersonNumber, false, 0, 1000);
    const auto rare = std::find_if(all.begin(), all.end(), [](const auto &one) { return one.documentType == QLatin1String("237"); });
    const auto numbers = *client->staff().unitNumbers(kUnit);
    ASSERT_NE(rare, all.end());
    ASSERT_GT(numbers.size(), 1);
    QVector<domain::StaffQuery> queries(8);
    queries[0].name = QStringLiteral("王建国");  // a namesake
    queries[1].documentType = rare->documentType;
    queries[2].documentNumber = all[5].documentNumber;
    queries[3].state = domain::ContributionState::Normal;
    queries[4].unitNumber = numbers.last();
    queries[5].documentType = QStringLiteral("201");
    queries[5].unitNumber = numbers.last();
    queries[6] = {{}, rare->name, rare->documentType, rare->documentNumber, rare->state, rare->unitNumber};
    queries[7] = queries[6];
    queries[7].documentType = QStringLiteral("201");  // of another type there is nobody of that number
    for (const auto &query : queries) {
        SCOPED_TRACE(&query - queries.data());
        QStringList expected;
        for (const auto &one : all) {
            if ((query.name.isEmpty() || one.name == query.name)
                && (query.documentType.isEmpty() || one.documentType == query.documentType)
                && (query.documentNumber.isEmpty() || one.documentNumber == query.documentNumber)
                && (!query.state || one.state == *query.state)
                && (query.unitNumber.isEmpty() || one.unitNumber == query.unitNumber))
                expected << one.id;
        }
        EXPECT_EQ(expected.isEmpty(), &query == &queries.constLast());
        EXPECT_LT(expected.size(), qsizetype(all.size())) << "it leaves somebody out";
        expected.sort();
        EXPECT_EQ(*client->staff().count(kUnit, query), expected.size());
        for (const auto order : {StaffOrder::PersonNumber, StaffOrder::Name, StaffOrder::DocumentNumber, StaffOrder::State, StaffOrder::Wage}) {
            QStringList found;  // in windows of seven
            for (qint64 at = 0; at < expected.size(); at += 7) {
                for (const auto &one : *client->staff().window(kUnit, query, order, false, at, 7))
                    found << one.id;
            }
            found.sort();
            EXPECT_EQ(found, expected) << int(order);
        }
    }
}

TEST_F(StaffSyncTest, WhatAnUpdateChangedIsKept)
{
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
    EXPECT_TRUE(changes().empty()) << "the first download changes nothing";
    const auto before = client->staff().window(kUnit, {}, store::StaffOrder::PersonNumber, false, 0, 1);
    ASSERT_TRUE(before);
    changeStaff(1, 2, 3);
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Incremental, job));
    const auto brought = changes();
    EXPECT_EQ(count(brought, domain::StaffField::Left), 2);
    EXPECT_EQ(count(brought, domain::StaffField::Joined), 3);
    const auto wage = std::find_if(brought.begin(), brought.end(), [](const auto &each) {
        return each.field == domain::StaffField::Wage;
    });
    ASSERT_NE(wage, brought.end());
    EXPECT_EQ(wage->staffId, before->front().id);
    EXPECT_EQ(wage->name, before->front().name);
    EXPECT_EQ(wage->before, QString::number(before->front().wage->fen()));
    EXPECT_EQ(wage->after, QString::number(before->front().wage->fen() + 10'000));
    EXPECT_LT(wage->at.secsTo(client->clock().now()), 60);
    const auto person = client->staff().find(kUnit, wage->staffId);
    ASSERT_TRUE(person);
    EXPECT_EQ(count(brought, domain::StaffField::InsuranceWage), person->insurances.size());

    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Full, job));
    EXPECT_EQ(changes().size(), brought.size()) << "a full update finds nothing new";
    EXPECT_EQ(client->staff().find(kUnit, wage->staffId)->insurances, person->insurances);
}

TEST_F(StaffSyncTest, AFullUpdateKeepsWhatItFoundChanged)
{
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
    changeStaff(2, 3, 4);
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Full, job));
    const auto brought = changes();
    EXPECT_EQ(count(brought, domain::StaffField::Wage), 2);
    EXPECT_EQ(count(brought, domain::StaffField::Left), 3);
    EXPECT_EQ(count(brought, domain::StaffField::Joined), 4);
}

/// E7. The window calls this after every login.
TEST_F(StaffSyncTest, ALaterLoginBringsWhatChanged)
{
    const auto tooEarly = client->staff().syncAtLogin(kUnit, job);
    ASSERT_TRUE(tooEarly);
    EXPECT_EQ(tooEarly->updated, 0);
    EXPECT_EQ(client->staff().overview(kUnit)->counts.total, 0) << "the first download is the page's own";
    ASSERT_TRUE(client->staff().sync(kUnit, StaffSync::Auto, job));
    const auto before = client->staff().overview(kUnit)->counts.total;
    changeStaff(1, 2, 5);
    logIn(*client, tests::kPassword);
    const auto report = client->staff().syncAtLogin(kUnit, job);
    ASSERT_TRUE(report);
    EXPECT_FALSE(report->full);
    EXPECT_EQ(report->updated, 6);
    EXPECT_EQ(report->removed, 2);
    EXPECT_EQ(client->staff().overview(kUnit)->counts.total, before + 3);
    EXPECT_EQ(count(changes(), domain::StaffField::Joined), 5);
    fault("status=500:GET /v1/staff");
    EXPECT_FALSE(client->staff().syncAtLogin(kUnit, job)) << "said in the window";
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
        EXPECT_TRUE(changes().empty()) << spec;
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
    const auto entries = *client->staff().count(kUnit, {});
    EXPECT_GE(entries, 1000);
    EXPECT_LT(entries, 4500);
    noFaults();
    qint64 firstSeen = -1;
    base::Job rest([&](qint64 done, qint64) {
        if (firstSeen < 0)
            firstSeen = done;
    });
    const auto resumed = client->staff().sync(kUnit, StaffSync::Auto, rest);
    ASSERT_TRUE(resumed);
    EXPECT_EQ(firstSeen, entries);  // it went on where it was
    EXPECT_EQ(*client->staff().count(kUnit, {}), resumed->updated);
    EXPECT_FALSE(client->staff().overview(kUnit)->interrupted);
}

}  // namespace
