#include "domain/wage_checkup.h"
#include "domain/person_name.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using namespace domain;

const Month kNow(2026, 11);

class WageCheckup : public testing::Test {
protected:
    WageCheckup()
    {
        rules.form = {WageKind::Daily, false};
        rules.pack.wage.monthsBack = 6;
        rules.pack.wage.monthsAhead = 1;
        rules.pack.limits = {{QStringLiteral("110"), Month(2026, 7), Money::fromFen(456'000), Money::fromFen(2'280'000)}};
        rules.insurances = {{QStringLiteral("110"), QStringLiteral("养老")}};
        rules.present = kNow;
        rules.jumpPercent = 50;
    }
    static WageDraftLine line(qint64 oldFen, std::optional<qint64> newFen)
    {
        WageDraftLine line;
        line.staffId = QStringLiteral("a");
        line.name = QStringLiteral("张三");
        line.documentType = QStringLiteral("201");
        line.documentNumber = QStringLiteral("140105190001010015");
        line.effectiveMonth = kNow;
        line.wages = {{{}, Money::fromFen(oldFen), newFen ? std::optional(Money::fromFen(*newFen)) : std::nullopt}};
        return line;
    }
    QVector<WageFindingKind> kinds(const QVector<WageDraftLine> &lines) const
    {
        QVector<WageFindingKind> kinds;
        for (const auto &finding : wageFindings(lines, rules, surroundings))
            kinds.append(finding.kind);
        return kinds;
    }
    /// Of one line, whose number is that of the vectors of field.md 6.
    QVector<WageFindingKind> ofDocument(const char *type, const char *number) const
    {
        auto one = line(600'000, 600'000);
        one.documentType = QString::fromUtf8(type);
        one.documentNumber = QString::fromUtf8(number);
        return kinds({one});
    }

    WageCheckupRules rules;
    WageSurroundings surroundings;
};

using Kinds = QVector<WageFindingKind>;

TEST_F(WageCheckup, WhatIsInOrderIsNotSaid)
{
    EXPECT_EQ(kinds({line(600'000, 610'000)}), Kinds{});
}

TEST_F(WageCheckup, GapsBlockAndComeFirst)
{
    auto gap = line(600'000, std::nullopt);
    gap.staffId = QStringLiteral("b");
    gap.documentNumber = QStringLiteral("140105190001010023");
    gap.effectiveMonth.reset();
    const auto findings = wageFindings({line(600'000, 0), gap}, rules, surroundings);
    ASSERT_EQ(findings.size(), 4);
    EXPECT_EQ(findings[0].kind, WageFindingKind::WageMissing);
    EXPECT_EQ(findings[0].staffId, QStringLiteral("b"));
    EXPECT_EQ(findings[1].kind, WageFindingKind::MonthMissing);
    EXPECT_EQ(findings[2].kind, WageFindingKind::WageZero);
    EXPECT_EQ(findings[3].kind, WageFindingKind::BelowFloor);
    EXPECT_EQ(weightOf(findings[3].kind), FindingWeight::Hint);
}

TEST_F(WageCheckup, JumpsBeyondTheThreshold)
{
    EXPECT_EQ(kinds({line(600'000, 900'000)}), Kinds{});  // 50 % is not beyond it
    EXPECT_EQ(kinds({line(600'000, 900'001)}), Kinds{WageFindingKind::WageJump});
    EXPECT_EQ(kinds({line(1'600'000, 700'000)}), Kinds{WageFindingKind::WageJump});
    rules.jumpPercent = 0;
    EXPECT_EQ(kinds({line(600'000, 2'000'000)}), Kinds{});
}

TEST_F(WageCheckup, TheBaseIsReckonedByThePack)
{
    const auto low = wageFindings({line(450'000, 455'999)}, rules, surroundings);
    ASSERT_EQ(low.size(), 1);
    EXPECT_EQ(low[0].kind, WageFindingKind::BelowFloor);
    EXPECT_EQ(low[0].base, Money::fromFen(456'000));
    EXPECT_EQ(kinds({line(450'000, 456'000)}), Kinds{});
    EXPECT_EQ(kinds({line(2'200'000, 2'280'001)}), Kinds{WageFindingKind::AboveCap});
}

TEST_F(WageCheckup, ByInsuranceWhatIsLeftOutIsSaid)
{
    rules.form.byInsurance = true;
    rules.insurances.append({QStringLiteral("310"), QStringLiteral("医疗")});
    auto one = line(600'000, 600'000);
    one.wages = {{QStringLiteral("110"), {}, Money::fromFen(100)}, {QStringLiteral("310"), {}, {}}};
    const auto findings = wageFindings({one}, rules, surroundings);
    ASSERT_EQ(findings.size(), 2);
    EXPECT_EQ(findings[0].kind, WageFindingKind::WageLeftOut);
    EXPECT_EQ(findings[0].insurance, QStringLiteral("310"));
    EXPECT_EQ(findings[1].kind, WageFindingKind::BelowFloor);
    EXPECT_EQ(findings[1].insurance, QStringLiteral("110"));
}

TEST_F(WageCheckup, DocumentsByTheirOwnRules)
{
    const Kinds wrong{WageFindingKind::DocumentWrong};
    EXPECT_EQ(ofDocument("201", "14010519000101004X"), Kinds{});
    EXPECT_EQ(ofDocument("201", "14010519000101004x"), Kinds{});
    EXPECT_EQ(ofDocument("201", "140105190002290012"), wrong);  // check digit right, 1900 was no leap year
    EXPECT_EQ(ofDocument("201", "110108199001011234"), wrong);
    EXPECT_EQ(ofDocument("201", "140105000101001"), wrong);     // 15 digits
    EXPECT_EQ(ofDocument("237", "810000190001010018"), Kinds{});
    EXPECT_EQ(ofDocument("238", "83000019000101002X"), Kinds{});
    EXPECT_EQ(ofDocument("233", "911000190001010012"), Kinds{});
    EXPECT_EQ(ofDocument("233", "911000190001010013"), wrong);
    EXPECT_EQ(ofDocument("210", "H12345678"), Kinds{});
    EXPECT_EQ(ofDocument("210", "K12345678"), wrong);
    EXPECT_EQ(ofDocument("213", "12345678"), Kinds{});
    EXPECT_EQ(ofDocument("227", "E12345678"), Kinds{});
    EXPECT_EQ(ofDocument("202", "军字第123号"), Kinds{});
}

TEST_F(WageCheckup, AnOldNumberSaysWhichItIsToday)
{
    auto one = line(600'000, 600'000);
    one.documentType = QStringLiteral("201");
    one.documentNumber = QStringLiteral("140105000101001");
    const auto findings = wageFindings({one}, rules, surroundings);
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings[0].flaw, DocumentFlaw::Old15);
    EXPECT_EQ(findings[0].other, QStringLiteral("140105190001010015"));
}

TEST_F(WageCheckup, PeopleWhoAreElsewhereToo)
{
    surroundings.otherUnits.insert(QStringLiteral("a"), QStringLiteral("另一单位"));
    surroundings.pensionWithoutMedical.insert(QStringLiteral("a"));
    auto again = line(600'000, 600'000);
    again.staffId = QStringLiteral("b");
    EXPECT_EQ(kinds({line(600'000, 600'000), again}),
              (Kinds{WageFindingKind::InAnotherUnit, WageFindingKind::PensionWithoutMedical, WageFindingKind::TwiceInDraft}));
}

TEST(PersonName, UnusualOnes)
{
    for (const char *usual : {"张三", "㛃䶮", "\xF0\xA0\x85\xA4明", "阿卜杜热西提·买买提", "SMITH JOHN-PAUL O'NEIL"})
        EXPECT_FALSE(isUnusualName(QString::fromUtf8(usual))) << usual;
    for (const char *unusual : {"", " 张三", "阿卜杜•买买提", "张3", "张?", "ＳＭＩＴＨ", "\xEE\xA1\xA3"})
        EXPECT_TRUE(isUnusualName(QString::fromUtf8(unusual))) << unusual;
    EXPECT_FALSE(isUnusualName(QString::fromUtf8("\xF0\xA0\x85\xA4").repeated(25)));  // counted as people count
    EXPECT_TRUE(isUnusualName(QStringLiteral("张").repeated(51)));
}

}  // namespace
