#include "domain/certificate.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using domain::CodeName;
using domain::DeclaredPerson;
using domain::Money;
using domain::Month;
using domain::Side;

domain::RulePack insurances()
{
    domain::RulePack insurances;
    const auto add = [&](const char *insurance, Side side, const char *code) {
        domain::Charge charge;
        charge.insuranceName = QString::fromUtf8(insurance);
        charge.side = side;
        charge.category.code = QString::fromLatin1(code);
        insurances.charges.append(charge);
    };
    add("失业保险", Side::Unit, "u");
    add("失业保险", Side::Person, "p");
    return insurances;
}

DeclaredPerson row(const char *code, Month month, qint64 base, qint64 payable, bool received = true)
{
    DeclaredPerson row;
    row.item.category = {QString::fromLatin1(code), QString::fromLatin1(code)};
    row.item.periodFrom = row.item.periodTo = month;
    row.person.base = Money::fromFen(base);
    row.person.payable = Money::fromFen(payable);
    row.received = received;
    return row;
}

TEST(CertificateLines, BothSidesOfAnInsuranceStandInOneLine)
{
    const auto lines = domain::certificateLines(insurances(), {row("u", Month(2026, 2), 5, 3), row("p", Month(2026, 2), 5, 2),
                                                         row("u", Month(2026, 1), 5, 7)});
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[0].period.from, Month(2026, 1));
    EXPECT_EQ(lines[1].insurance, QStringLiteral("失业保险"));
    EXPECT_EQ(lines[1].unit, Money::fromFen(3));
    EXPECT_EQ(lines[1].person, Money::fromFen(2));
}

TEST(CertificateLines, KeepApartWhatIsNotTheSame)
{
    const Month month(2026, 1);
    EXPECT_EQ(domain::certificateLines(insurances(), {row("u", month, 5, 3), row("u", month, 6, 3)}).size(), 2) << "bases";
    EXPECT_EQ(domain::certificateLines(insurances(), {row("u", month, 5, 3), row("p", month, 5, 3, false)}).size(), 2)
        << "arrived or not";
    EXPECT_EQ(domain::certificateLines(insurances(), {row("u", month, 5, 3), row("u", month, 5, -3)}).size(), 2)
        << "a refund";
}

TEST(CertificateLines, WhatNobodyKnowsIsCountedInTheTotal)
{
    const auto lines = domain::certificateLines(insurances(), {row("strange", Month(2026, 1), 5, 9)});
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines[0].total(), Money::fromFen(9));
    EXPECT_EQ(lines[0].unit + lines[0].person, Money());
}

TEST(SideOf, IsThePacksOrTheNames)
{
    EXPECT_EQ(domain::sideOf(insurances(), {QStringLiteral("p"), {}}), Side::Person);
    EXPECT_EQ(domain::sideOf(insurances(), {QStringLiteral("x"), QStringLiteral("某险(个人缴纳)")}), Side::Person);
    EXPECT_EQ(domain::sideOf(insurances(), {QStringLiteral("x"), QStringLiteral("某险(单位缴纳)")}), Side::Unit);
    EXPECT_FALSE(domain::sideOf(insurances(), {QStringLiteral("x"), QStringLiteral("工伤")}));
}

}  // namespace
