#include "domain/fee_checkup.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace domain;

const CodeName kPension{QStringLiteral("10201"), QStringLiteral("企业职工基本养老保险费")};
const CodeName kUnitShare{QStringLiteral("10201011"), QStringLiteral("职工基本养老保险(单位缴纳)")};

RulePack pack(Rounding rounding = Rounding::HalfUpFen)
{
    RulePack pack;
    pack.rounding = rounding;
    Charge charge;
    charge.insurance = QStringLiteral("110");
    charge.side = Side::Unit;
    charge.from = Month(2024, 1);
    charge.ratePpm = 160'000;
    charge.collectionItem = kPension;
    charge.category = kUnitShare;
    pack.charges = {charge};
    pack.limits = {{QStringLiteral("110"), Month(2024, 1), Money::fromFen(429'000), Money::fromFen(2'145'000)}};
    return pack;
}

FeePerson person(const RulePack &rules, qint64 wage)
{
    FeePerson person;
    person.name = QStringLiteral("陈一");
    person.personNumber = QStringLiteral("1001");
    person.wage = Money::fromFen(wage);
    person.base = contributionBase(rules, QStringLiteral("110"), Month(2026, 11), person.wage).value();
    person.due = person.payable = personFee(rules, rules.charges.first(), person.base);
    return person;
}

FeeAssessment totalOf(const QVector<FeePerson> &people)
{
    FeeAssessment total;
    total.item.collectionItem = kPension;
    total.item.category = kUnitShare;
    total.item.periodFrom = total.item.periodTo = Month(2026, 11);
    total.hasPersons = true;
    total.headcount = people.size();
    for (const auto &one : people) {
        total.wageTotal += one.wage;
        total.baseTotal += one.base;
        total.due += one.due;
        total.relief += one.relief;
        total.payable += one.payable;
    }
    return total;
}

FeeCheck checked(const FeeAssessment &total, const QVector<FeePerson> &people, const RulePack &rules)
{
    FeeCheckup checkup(total, rules, UnitType::Enterprise);
    for (const auto &one : people)
        checkup.look(one);
    return checkup.finish();
}

TEST(FeeCheckup, WhatIsRightHasNoFindings)
{
    const auto rules = pack();
    const QVector<FeePerson> people{person(rules, 600'000), person(rules, 100'000), person(rules, 9'999'999)};
    const auto check = checked(totalOf(people), people, rules);
    EXPECT_EQ(check.gap, FeeCheckGap::None);
    EXPECT_EQ(check.findingCount, 0);
    EXPECT_EQ(check.reckoned, check.stated);
}

TEST(FeeCheckup, EachDifferenceIsFoundAndNothingElse)
{
    struct Case {
        const char *what;
        void (*change)(FeePerson &);
        QVector<FeeFindingKind> found;
    };
    const Case cases[] = {
        {"a base above the wage",
         [](FeePerson &p) {
             p.base = Money::fromFen(700'000);
             p.due = p.payable = Money::fromFen(112'000);
         },
         {FeeFindingKind::BaseDiffers}},
        {"an amount", [](FeePerson &p) { p.due = p.payable = p.due + Money::fromFen(1); }, {FeeFindingKind::AmountDiffers}},
        {"a payable", [](FeePerson &p) { p.payable = p.payable - Money::fromFen(1); }, {FeeFindingKind::PayableDiffers}},
    };
    const auto rules = pack();
    for (const auto &one : cases) {
        QVector<FeePerson> people{person(rules, 600'000), person(rules, 650'000)};
        one.change(people[1]);
        const auto check = checked(totalOf(people), people, rules);
        QVector<FeeFindingKind> kinds;
        for (const auto &finding : check.findings)
            kinds << finding.kind;
        EXPECT_EQ(kinds, one.found) << one.what;
        EXPECT_EQ(check.findings.constFirst().name, QStringLiteral("陈一"));
    }
}

TEST(FeeCheckup, PeopleThatDoNotAddUpAreFound)
{
    const auto rules = pack();
    const QVector<FeePerson> people{person(rules, 600'000), person(rules, 650'000)};
    auto total = totalOf(people);
    total.payable += Money::fromFen(1);
    total.headcount = 3;
    const auto check = checked(total, people, rules);
    ASSERT_EQ(check.findingCount, 2);
    EXPECT_EQ(check.findings[0].kind, FeeFindingKind::SumDiffers);
    EXPECT_EQ(check.findings[1].kind, FeeFindingKind::PeopleDiffer);
}

TEST(FeeCheckup, SpecialKindsAreReckonedOnlyWhereTheRuleIsKnown)
{
    const auto rules = pack();
    auto one = person(rules, 600'000);
    one.due = one.payable = Money::fromFen(one.due.fen() * 3);
    auto total = totalOf({one});
    total.kind = FeeKind::Special;
    total.item.periodFrom = Month(2026, 9);
    for (const char *code : {"10", "20", "31", "32", "33", "34", "35", "40"}) {
        total.specialKind = QString::fromLatin1(code);
        const bool months = QStringList{QStringLiteral("10"), QStringLiteral("31"), QStringLiteral("33")}.contains(
            total.specialKind);
        const bool refund = total.specialKind == QLatin1String("20");
        const auto check = checked(total, {one}, rules);
        EXPECT_EQ(check.gap, months || refund ? FeeCheckGap::None : FeeCheckGap::SpecialKind) << code;
        EXPECT_EQ(check.findingCount, refund ? 1 : 0) << code;  // what comes back must be below zero
        EXPECT_FALSE(specialKindHint(total.specialKind).isEmpty()) << code;
    }
    EXPECT_TRUE(specialKindHint(QStringLiteral("99")).isEmpty());
}

TEST(FeeCheckup, ManyFindingsAreCountedAndNotKept)
{
    const auto rules = pack();
    auto wrong = person(rules, 600'000);
    wrong.due = wrong.payable = Money::fromFen(1);
    const QVector<FeePerson> people(1000, wrong);
    const auto check = checked(totalOf(people), people, rules);
    EXPECT_EQ(check.findingCount, 1000);
    EXPECT_EQ(check.findings.size(), kMostFindings);
}

/// Ten thousand random people, every way of rounding: details add up to the summary to the 分, and we agree with them.
TEST(FeeCheckup, TenThousandPeopleInEveryRounding)
{
    for (int mode = int(Rounding::FenUpToJiao); mode <= int(Rounding::HalfUpYuan); ++mode) {
        const auto rules = pack(Rounding(mode));
        std::mt19937 random{unsigned(mode + 1)};
        std::uniform_int_distribution<qint64> wage(0, 9'999'999'999);
        QVector<FeePerson> people;
        for (int i = 0; i < 10'000; ++i)
            people << person(rules, i % 2 ? wage(random) % 3'000'000 : wage(random));
        const auto total = totalOf(people);
        const auto check = checked(total, people, rules);
        EXPECT_EQ(check.findingCount, 0) << mode;
        EXPECT_EQ(check.reckoned, total.payable) << mode;
        EXPECT_EQ(check.people, 10'000);
    }
}

TEST(MonthDifferences, FindsTheSameFeeOfTheMonthBefore)
{
    FeeAssessment now;
    now.item.unitNumber = QStringLiteral("11000001");
    now.item.category = kUnitShare;
    now.item.periodFrom = now.item.periodTo = Month(2026, 1);
    now.headcount = 12;
    now.payable = Money::fromFen(120'000);
    SubmissionItem before;
    before.item = now.item;
    before.item.periodFrom = before.item.periodTo = Month(2025, 12);
    before.headcount = 10;
    before.amount = Money::fromFen(100'000);
    SubmissionItem older = before;
    older.item.periodFrom = older.item.periodTo = Month(2025, 11);
    SubmissionItem elsewhere = before;
    elsewhere.item.unitNumber = QStringLiteral("11000002");
    const auto rows = monthDifferences({now}, {older, before}, {now.item});
    ASSERT_EQ(rows.size(), 1);
    EXPECT_TRUE(rows[0].known);
    EXPECT_EQ(rows[0].headcountBefore, 10);
    EXPECT_EQ(rows[0].difference(), Money::fromFen(20'000));
    EXPECT_FALSE(monthDifferences({now}, {older, elsewhere}, {now.item})[0].known);
    now.kind = FeeKind::Special;
    EXPECT_TRUE(monthDifferences({now}, {before}, {}).isEmpty());
}

TEST(MonthDifferences, ListsWhatWasDeclaredThenAndHasNoTotalNow)
{
    FeeAssessment now;
    now.item.unitNumber = QStringLiteral("11000001");
    now.item.category = kUnitShare;
    now.item.periodFrom = now.item.periodTo = Month(2026, 1);
    now.payable = Money::fromFen(120'000);
    SubmissionItem gone;
    gone.item = now.item;
    gone.item.unitNumber = QStringLiteral("11000002");
    gone.item.periodFrom = gone.item.periodTo = Month(2025, 12);
    gone.headcount = 7;
    gone.amount = Money::fromFen(70'000);
    const auto rows = monthDifferences({now}, {gone}, {now.item});
    ASSERT_EQ(rows.size(), 2);
    EXPECT_FALSE(rows[0].vanished);
    EXPECT_TRUE(rows[1].vanished && rows[1].known);
    EXPECT_EQ(rows[1].period, Month(2026, 1));
    EXPECT_EQ(rows[1].headcountBefore, 7);
    EXPECT_EQ(rows[1].difference(), Money::fromFen(-70'000));
    // It waits too, not chosen; or was declared already.
    auto waits = now.item;
    waits.unitNumber = gone.item.unitNumber;
    EXPECT_EQ(monthDifferences({now}, {gone}, {now.item, waits}).size(), 1);
    // Nor is it missing in a month that nobody declares now.
    gone.item.periodFrom = gone.item.periodTo = Month(2025, 11);
    EXPECT_EQ(monthDifferences({now}, {gone}, {now.item}).size(), 1);
}

}  // namespace
