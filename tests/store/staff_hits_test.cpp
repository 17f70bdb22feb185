// StaffHits: many in the order of their names, whatever these are.
#include "store/staff_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using store::StaffHits;

/// Names of one to seven characters of every length UTF-8 has, many of them equal or equal in the beginning.
std::string nameOf(std::mt19937 &random)
{
    static const char32_t characters[] = {U'A', U'b', U' ', U'é', U'王', U'李', U'芳', 0xFFFD, 0xFFFF, U'𠮷', U'𡈽'};
    const auto size = 1 + random() % 7;
    std::u32string name;
    for (std::size_t i = 0; i < size; ++i)
        name += i < 3 ? characters[4 + random() % 3] : characters[random() % std::size(characters)];
    if (random() % 5 == 0)
        name[0] = characters[random() % std::size(characters)];
    return QString::fromUcs4(name.data(), qsizetype(name.size())).toStdString();
}

void expectInOrder(int count, bool idsAscend)
{
    std::mt19937 random(7);
    std::vector<std::pair<std::string, std::string>> expected;  // name, id
    for (int i = 0; i < count; ++i)
        expected.emplace_back(nameOf(random), std::to_string(10'000'000 + i));
    if (!idsAscend)
        std::shuffle(expected.begin(), expected.end(), random);
    StaffHits hits;
    for (const auto &[name, id] : expected)
        hits.add(id, name);
    hits.sort();
    std::sort(expected.begin(), expected.end());
    ASSERT_EQ(hits.size(), count);
    for (int i = 0; i < count; ++i)
        ASSERT_EQ(hits.id(i).toStdString(), expected[size_t(i)].second) << i << ' ' << expected[size_t(i)].first;
}

TEST(StaffHits, ManyComeInTheOrderOfTheirNames)
{
    expectInOrder(50'000, true);
}

TEST(StaffHits, SoDoManyWhoseIdsAreInNoOrder)
{
    expectInOrder(50'000, false);
}

TEST(StaffHits, SoDoFew)
{
    expectInOrder(500, false);
}

TEST(StaffHits, NobodyIsInOrder)
{
    expectInOrder(0, true);
}

}  // namespace
