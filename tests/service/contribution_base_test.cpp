#include "service/practice.h"

#include <set>
#include <thread>

namespace {

using tests::kUnit;

class ContributionBases : public tests::Practice {
protected:
    std::vector<domain::KnownContributionBase> all(const domain::ContributionBaseQuery &query = {})
    {
        const auto rows = client->bases().window(kUnit, query, 0, 10'000);
        EXPECT_TRUE(rows);
        return rows ? *rows : std::vector<domain::KnownContributionBase>();
    }
    std::set<QString> people()
    {
        std::set<QString> ids;
        for (const auto &row : all())
            ids.insert(row.base.staffId);
        return ids;
    }
};

TEST_F(ContributionBases, OfUnknownPeopleHaveEmptyElements)
{
    ASSERT_TRUE(client->bases().sync(kUnit, job));
    ASSERT_FALSE(all().empty());
    for (const auto &row : all()) {
        EXPECT_TRUE(row.name.isEmpty() && row.documentType.isEmpty() && row.documentNumber.isEmpty());
        EXPECT_FALSE(row.base.personNumber.isEmpty());
    }
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
    for (const auto &row : all())
        EXPECT_FALSE(row.name.isEmpty());
}

TEST_F(ContributionBases, AreTheBasesOfTheRoster)
{
    ASSERT_TRUE(client->bases().sync(kUnit, job));
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
    int compared = 0;
    for (const auto &row : all()) {
        const auto person = client->staff().find(kUnit, row.base.staffId);
        ASSERT_TRUE(person);
        for (const auto &insurance : person->insurances) {
            if (insurance.insurance != row.base.insurance)
                continue;
            ++compared;
            EXPECT_EQ(insurance.wage, row.base.wage);
            if (insurance.base) {
                EXPECT_EQ(*insurance.base, row.base.base);
            }
        }
    }
    EXPECT_EQ(compared, int(all().size()));
}

TEST_F(ContributionBases, AnUpdateBringsWhoChangedAndTakesWhoLeft)
{
    const auto first = client->bases().sync(kUnit, job);
    ASSERT_TRUE(first);
    const auto before = people();
    EXPECT_GE(first->updated, qint64(before.size()));
    EXPECT_TRUE(client->bases().syncedAt(kUnit)->isValid());
    changeStaff(2, 1, 1);
    const auto second = client->bases().sync(kUnit, job);
    ASSERT_TRUE(second);
    EXPECT_LE(second->updated, 4);
    EXPECT_GE(second->updated, 2);
    const auto after = people();
    std::set<QString> left;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::inserter(left, left.end()));
    EXPECT_EQ(left.size(), 1u);
}

TEST_F(ContributionBases, AreFoundByTheThreeElementsExactly)
{
    ASSERT_TRUE(client->bases().sync(kUnit, job));
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
    const auto one = all().front();
    for (const domain::ContributionBaseQuery &query : {domain::ContributionBaseQuery{one.name, {}, {}},
                                                       {{}, {}, one.documentNumber},
                                                       {one.name, one.documentType, one.documentNumber}}) {
        const auto found = all(query);
        ASSERT_FALSE(found.empty());
        EXPECT_LT(found.size(), all().size());
        EXPECT_EQ(client->bases().count(kUnit, query)->bases, qint64(found.size()));
    }
    EXPECT_TRUE(all({one.name.left(1), {}, {}}).empty());
}

TEST_F(ContributionBases, AWalkMeetsEachOnce)
{
    ASSERT_TRUE(client->bases().sync(kUnit, job));
    const auto walk = client->bases().walk(kUnit, {});
    std::set<std::pair<QString, QString>> met;
    qint64 count = 0;
    for (auto rows = walk->next(7); rows && !rows->empty(); rows = walk->next(7)) {
        for (const auto &row : *rows)
            met.insert({row.base.staffId, row.base.insurance});
        count += qint64(rows->size());
    }
    EXPECT_EQ(count, client->bases().count(kUnit, {})->bases);
    EXPECT_EQ(qint64(met.size()), count);
}

TEST_F(ContributionBases, ACutOffDownloadGoesOn)
{
    fault("drop-before:GET /v1/contribution-bases");
    EXPECT_FALSE(client->bases().sync(kUnit, job));
    EXPECT_FALSE(client->bases().syncedAt(kUnit)->isValid());
    noFaults();
    ASSERT_TRUE(client->bases().sync(kUnit, job));
    EXPECT_FALSE(all().empty());
}

TEST_F(ContributionBases, TwoDownloadsAreOneAndThenAnUpdate)
{
    fault("latency=200:GET /v1/contribution-bases");
    std::vector<qint64> updated(2);
    const auto fetch = [&](std::size_t which) {
        base::Job own;
        const auto report = client->bases().sync(kUnit, own);
        ASSERT_TRUE(report);
        updated[which] = report->updated;
    };
    std::thread other(fetch, 0);
    fetch(1);
    other.join();
    EXPECT_EQ(std::min(updated[0], updated[1]), 0);
    EXPECT_EQ(std::max(updated[0], updated[1]), qint64(people().size()));
}

}  // namespace
