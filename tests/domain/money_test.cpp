#include "domain/money.h"
#include "domain/rounding.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <limits>

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
    for (const char *bad : {"", "3000", "3000.0", "3000.000", "3,000.00", "03.00", " 3.00", "3.00 ", "+3.00", "３.00",
                            "1e3", "NaN", "1000000000000.00", "-1000000000000.00", "1234567890123456.00", "3.00\n"})
        EXPECT_FALSE(moneyFromWire(QString::fromUtf8(bad))) << bad;
    const auto most = fen(99'999'999'999'999);
    EXPECT_EQ(moneyFromWire(moneyToWire(most)), most);
    EXPECT_EQ(moneyFromWire(moneyToWire(-most)), -most);
    EXPECT_EQ(moneyFromTyped(QStringLiteral("1000000000000"), fen(std::numeric_limits<qint64>::max())).flaw, MoneyFlaw::TooLarge);
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

/// Reads 大写 as a cashier does, so that what is written can be held against it.
qint64 fenOfCapitals(QString text)
{
    static const QString digits = QStringLiteral("零壹贰叁肆伍陆柒捌玖");
    text.remove(QStringLiteral("人民币")).remove(QStringLiteral("整")).remove(QStringLiteral("负"));
    qint64 total = 0, group = 0, digit = 0;
    for (const QChar c : text) {
        if (const auto at = digits.indexOf(c); at >= 0)
            digit = at;
        else if (c == QChar(u'拾') || c == QChar(u'佰') || c == QChar(u'仟')) {
            group += digit * (c == QChar(u'拾') ? 10 : c == QChar(u'佰') ? 100 : 1000);
            digit = 0;
        } else if (c == QChar(u'万') || c == QChar(u'亿')) {
            total += (group + digit) * (c == QChar(u'万') ? 10'000 : 100'000'000);
            group = digit = 0;
        } else if (c == QChar(u'元')) {
            total = (total + group + digit) * 100;
            group = digit = 0;
        } else {
            total += digit * (c == QChar(u'角') ? 10 : 1);
            digit = 0;
        }
    }
    return total;
}

TEST(Money, CapitalsWithZerosInEveryPlace)
{
    const std::pair<qint64, const char *> cases[] = {
        {1, "人民币壹分"},
        {50, "人民币伍角整"},
        {55, "人民币伍角伍分"},
        {101, "人民币壹元零壹分"},
        {110, "人民币壹元壹角整"},
        {1000, "人民币壹拾元整"},
        {1500, "人民币壹拾伍元整"},
        {10100, "人民币壹佰零壹元整"},
        {100100, "人民币壹仟零壹元整"},
        {101000, "人民币壹仟零壹拾元整"},
        {1000100, "人民币壹万零壹元整"},
        {1001000, "人民币壹万零壹拾元整"},
        {1010000, "人民币壹万零壹佰元整"},
        {1100000, "人民币壹万壹仟元整"},
        {10000001, "人民币壹拾万元零壹分"},
        {10010010, "人民币壹拾万零壹佰元壹角整"},
        {100010001000, "人民币壹拾亿零壹拾万零壹拾元整"},
        {10000000000, "人民币壹亿元整"},
        {10000000100, "人民币壹亿零壹元整"},
        {10000010000, "人民币壹亿零壹佰元整"},
        {10001000000, "人民币壹亿零壹万元整"},
        {1000000000000, "人民币壹佰亿元整"},
        {10000000000000, "人民币壹仟亿元整"},
        {10000000000001, "人民币壹仟亿元零壹分"},
        {90000000000000, "人民币玖仟亿元整"},
    };
    for (const auto &[amount, text] : cases)
        EXPECT_EQ(moneyInCapitals(fen(amount)), QString::fromUtf8(text)) << amount;
}

TEST(Money, CapitalsReadBackAreTheAmount)
{
    quint64 state = 20'261'124;
    for (int i = 0; i < 100'000; ++i) {
        state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        // Digits are blanked at random, so that zeros stand everywhere.
        qint64 amount = 0;
        for (int place = 0; place < 14; ++place) {
            const auto digit = (state >> (place * 4)) & 15;
            amount = amount * 10 + qint64(digit < 10 ? digit : 0);
        }
        const auto text = moneyInCapitals(fen(amount));
        ASSERT_EQ(fenOfCapitals(text), amount) << text.toStdString();
        ASSERT_FALSE(text.contains(QStringLiteral("零零")) || text.contains(QStringLiteral("亿万")))
            << text.toStdString();
    }
}

TEST(Money, WhatClerksType)
{
    const Money maximum = fen(99999999);
    const std::pair<const char *, qint64> good[] = {
        {"3000", 300000},
        {"3,000.00", 300000},
        {"３０００", 300000},
        {"3000.5", 300050},
        {"￥3000", 300000},
        {" 3 000 ", 300000},
        {"0", 0},
        {"0.01", 1},
        {"999999.99", 99999999},
        {"３，０００．５０", 300050},
        {"3.0E3", 300000},
        {"1.23456e+5", 12345600},
        {"3.0005E2", 30005},
        {"3E0", 300},
    };
    for (const auto &[text, amount] : good)
        EXPECT_EQ(moneyFromTyped(QString::fromUtf8(text), maximum).amount, fen(amount)) << text;
    const std::pair<const char *, MoneyFlaw> bad[] = {
        {"", MoneyFlaw::Empty},
        {"  ", MoneyFlaw::Empty},
        {"abc", MoneyFlaw::NotANumber},
        {"3.0E-3", MoneyFlaw::NotANumber},
        {"3000元", MoneyFlaw::NotANumber},
        {"-1", MoneyFlaw::Negative},
        {"3.00055E1", MoneyFlaw::TooManyDecimals},
        {"1E99", MoneyFlaw::TooLarge},
        {"3000.001", MoneyFlaw::TooManyDecimals},
        {"1000000", MoneyFlaw::TooLarge},
        {"99999999999999999999", MoneyFlaw::TooLarge},
        {"30,00", MoneyFlaw::NotANumber},
        {".5", MoneyFlaw::NotANumber},
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
