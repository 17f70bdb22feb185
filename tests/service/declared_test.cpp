#include "service/practice.h"
#include "support/books.h"

#include <QElapsedTimer>

#include <thread>

namespace {

using domain::MonthRange;
using service::DeclaredSync;
using tests::kUnit;

class Declared : public tests::Practice {
protected:
    domain::Month now() { return domain::Month::of(client->clock().today()); }
    /// The two months that were declared before the books begin.
    MonthRange past() { return {now() - 2, now() - 1}; }
    std::vector<domain::DeclaredPerson> rows(const domain::DeclaredQuery &query = {})
    {
        return *client->declared().window(unit, query, 0, 100'000);
    }
    domain::DeclaredTotals totals(const domain::DeclaredQuery &query = {})
    {
        return *client->declared().totals(unit, query);
    }
    static bool isWanted(const domain::DeclaredQuery &query, const domain::DeclaredPerson &row)
    {
        const auto is = [](const QString &wanted, const QString &value) { return wanted.isEmpty() || wanted == value; };
        return (!query.from || row.item.periodTo >= *query.from) && (!query.to || row.item.periodFrom <= *query.to)
            && is(query.unitNumber, row.item.unitNumber) && is(query.agencyName, row.item.agencyName)
            && is(query.collectionItem, row.item.collectionItem.code) && is(query.category, row.item.category.code)
            && is(query.subcategory, row.item.subcategory) && is(query.name, row.person.name)
            && is(query.documentType, row.person.documentType)
            && is(query.documentNumber.toUpper(), row.person.documentNumber);
    }
};

TEST_F(Declared, RowsAreWhatWasDeclaredToTheFen)
{
    declareAll();
    const auto synced = client->declared().sync(unit, {now() - 2, now()}, DeclaredSync::Due, job);
    ASSERT_TRUE(synced) << synced.error().code.toStdString();
    ASSERT_TRUE(client->fees().sync(unit, client->clock().today().addDays(-100), client->clock().today(), job));
    QMap<QString, domain::Money> sums;
    for (const auto &row : rows())
        sums[row.item.noticeNumber] += row.person.payable;
    int items = 0;
    domain::Money declared;
    for (const auto &record : *client->outbox().list(unit, {{domain::SubmissionKind::Fee}, std::nullopt, {}, {}})) {
        for (const auto &item : *client->outbox().items(record.id)) {
            EXPECT_EQ(sums.value(item.item.noticeNumber), item.amount) << item.item.category.name.toStdString();
            declared += item.amount;
            ++items;
        }
    }
    EXPECT_EQ(items, sums.size());
    EXPECT_EQ(totals().payable, declared);
    EXPECT_EQ(totals().rows, *synced);
    EXPECT_LT(totals().received, declared) << "this month is not paid";
}

TEST_F(Declared, WindowsAndTotalsAgreeForEveryQuery)
{
    tests::giveSubcategories(*server);
    ASSERT_TRUE(client->declared().sync(unit, past(), DeclaredSync::Due, job));
    const auto all = rows();
    ASSERT_GT(all.size(), 50u);
    const auto choices = client->declared().overview(unit)->choices;
    EXPECT_EQ(choices.subcategories.size(), 2) << "nobody looks for none";
    QVector<domain::DeclaredQuery> queries(11);
    queries[1].from = queries[1].to = now() - 1;
    queries[2].unitNumber = choices.unitNumbers.last();
    queries[3].agencyName = choices.agencies.first();
    queries[4].collectionItem = choices.collectionItems.last().code;
    queries[5].category = choices.categories.first().code;
    queries[6].name = all[3].person.name;
    queries[7].documentNumber = all[5].person.documentNumber.toLower();
    queries[8].documentType = all[0].person.documentType;
    queries[9].subcategory = choices.subcategories.first();
    queries[10].subcategory = choices.subcategories.last();
    queries[10].documentType = all[0].person.documentType;
    for (const auto &query : queries) {
        SCOPED_TRACE(&query - queries.constData());
        const auto found = rows(query);
        const auto sums = totals(query);
        EXPECT_FALSE(found.empty());
        EXPECT_EQ(qint64(found.size()),
                  std::count_if(all.begin(), all.end(), [&](const auto &row) { return isWanted(query, row); }));
        EXPECT_TRUE(std::all_of(found.begin(), found.end(), [&](const auto &row) { return isWanted(query, row); }));
        EXPECT_EQ(sums.rows, qint64(found.size()));
        domain::Money payable;
        for (const auto &row : found)
            payable += row.person.payable;
        EXPECT_EQ(sums.payable, payable);
        // In windows of seven the same rows come in the same order.
        std::vector<QString> keys;
        for (qint64 at = 0; at < sums.rows; at += 7) {
            for (const auto &row : *client->declared().window(unit, query, at, 7))
                keys.push_back(row.key);
        }
        ASSERT_EQ(keys.size(), found.size());
        for (std::size_t i = 0; i < keys.size(); ++i)
            EXPECT_EQ(keys[i], found[i].key);
    }
}

TEST_F(Declared, IsFetchedAgainOnlyWhenItIsDue)
{
    EXPECT_FALSE(client->declared().fetched(unit, past())->isValid());
    ASSERT_GT(*client->declared().sync(unit, past(), DeclaredSync::Due, job), 0);
    EXPECT_EQ(*client->declared().sync(unit, past(), DeclaredSync::Due, job), 0);
    EXPECT_EQ(*client->declared().sync(unit, {now() - 1, now() - 1}, DeclaredSync::Due, job), 0);
    const auto before = totals();
    EXPECT_GT(*client->declared().sync(unit, past(), DeclaredSync::Full, job), 0);
    EXPECT_EQ(totals().rows, before.rows) << "what is replaced is not there twice";
    EXPECT_EQ(totals().payable, before.payable);
    EXPECT_TRUE(client->declared().fetched(unit, past())->isValid());
    EXPECT_FALSE(client->declared().fetched(unit, {now() - 2, now()})->isValid()) << "one month of three is not here";
}

TEST_F(Declared, WhatWasVoidedIsGoneAfterTheNextFetch)
{
    declareAll();
    ASSERT_TRUE(client->declared().sync(unit, {now(), now()}, DeclaredSync::Full, job));
    ASSERT_GT(totals().rows, 0);
    const auto id = client->outbox().list(unit, {{domain::SubmissionKind::Fee}, std::nullopt, {}, {}})->front().id;
    ASSERT_TRUE(client->fees().voidDeclaration(unit, id, QStringLiteral("测试"), job));
    settleAll(*client, {domain::SubmissionKind::FeeVoiding});
    ASSERT_TRUE(client->declared().sync(unit, {now(), now()}, DeclaredSync::Full, job));
    EXPECT_EQ(totals().rows, 0);
}

TEST_F(Declared, ALostConnectionKeepsWhatWasShown)
{
    ASSERT_TRUE(client->declared().sync(unit, past(), DeclaredSync::Due, job));
    const auto before = totals();
    server->stop();
    EXPECT_FALSE(client->declared().sync(unit, past(), DeclaredSync::Full, job));
    EXPECT_EQ(totals().rows, before.rows);
    EXPECT_TRUE(client->declared().overview(unit)->loadedAt.isValid());
}

/// 申报明细, 缴费证明 and 对账到人 all fetch, and go on when their page is left.
TEST_F(Declared, TwoWalksOfTheSameMonthsDoNotAddUp)
{
    ASSERT_TRUE(client->declared().sync(unit, past(), DeclaredSync::Full, job));
    const auto alone = totals();
    fault("latency=200:GET /v1/declared-persons");
    const auto fetch = [&] {
        base::Job own;
        EXPECT_TRUE(client->declared().sync(unit, past(), DeclaredSync::Full, own));
    };
    std::thread other(fetch);
    fetch();
    other.join();
    EXPECT_EQ(totals().rows, alone.rows);
    EXPECT_EQ(totals().payable, alone.payable);
}

TEST_F(Declared, WalksOfDifferentMonthsLeaveEachOtherAlone)
{
    ASSERT_TRUE(client->declared().sync(unit, past(), DeclaredSync::Full, job));
    const auto alone = totals();
    fault("latency=200:GET /v1/declared-persons");
    const auto fetch = [&](domain::Month month) {
        base::Job own;
        EXPECT_TRUE(client->declared().sync(unit, {month, month}, DeclaredSync::Full, own));
    };
    std::thread other(fetch, now() - 2);
    fetch(now() - 1);
    other.join();
    EXPECT_EQ(totals().rows, alone.rows);
    EXPECT_EQ(totals().payable, alone.payable);
}

TEST_F(Declared, WhoWaitsForAnotherWalkCanGiveUp)
{
    fault("latency=3000:GET /v1/declared-persons:1");
    base::Job first;
    std::thread other([&] { EXPECT_FALSE(client->declared().sync(unit, past(), DeclaredSync::Full, first)); });
    while (!server->pendingFaults().isEmpty())  // the first walk has the turn
        QThread::msleep(5);
    std::thread gives([this] {
        QThread::msleep(100);
        job.cancel();
    });
    QElapsedTimer waited;
    waited.start();
    const auto second = client->declared().sync(unit, past(), DeclaredSync::Full, job);
    EXPECT_LT(waited.elapsed(), 2500);
    first.cancel();
    gives.join();
    other.join();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, base::Error::Kind::Cancelled);
    EXPECT_EQ(totals().rows, 0);
}

TEST_F(Declared, MonthsMustMakeSense)
{
    for (const auto &months : {MonthRange{now(), now() - 1}, MonthRange{now() - 36, now()}}) {
        const auto refused = client->declared().sync(unit, months, DeclaredSync::Due, job);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, QStringLiteral("declared.months"));
    }
}

}  // namespace
