#include "domain/money.h"
#include "domain/rounding.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using namespace domain;

Money fen(qint64 value)
{
    return Money::fromFen(value);
}

TEST(Money, WireIsStrict)
{
    EXPECT_EQ(moneyFromWire(QStringLiteral("3000.00")), fen(300000));
    EXPECT_EQ(moneyFromWire(QStringLiteral("-0.05")), fen(-5));
    for (const char *bad : {"", "3000", "3000.0", "3000.000", "3,000.00", "03.00", " 3.00", "3.00 ", "+3.00", "３.00", "1e3",
                            "NaN", "1234567890123456.00", "3.00\n"})
        EXPECT_FALSE(moneyFromWire(QString::fromUtf8(bad))) << bad;
    EXPECT_EQ(moneyToWire(fen(-5)), QStringLiteral("-0.05"));
    EXPECT_EQ(moneyToWire(fen(100)), QStringLiteral("1.00"));
}

TEST(Money, TextGroups)
{
    EXPECT_EQ(moneyText(fen(0)), QStringLiteral("0.00"));
    EXPECT_EQ(moneyText(fen(99999)), QStringLiteral("999.99"));
    EXPECT_EQ(moneyText(fen(111600)), QStringLiteral("1,116.00"));
    EXPECT_EQ(moneyText(fen(-123456789)), QStringLiteral("-1,234,567.89"));
    EXPECT_EQ(moneyText(fen(-12345)), QStringLiteral("-123.45"));
}

TEST(Money, Capitals)
{
    const std::pair<qint64, const char *> cases[] = {
        {111600, "人民币壹仟壹佰壹拾陆元整"},
        {10, "人民币壹角整"},
        {1005, "人民币壹拾元零伍分"},
        {10000000, "人民币壹拾万元整"},
        {1001001, "人民币壹万零壹拾元零壹分"},
        {0, "人民币零元整"},
        {5, "人民币伍分"},
        {100, "人民币壹元整"},
        {10050, "人民币壹佰元伍角整"},
        {100000000000, "人民币壹拾亿元整"},
        {100000001, "人民币壹佰万元零壹分"},
        {1000100000000, "人民币壹佰亿零壹佰万元整"},
        {99999999999999, "人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"},
        {-111600, "人民币负壹仟壹佰壹拾陆元整"},
        {10300000, "人民币壹拾万叁仟元整"},  // the 零 is optional when only the 万 digit is 0
    };
    for (const auto &[amount, text] : cases)
        EXPECT_EQ(moneyInCapitals(fen(amount)), QString::fromUtf8(text)) << amount;
}

TEST(Money, WhatClerksType)
{
    const Money maximum = fen(99999999);
    const std::pair<const char *, qint64> good[] = {
        {"3000", 300000},    {"3,000.00", 300000}, {"３０００", 300000}, {"3000.5", 300050},
        {"￥3000", 300000},  {" 3 000 ", 300000},  {"0", 0},             {"0.01", 1},
        {"999999.99", 99999999}, {"３，０００．５０", 300050},
        {"3.0E3", 300000},   {"1.23456e+5", 12345600}, {"3.0005E2", 30005}, {"3E0", 300},
    };
    for (const auto &[text, amount] : good)
        EXPECT_EQ(moneyFromTyped(QString::fromUtf8(text), maximum).amount, fen(amount)) << text;
    const std::pair<const char *, MoneyFlaw> bad[] = {
        {"", MoneyFlaw::Empty},           {"  ", MoneyFlaw::Empty},          {"abc", MoneyFlaw::NotANumber},
        {"3.0E-3", MoneyFlaw::NotANumber}, {"3000元", MoneyFlaw::NotANumber}, {"-1", MoneyFlaw::Negative},
        {"3.00055E1", MoneyFlaw::TooManyDecimals}, {"1E99", MoneyFlaw::TooLarge},
        {"3000.001", MoneyFlaw::TooManyDecimals}, {"1000000", MoneyFlaw::TooLarge},
        {"99999999999999999999", MoneyFlaw::TooLarge}, {"30,00", MoneyFlaw::NotANumber}, {".5", MoneyFlaw::NotANumber},
    };
    for (const auto &[text, flaw] : bad)
        EXPECT_EQ(moneyFromTyped(QString::fromUtf8(text), maximum).flaw, flaw) << text;
}

TEST(Rounding, VectorsOfTheField)
{
    EXPECT_EQ(charge(fen(2008500), 5000, Rounding::HalfUpFen), fen(10043));
    EXPECT_EQ(charge(fen(432137), 7000, Rounding::HalfUpFen), fen(3025));
    EXPECT_EQ(charge(fen(432137), 3000, Rounding::HalfUpFen), fen(1296));
    EXPECT_EQ(charge(fen(64272), 1000000, Rounding::FenUpToJiao), fen(64280));
    const Money person = charge(fen(333333), 5000, Rounding::HalfUpFen);
    EXPECT_EQ(person + person + person, fen(5001));  // per person, then summed
}

TEST(Rounding, TenModesAroundTheirEdges)
{
    struct Case {
        Rounding mode;
        qint64 base;  // 分, charged at 50 %
        qint64 expected;
    };
    const Case cases[] = {
        {Rounding::FenUpToJiao, 2002, 1010},  {Rounding::FenUpToJiao, 2000, 1000},  {Rounding::FenUpToJiao, 2001, 1000},
        {Rounding::JiaoUpToYuan, 2020, 1100}, {Rounding::JiaoUpToYuan, 2018, 1000}, {Rounding::UpToYuan, 2002, 1100},
        {Rounding::UpToYuan, 2000, 1000},     {Rounding::HalfEven, 2001, 1000},     {Rounding::HalfEven, 2003, 1002},
        {Rounding::CutJiao, 2198, 1000},      {Rounding::CutFen, 2198, 1090},       {Rounding::CutLi, 2001, 1000},
        {Rounding::HalfUpFen, 2001, 1001},    {Rounding::HalfUpJiao, 2010, 1010},   {Rounding::HalfUpJiao, 2008, 1000},
        {Rounding::HalfUpYuan, 2100, 1100},   {Rounding::HalfUpYuan, 2099, 1000},   {Rounding::HalfUpFen, -2001, -1001},
    };
    for (const auto &c : cases)
        EXPECT_EQ(charge(fen(c.base), 500000, c.mode).fen(), c.expected) << int(c.mode) << ' ' << c.base;
}

}  // namespace
