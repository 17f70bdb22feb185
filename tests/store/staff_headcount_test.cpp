// How many people were insured in each month (X9).
#include "store/staff_table.h"
#include "store/store.h"
#include "store/unit_table.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using domain::ContributionState;
using domain::Month;

const QString kUnit = QStringLiteral("unit");

domain::StaffInsurance insurance(const char *code, Month from, std::optional<Month> to = {},
                                 ContributionState state = ContributionState::Normal)
{
    domain::StaffInsurance insurance;
    insurance.insurance = QString::fromLatin1(code);
    insurance.from = from;
    insurance.to = to;
    insurance.state = state;
    return insurance;
}

TEST(StaffHeadcount, CountsEverybodyOnceFromTheFirstMonthToTheLast)
{
    const QTemporaryDir folder;
    auto opened = store::Store::open(folder.path());
    ASSERT_TRUE(opened);
    auto &store = **opened;
    const Month january(2026, 1);
    const QVector<QVector<domain::StaffInsurance>> people{
        {insurance("110", january - 30), insurance("310", january - 30)},                      // all the time
        {insurance("110", january + 1), insurance("310", january + 2)},                        // from February
        {insurance("110", january - 5, january), insurance("310", january - 5, january + 1)},  // until February
        {insurance("110", january - 9, january - 3)},                                          // before
        {insurance("110", january + 9)},                                                       // later
        {insurance("110", january, {}, ContributionState::Unpaid)},                            // not yet
    };
    ASSERT_TRUE(store.write([&](base::sqlite::Connection &c) {
        domain::Unit unit;
        unit.registrationId = kUnit;
        store::UnitTable(c).save(unit, domain::CollectionMode::Self, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        store::StaffTable table(c);
        store::StaffSearch search(c, kUnit);
        for (int at = 0; at < people.size(); ++at) {
            domain::Staff person;
            person.id = QString::number(at);
            person.personNumber = person.id;
            person.name = QStringLiteral("张三");
            person.insurances = people[at];
            table.save(search, kUnit, person, 1);
        }
        search.flush();
    }));
    const auto counts = store.read(
        [&](base::sqlite::Connection &c) { return store::StaffTable(c).insuredByMonth(kUnit, january, january + 3); });
    ASSERT_TRUE(counts);
    EXPECT_EQ(*counts, (QVector<qint64>{2, 3, 2, 2}));
}

/// One person under two 单位编号 is two entries and one person.
class PeopleOfTwoNumbers : public testing::Test {
protected:
    void SetUp() override
    {
        store = std::move(store::Store::open(folder.path())).value();
        ASSERT_TRUE(store->write([&](base::sqlite::Connection &c) {
            domain::Unit unit;
            unit.registrationId = kUnit;
            store::UnitTable(c).save(unit, domain::CollectionMode::Self, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
            store::StaffTable table(c);
            store::StaffSearch search(c, kUnit);
            using State = ContributionState;
            int at = 0;
            const auto add = [&](const char *person, const char *unitNumber, State state, bool wage, Month from,
                                 std::optional<Month> to) {
                domain::Staff entry;
                entry.id = QString::number(at++);
                entry.personNumber = QString::fromLatin1(person);
                entry.unitNumber = QString::fromLatin1(unitNumber);
                entry.name = QStringLiteral("张三");
                entry.state = state;
                if (wage)
                    entry.wage = domain::Money::fromFen(500000);
                entry.insurances = {insurance("110", from, to)};
                table.save(search, kUnit, entry, 1);
            };
            add("1", "a", State::Normal, true, january, {});
            add("2", "a", State::Ended, true, january - 5, january);  // changed their number in February
            add("2", "b", State::Normal, false, january + 1, {});
            add("3", "a", State::Normal, false, january, {});
            add("3", "b", State::Normal, false, january + 2, {});
            add("4", "a", State::Ended, true, january - 5, january);
            add("4", "b", State::Suspended, true, january - 5, january + 1);
            search.flush();
        }));
    }

    const Month january{2026, 1};
    QTemporaryDir folder;
    std::unique_ptr<store::Store> store;
};

TEST_F(PeopleOfTwoNumbers, AreCountedOnce)
{
    const auto counts = store->read([&](base::sqlite::Connection &c) { return store::StaffTable(c).counts(kUnit); });
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->total, 4);
    EXPECT_EQ(counts->normal, 3);
    EXPECT_EQ(counts->stopped, 1);
    EXPECT_EQ(counts->withoutWage, 2);
}

TEST_F(PeopleOfTwoNumbers, AreInsuredOnceInAMonth)
{
    const auto counts = store->read(
        [&](base::sqlite::Connection &c) { return store::StaffTable(c).insuredByMonth(kUnit, january, january + 3); });
    ASSERT_TRUE(counts);
    EXPECT_EQ(*counts, (QVector<qint64>{4, 4, 3, 3}));
}

}  // namespace
