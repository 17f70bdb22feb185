#include "domain/fee.h"
#include "domain/wage.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using namespace domain;

WageRules rules()
{
    WageRules rules;
    rules.monthsBack = 6;
    rules.monthsAhead = 1;
    return rules;
}

WageDraftLine line(const char *id, std::optional<qint64> wage, std::optional<Month> month)
{
    WageDraftLine line;
    line.staffId = QString::fromLatin1(id);
    if (wage)
        line.newWage = Money::fromFen(*wage);
    line.effectiveMonth = month;
    return line;
}

TEST(WageDraft, CountsWhatBlocksAndWhatAsks)
{
    const Month now(2026, 11);
    const auto check = checkWageDraft({line("a", 300000, now), line("b", std::nullopt, now), line("c", 0, now),
                                       line("d", 1, std::nullopt), line("e", 1, now - 7), line("f", 1, now + 1)},
                                      WageKind::Daily, rules(), now);
    EXPECT_EQ(check.lines, 6);
    EXPECT_EQ(check.emptyWages, 1);
    EXPECT_EQ(check.emptyMonths, 1);
    EXPECT_EQ(check.outOfRangeMonths, 1);
    EXPECT_EQ(check.zeroWages, 1);
    EXPECT_EQ(check.firstFlawStaffId, QStringLiteral("b"));
    EXPECT_TRUE(check.blocked());
}

TEST(WageDraft, AnnualNeedsNoMonth)
{
    const auto check = checkWageDraft({line("a", 1, std::nullopt)}, WageKind::Annual, rules(), Month(2026, 11));
    EXPECT_FALSE(check.blocked());
}

TEST(EffectiveMonth, RangeOfThePack)
{
    const Month now(2026, 11);
    EXPECT_FALSE(effectiveMonthFlaw(rules(), now, now - 6));
    EXPECT_EQ(effectiveMonthFlaw(rules(), now, now - 7), MonthFlaw::TooEarly);
    EXPECT_EQ(effectiveMonthFlaw(rules(), now, now + 2), MonthFlaw::TooLate);
}

TEST(RulePack, BaseIsClampedByTheLimitInForce)
{
    RulePack pack;
    const QString pension = QStringLiteral("110");
    pack.limits = {{pension, Month(2025, 1), Money::fromFen(400000), Money::fromFen(2000000)},
                   {pension, Month(2026, 7), Money::fromFen(450000), Money::fromFen(2200000)}};
    EXPECT_EQ(contributionBase(pack, pension, Month(2026, 6), Money::fromFen(100)), Money::fromFen(400000));
    EXPECT_EQ(contributionBase(pack, pension, Month(2026, 7), Money::fromFen(100)), Money::fromFen(450000));
    EXPECT_EQ(contributionBase(pack, pension, Month(2026, 7), Money::fromFen(9900000)), Money::fromFen(2200000));
    EXPECT_EQ(contributionBase(pack, pension, Month(2026, 7), Money::fromFen(500000)), Money::fromFen(500000));
    EXPECT_FALSE(contributionBase(pack, QStringLiteral("410"), Month(2026, 7), Money::fromFen(1)));
}

TEST(RateText, RatesAndAmounts)
{
    EXPECT_EQ(rateText({160000, std::nullopt}), QStringLiteral("16%"));
    EXPECT_EQ(rateText({2500, std::nullopt}), QStringLiteral("0.25%"));
    EXPECT_EQ(rateText({std::nullopt, Money::fromFen(500)}), QStringLiteral("5.00元/月"));
    EXPECT_EQ(rateText({}), QString());
}

}  // namespace
