#include "domain/person_name.h"

#include "support/print.h"

#include <gtest/gtest.h>

namespace {

TEST(PersonName, SpellingsOfOneNameAreTheSame)
{
    const char *const spellings[] = {"阿卜杜热西提·买买提", "阿卜杜热西提・买买提", "阿卜杜热西提•买买提", "阿卜杜热西提．买买提",
                                     "阿卜杜热西提.买买提",  " 阿卜杜热西提 ·　买买提 "};
    for (const char *one : spellings)
        EXPECT_TRUE(domain::sameName(QString::fromUtf8(spellings[0]), QString::fromUtf8(one))) << one;
    EXPECT_TRUE(domain::sameName(QStringLiteral("SMITH JOHN-PAUL O'NEIL"), QStringLiteral("Smith Ｊohn-Paul O'Neil")));
    EXPECT_FALSE(domain::sameName(QStringLiteral("张三"), QStringLiteral("张叁")));
}

TEST(PersonName, OldPrivateCodesAreTheirCharacters)
{
    EXPECT_TRUE(domain::sameName(QString(QChar(0xE863)) + QStringLiteral("明"), QStringLiteral("䶮明")));
    EXPECT_TRUE(domain::sameName(QString(QChar(0xE81E)), QString(QChar(0x9FB4))));
}

TEST(PersonName, RareCharactersOutsideTheFirstPlaneStay)
{
    EXPECT_EQ(domain::normalizedName(QStringLiteral("𠅤 龙")), QStringLiteral("𠅤龙"));
}

TEST(PersonName, HasTwentyFiveIdeographsAtMost)
{
    const QString rare = QString::fromUtf8("𠅤");
    EXPECT_FALSE(domain::isUnusualName(rare.repeated(25)));
    EXPECT_TRUE(domain::isUnusualName(rare.repeated(26)));
    EXPECT_FALSE(domain::isUnusualName(rare.repeated(12) + QStringLiteral("·") + rare.repeated(13)));
    EXPECT_FALSE(domain::isUnusualName(QString(50, QLatin1Char('A'))));
    EXPECT_TRUE(domain::isUnusualName(QString(51, QLatin1Char('A'))));
}

}  // namespace
