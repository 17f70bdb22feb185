// Tax numbers, documents, months, passwords: tables of cases (field.md 6).
#include "domain/document.h"
#include "domain/month.h"
#include "domain/password.h"
#include "domain/tax_number.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using namespace domain;

TEST(TaxNumber, SyntheticOnesAreRight)
{
    for (const char *number : {"91140100MA0000015K", "111400000000000190", "121401050000000275", "92140105MA0000023K",
                               "52140100000000035K", "91140100MA00000X7N"})
        EXPECT_FALSE(taxNumberFlaw(QString::fromLatin1(number))) << number;
    EXPECT_FALSE(taxNumberFlaw(QStringLiteral("140105000000001")));  // old, 15 characters
}

TEST(TaxNumber, EveryFlawHasItsReason)
{
    EXPECT_EQ(taxNumberFlaw(QString()), TaxNumberFlaw::Empty);
    EXPECT_EQ(taxNumberFlaw(QStringLiteral("91140100MA0000015")), TaxNumberFlaw::Length);
    EXPECT_EQ(taxNumberFlaw(QStringLiteral("91140100MA0000015J")), TaxNumberFlaw::Check);
    EXPECT_EQ(taxNumberFlaw(QStringLiteral("91140100MA000001I5")), TaxNumberFlaw::Character);  // no I in GB 32100
    EXPECT_EQ(taxNumberFlaw(QStringLiteral("91140100MA00000中5K")), TaxNumberFlaw::Character);
}

TEST(TaxNumber, EveryWrongCheckCharacterIsFound)
{
    const QString number = QStringLiteral("91140100MA0000015K");
    int accepted = 0;
    for (const QChar c : QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY"))
        accepted += !taxNumberFlaw(number.left(17) + c);
    EXPECT_EQ(accepted, 1);
}

TEST(TaxNumber, PastedFormsAreNormalised)
{
    EXPECT_EQ(normalizedTaxNumber(QStringLiteral(" 9114 0100 ma00-00015k ")), QStringLiteral("91140100MA0000015K"));
    EXPECT_EQ(normalizedTaxNumber(QStringLiteral("９１１４0100MA0000015K")), QStringLiteral("91140100MA0000015K"));
}

TEST(Document, ResidentIdentity)
{
    const auto flaw = [](const char *number) {
        return documentFlaw(QStringLiteral("201"), normalizedDocument(QString::fromUtf8(number)));
    };
    for (const char *good : {"140105190001010015", "140105190001010023", "14010519000101004X", "14010519000101012x",
                             "140105 19000101 0015"})
        EXPECT_FALSE(flaw(good)) << good;
    EXPECT_EQ(flaw("140105190002290012"), DocumentFlaw::Date);
    EXPECT_EQ(flaw("140105190001010016"), DocumentFlaw::Check);
    EXPECT_EQ(flaw("110108199001011234"), DocumentFlaw::Check);
    EXPECT_EQ(flaw("14010519000101001"), DocumentFlaw::Length);
    EXPECT_EQ(flaw("140105000101001"), DocumentFlaw::Old15);
    EXPECT_EQ(flaw("1401051900010100AB"), DocumentFlaw::Character);
    EXPECT_EQ(flaw(""), DocumentFlaw::Empty);
}

TEST(Document, AnOldNumberIsTheNewOneWithACenturyAndACheck)
{
    EXPECT_EQ(resident18From15(QStringLiteral("140105000101001")), QStringLiteral("140105190001010015"));
    EXPECT_EQ(resident18From15(QStringLiteral("140105000101004")), QStringLiteral("14010519000101004X"));
    for (const char *none : {"", "14010500010100", "140105190001010015", "140105000229001", "14010500010100X", "810000000101001"})
        EXPECT_FALSE(resident18From15(QString::fromLatin1(none))) << none;
}

TEST(Document, OtherKinds)
{
    const auto right = [](const char *type, const char *number) {
        return !documentFlaw(QString::fromLatin1(type), QString::fromUtf8(number));
    };
    EXPECT_TRUE(right("237", "810000190001010018"));
    EXPECT_TRUE(right("238", "83000019000101002X"));
    EXPECT_TRUE(right("237", "82000019000101001X"));
    EXPECT_FALSE(right("237", "83000019000101002X"));
    EXPECT_FALSE(right("237", "140105190001010015"));
    EXPECT_FALSE(right("238", "810000190001010018"));
    EXPECT_FALSE(right("238", "140105190001010015"));
    for (const char *residence : {"810000190001010018", "82000019000101001X", "83000019000101002X"})
        EXPECT_EQ(documentFlaw(QStringLiteral("201"), QString::fromLatin1(residence)), DocumentFlaw::Character) << residence;
    EXPECT_EQ(documentFlaw(QStringLiteral("237"), QStringLiteral("810000000101001")), DocumentFlaw::Length);
    EXPECT_EQ(documentFlaw(QStringLiteral("237"), QStringLiteral("810000190001010017")), DocumentFlaw::Check);
    EXPECT_TRUE(right("210", "H12345678"));
    EXPECT_FALSE(right("210", "X12345678"));
    EXPECT_TRUE(right("227", "E12345678"));
    EXPECT_TRUE(right("227", "EA1234567"));
    EXPECT_FALSE(right("227", "12345678"));
    EXPECT_TRUE(right("208", "AB12345"));
    EXPECT_TRUE(right("233", "911000190001010012"));
    EXPECT_TRUE(right("202", "军字第1234号"));  // free text
}

TEST(Month, ShapesPeopleType)
{
    for (const char *text : {"2026-07", "202607", "2026.7", "2026/7", "2026年7月", "２０２６-０７", " 2026-7 "})
        EXPECT_EQ(monthFromTyped(QString::fromUtf8(text)), Month(2026, 7)) << text;
    for (const char *text : {"", "2026", "2026-13", "2026-00", "07-2026", "20267", "1899-01", "2026-07-01"})
        EXPECT_FALSE(monthFromTyped(QString::fromUtf8(text))) << text;
    EXPECT_EQ(monthText(Month(2026, 12) + 1), QStringLiteral("2027-01"));
    EXPECT_EQ(Month(2026, 2).day(31), QDate(2026, 2, 28));
}

TEST(Password, Rule)
{
    const QString old = QStringLiteral("000001");
    EXPECT_FALSE(passwordFlaw(QStringLiteral("chen-2026"), old));
    EXPECT_FALSE(passwordFlaw(QStringLiteral("abcdefg1"), old));
    EXPECT_EQ(passwordFlaw(QStringLiteral("abc1"), old), PasswordFlaw::Length);
    EXPECT_EQ(passwordFlaw(QString(21, QLatin1Char('a')) + QLatin1Char('1'), old), PasswordFlaw::Length);
    EXPECT_EQ(passwordFlaw(QStringLiteral("12345678"), old), PasswordFlaw::Kinds);
    EXPECT_EQ(passwordFlaw(QStringLiteral("密码密码密码12"), old), PasswordFlaw::Character);
    EXPECT_EQ(passwordFlaw(QStringLiteral("chen-2026"), QStringLiteral("chen-2026")), PasswordFlaw::Unchanged);
}

}  // namespace
