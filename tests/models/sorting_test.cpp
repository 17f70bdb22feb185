#include "ui/models/sorting.h"

#include <QDate>

#include <gtest/gtest.h>

namespace {

using Order = std::vector<int>;

TEST(Sorting, NumbersByValue)
{
    EXPECT_EQ(ui::sortedOrder({qint64(10), qint64(9), qint64(100)}, Qt::AscendingOrder), (Order{1, 0, 2}));
    EXPECT_EQ(ui::sortedOrder({qint64(10), qint64(9), qint64(100)}, Qt::DescendingOrder), (Order{2, 0, 1}));
}

TEST(Sorting, DatesByValue)
{
    EXPECT_EQ(ui::sortedOrder({QDate(2026, 2, 1), QDate(2025, 12, 1)}, Qt::AscendingOrder), (Order{1, 0}));
}

TEST(Sorting, TextsAsPeopleReadThem)
{
    const std::vector<QVariant> names{QStringLiteral("组10"), QStringLiteral("组9"), QStringLiteral("组2"), QStringLiteral("b"),
                                      QStringLiteral("A")};
    EXPECT_EQ(ui::sortedOrder({names.begin(), names.begin() + 3}, Qt::AscendingOrder), (Order{2, 1, 0}));
    EXPECT_EQ(ui::sortedOrder({names.begin() + 3, names.end()}, Qt::AscendingOrder), (Order{1, 0})) << "without regard to case";
}

TEST(Sorting, EqualRowsKeepTheirOrder)
{
    EXPECT_EQ(ui::sortedOrder({1, 1, 0, 1}, Qt::AscendingOrder), (Order{2, 0, 1, 3}));
    EXPECT_EQ(ui::sortedOrder({1, 1, 0, 1}, Qt::DescendingOrder), (Order{0, 1, 3, 2}));
}

TEST(Sorting, NothingIsLastBothWays)
{
    const std::vector<QVariant> keys{QVariant(), QStringLiteral("b"), QString(), QStringLiteral("a")};
    EXPECT_EQ(ui::sortedOrder(keys, Qt::AscendingOrder), (Order{3, 1, 0, 2}));
    EXPECT_EQ(ui::sortedOrder(keys, Qt::DescendingOrder), (Order{1, 3, 0, 2}));
}

TEST(Sorting, EmptyListHasAnEmptyOrder)
{
    EXPECT_TRUE(ui::sortedOrder({}, Qt::AscendingOrder).empty());
}

}  // namespace
