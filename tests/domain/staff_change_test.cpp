#include "domain/staff_change.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using namespace domain;

Staff someone()
{
    Staff staff;
    staff.id = QStringLiteral("7");
    staff.name = QStringLiteral("李䶮");
    staff.documentNumber = QStringLiteral("140105190001010015");
    staff.state = ContributionState::Normal;
    staff.wage = Money::fromFen(500'000);
    staff.insurances = {{QStringLiteral("110"), QStringLiteral("养老"), ContributionState::Normal, Month(2020, 1), {},
                         Money::fromFen(500'000), Money::fromFen(500'000)},
                        {QStringLiteral("210"), QStringLiteral("失业"), ContributionState::Normal, Month(2020, 1), {},
                         Money::fromFen(500'000), {}}};
    return staff;
}

TEST(StaffChanges, NobodyChangedIsNothing)
{
    EXPECT_TRUE(changesBetween(someone(), someone()).empty());
    EXPECT_TRUE(changesBetween({}, {}).empty());
}

TEST(StaffChanges, ComingAndGoingIsOneEntryEach)
{
    const auto joined = changesBetween({}, someone());
    ASSERT_EQ(joined.size(), 1u);
    EXPECT_EQ(joined[0].field, StaffField::Joined);
    EXPECT_EQ(joined[0].name, someone().name);
    const auto left = changesBetween(someone(), {});
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].field, StaffField::Left);
    EXPECT_EQ(left[0].documentNumber, someone().documentNumber);
}

TEST(StaffChanges, EveryFieldOfAPersonIsSaidWithBothValues)
{
    auto after = someone();
    after.personNumber = QStringLiteral("p");
    after.unitNumber = QStringLiteral("u");
    after.name = QStringLiteral("李龑");
    after.documentType = QStringLiteral("208");
    after.documentNumber = QStringLiteral("X1");
    after.department = QStringLiteral("财务部");
    after.state = ContributionState::Ended;
    after.wage.reset();
    const auto found = changesBetween(someone(), after);
    const std::vector<StaffField> expected = {StaffField::PersonNumber,   StaffField::UnitNumber, StaffField::Name,
                                              StaffField::DocumentType,   StaffField::DocumentNumber,
                                              StaffField::Department,     StaffField::State,      StaffField::Wage};
    ASSERT_EQ(found.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i)
        EXPECT_EQ(found[i].field, expected[i]);
    EXPECT_EQ(found[2].before, QStringLiteral("李䶮"));
    EXPECT_EQ(found[2].after, QStringLiteral("李龑"));
    EXPECT_EQ(found[6].before, QString::number(int(ContributionState::Normal)));
    EXPECT_EQ(found[7].before, QStringLiteral("500000"));
    EXPECT_EQ(found[7].after, QString());
}

TEST(StaffChanges, InsurancesAreComparedByCode)
{
    auto after = someone();
    auto &pension = after.insurances[0];
    pension.state = ContributionState::Suspended;
    pension.from = Month(2021, 2);
    pension.to = Month(2026, 6);
    pension.wage = Money::fromFen(1);
    pension.base = Money::fromFen(2);
    after.insurances[1].insurance = QStringLiteral("410");
    after.insurances[1].insuranceName = QStringLiteral("工伤");
    const auto found = changesBetween(someone(), after);
    ASSERT_EQ(found.size(), 7u);
    EXPECT_EQ(found[2].field, StaffField::InsuranceTo);
    EXPECT_EQ(found[2].before, QString());
    EXPECT_EQ(found[2].after, QString::number(Month(2026, 6).index()));
    EXPECT_EQ(found[2].insuranceName, QStringLiteral("养老"));
    EXPECT_EQ(found[5].field, StaffField::InsuranceJoined);
    EXPECT_EQ(found[5].insuranceName, QStringLiteral("工伤"));
    EXPECT_EQ(found[6].field, StaffField::InsuranceLeft);
    EXPECT_EQ(found[6].insuranceName, QStringLiteral("失业"));
}

}  // namespace
