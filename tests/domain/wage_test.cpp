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
    line.wages = {{{}, {}, wage ? std::optional(Money::fromFen(*wage)) : std::nullopt}};
    line.effectiveMonth = month;
    return line;
}

TEST(WageDraft, CountsWhatBlocksAndWhatAsks)
{
    const Month now(2026, 11);
    const auto check = checkWageDraft({line("a", 300000, now), line("b", std::nullopt, now), line("c", 0, now),
                                       line("d", 1, std::nullopt), line("e", 1, now - 7), line("f", 1, now + 1)},
                                      {WageKind::Daily}, rules(), now);
    EXPECT_EQ(check.people, 6);
    EXPECT_EQ(check.emptyWages, 1);
    EXPECT_EQ(check.emptyMonths, 1);
    EXPECT_EQ(check.outOfRangeMonths, 1);
    EXPECT_EQ(check.zeroWages, 1);
    EXPECT_EQ(check.firstFlawStaffId, QStringLiteral("b"));
    EXPECT_TRUE(check.blocked());
}

TEST(WageDraft, AnnualNeedsNoMonth)
{
    const auto check = checkWageDraft({line("a", 1, std::nullopt)}, {WageKind::Annual}, rules(), Month(2026, 11));
    EXPECT_FALSE(check.blocked());
}

TEST(WageDraft, ByInsuranceOneWageIsEnough)
{
    const auto insured = [](std::optional<Money> pension, std::optional<Money> medical) {
        WageDraftLine line;
        line.staffId = QStringLiteral("a");
        line.wages = {{QStringLiteral("120"), {}, pension}, {QStringLiteral("310"), {}, medical}};
        return line;
    };
    const WageForm form{WageKind::Annual, true};
    const auto some = checkWageDraft({insured(Money::fromFen(1), std::nullopt)}, form, rules(), Month(2026, 11));
    EXPECT_FALSE(some.blocked());
    EXPECT_EQ(some.wages, 1);
    EXPECT_EQ(some.leftOut, 1);
    EXPECT_TRUE(checkWageDraft({insured(std::nullopt, std::nullopt)}, form, rules(), Month(2026, 11)).blocked());
}

TEST(AnnualWindow, OpensAndCloses)
{
    WageRules pack;
    pack.annualFrom = QStringLiteral("07-01");
    pack.annualTo = QStringLiteral("09-30");
    EXPECT_FALSE(annualWindow(pack, QDate(2026, 6, 30))->open);
    EXPECT_EQ(annualWindow(pack, QDate(2026, 6, 30))->from, QDate(2026, 7, 1));
    EXPECT_TRUE(annualWindow(pack, QDate(2026, 7, 1))->open);
    EXPECT_TRUE(annualWindow(pack, QDate(2026, 9, 30))->open);
    EXPECT_EQ(annualWindow(pack, QDate(2026, 10, 1))->from, QDate(2027, 7, 1));
}

TEST(AnnualWindow, MayRunOverNewYearsEve)
{
    WageRules pack;
    pack.annualFrom = QStringLiteral("12-15");
    pack.annualTo = QStringLiteral("01-31");
    EXPECT_TRUE(annualWindow(pack, QDate(2026, 12, 31))->open);
    EXPECT_TRUE(annualWindow(pack, QDate(2027, 1, 31))->open);
    EXPECT_EQ(annualWindow(pack, QDate(2027, 1, 31))->from, QDate(2026, 12, 15));
    EXPECT_FALSE(annualWindow(pack, QDate(2027, 2, 1))->open);
    pack.annualFrom = QStringLiteral("nonsense");
    EXPECT_FALSE(annualWindow(pack, QDate(2027, 2, 1)));
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
