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

}  // namespace
