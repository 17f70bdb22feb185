#include "domain/pinyin.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using domain::pinyinInitials;

TEST(Pinyin, GivesTheInitialsOfAName)
{
    EXPECT_EQ(pinyinInitials(QStringLiteral("张三")), QStringList(QStringLiteral("ZS")));
    EXPECT_EQ(pinyinInitials(QStringLiteral("欧阳娜娜")), QStringList(QStringLiteral("OYNN")));
    EXPECT_EQ(pinyinInitials(QStringLiteral("爱新觉罗")).first(), QStringLiteral("AXJL"));
    EXPECT_TRUE(pinyinInitials(QString()).isEmpty());
    EXPECT_TRUE(pinyinInitials(QStringLiteral("123")).isEmpty());
}

TEST(Pinyin, SurnamesAreFoundByAllTheirReadings)
{
    const std::pair<const char *, const char *> surnames[] = {
        {"单", "SDC"}, {"曾", "ZC"}, {"仇", "QC"}, {"解", "XJ"}, {"区", "OQ"}, {"查", "ZC"},
        {"乐", "YL"},  {"翟", "ZD"}, {"覃", "QT"}, {"长", "CZ"}, {"尉", "YW"}, {"种", "CZ"},
    };
    for (const auto &[surname, letters] : surnames) {
        const auto ways = pinyinInitials(QString::fromUtf8(surname) + QStringLiteral("三"));
        for (const char *letter = letters; *letter; ++letter)
            EXPECT_TRUE(ways.contains(QLatin1Char(*letter) + QStringLiteral("S"))) << surname << ' ' << *letter;
    }
}

TEST(Pinyin, KnowsRareCharactersAlsoBeyondTheBasicPlane)
{
    EXPECT_EQ(pinyinInitials(QStringLiteral("李䶮")), QStringList(QStringLiteral("LY")));
    EXPECT_EQ(pinyinInitials(QStringLiteral("张㛃")), QStringList(QStringLiteral("ZJ")));
    const char32_t beyond[] = {0x20164, 0x2B695};
    for (const char32_t character : beyond)
        EXPECT_EQ(pinyinInitials(QStringLiteral("王") + QString::fromUcs4(&character, 1)).first().size(), 2) << int(character);
    // Unihan 15 has no reading for this one: the rest of the name still counts.
    EXPECT_EQ(pinyinInitials(QStringLiteral("王㼆")).first().left(1), QStringLiteral("W"));
}

TEST(Pinyin, WordsInLettersGiveTheirFirst)
{
    EXPECT_EQ(pinyinInitials(QStringLiteral("SMITH JOHN-PAUL")), QStringList(QStringLiteral("SJP")));
    EXPECT_EQ(pinyinInitials(QStringLiteral("smith王")), QStringList(QStringLiteral("SW")));
    EXPECT_EQ(pinyinInitials(QStringLiteral("扎西·多吉")).first().size(), 4);
}

TEST(Pinyin, ManyReadingsAreBounded)
{
    const auto ways = pinyinInitials(QStringLiteral("单单单单单单单单"));
    EXPECT_LE(ways.size(), 16);
    EXPECT_GT(ways.size(), 1);
    EXPECT_EQ(ways.first().size(), 8);
}

}  // namespace
