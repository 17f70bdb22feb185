// A long list held in memory: made ready, sorted and searched somewhere else, while the window's thread goes on.
#include "small_rows.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace {

using namespace tests::rows;

constexpr int kMany = Model::arrangedHere + 500;

QString keyOf(int number)
{
    return QStringLiteral("k%1").arg(number);
}

std::vector<Row> many(int count = kMany)
{
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({keyOf(i), i % 5 ? QStringLiteral("张%1").arg(i) : QStringLiteral("李%1").arg(i), 100 + count - i});
    return rows;
}

/// Does what it was given when it is told to.
class Elsewhere final {
public:
    Model::Away away()
    {
        return [this](std::function<void()> work, std::function<void()> done) {
            m_waiting.emplace_back(std::move(work), std::move(done));
        };
    }
    int waiting() const { return int(m_waiting.size()); }
    void doAll()
    {
        for (const auto &[work, done] : std::exchange(m_waiting, {})) {
            work();
            done();
        }
    }

private:
    std::vector<std::pair<std::function<void()>, std::function<void()>>> m_waiting;
};

class LongRows : public testing::Test {
protected:
    void SetUp() override
    {
        model.setCheckable(true);
        model.setSearched({QStringLiteral("name")});
        model.setAway(elsewhere.away());
        ASSERT_TRUE(model.setPrepared(model.preparation()(many())));
    }
    QString firstName() const { return textAt(model, 0, 1); }

    Elsewhere elsewhere;
    Model model = makeModel();
    Tester tester{&model, Tester::FailureReportingMode::Fatal};
};

TEST_F(LongRows, AreThereAsTheyWereMadeReady)
{
    EXPECT_EQ(model.rowCount(), kMany);
    EXPECT_EQ(model.held(), kMany);
    EXPECT_EQ(firstName(), QStringLiteral("李0"));
    EXPECT_EQ(model.rowOfKey(keyOf(7)), 7);
    EXPECT_EQ(elsewhere.waiting(), 0);
}

TEST_F(LongRows, WhatWasMadeReadyForAnotherOrderIsNotTaken)
{
    auto prepared = model.preparation()(many(10));
    model.search(QStringLiteral("李"));
    EXPECT_FALSE(model.setPrepared(std::move(prepared)));
    EXPECT_EQ(model.held(), kMany);
    EXPECT_TRUE(model.setPrepared(model.preparation()(many(10))));
    EXPECT_EQ(model.rowCount(), 2);
    elsewhere.doAll();  // of what is not wanted any more
    EXPECT_EQ(model.rowCount(), 2);
}

TEST_F(LongRows, AreSearchedElsewhereAndShownWhenThatIsDone)
{
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.search(QStringLiteral("张"));
    model.search(QStringLiteral("李"));
    int arranged = 0;
    model.whenArranged([&] { arranged = model.rowCount(); });
    EXPECT_EQ(model.rowCount(), kMany);
    EXPECT_EQ(arranged, 0);
    elsewhere.doAll();
    EXPECT_EQ(model.rowCount(), kMany / 5);
    EXPECT_EQ(arranged, kMany / 5);
    EXPECT_EQ(resets.count(), 1) << "only the newest is shown";
    model.whenArranged([&] { arranged = -1; });
    EXPECT_EQ(arranged, -1);
}

TEST_F(LongRows, AreSortedElsewhereAndKeepWhoIsPointedAt)
{
    const QPersistentModelIndex seven(model.index(7, 1));
    model.sort(2, Qt::AscendingOrder);
    EXPECT_EQ(seven.row(), 7);
    // Edited while it is being sorted.
    model.updateRow({keyOf(7), QStringLiteral("王"), 1});
    elsewhere.doAll();
    EXPECT_EQ(seven.data().toString(), QStringLiteral("王"));
    EXPECT_EQ(model.keyOf(seven), keyOf(7));
    EXPECT_EQ(model.keyOf(model.index(0, 0)), keyOf(kMany - 1));
    // A sort and then a search: other rows are shown.
    model.sort(1, Qt::AscendingOrder);
    model.search(QStringLiteral("王"));
    elsewhere.doAll();
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.keyOf(model.index(0, 0)), keyOf(7));
}

TEST_F(LongRows, AFilterTakesTheChecksOfWhatItHidesAndASearchDoesNot)
{
    model.setChecked(0, true);
    model.setChecked(1, true);
    EXPECT_EQ(model.headerState(), Qt::PartiallyChecked);
    model.search(QStringLiteral("李"));
    elsewhere.doAll();
    EXPECT_EQ(model.checkedCount(), 2);
    EXPECT_EQ(model.contents().checked().size(), 2u);
    EXPECT_EQ(model.contents().checked().back().key, keyOf(1)) << "the hidden one last";
    model.setFilter([](const Row &row) { return row.name.startsWith(QStringLiteral("李")); });
    elsewhere.doAll();
    EXPECT_EQ(model.checkedKeys(), QSet<QString>{keyOf(0)});
    model.search({});
    model.setFilter({});
    elsewhere.doAll();
    EXPECT_EQ(model.rowCount(), kMany);
    EXPECT_EQ(model.checkedKeys(), QSet<QString>{keyOf(0)});
}

TEST_F(LongRows, ReadAnewWithTheSameKeysTheyAreNotReset)
{
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.updateRow({keyOf(3), QStringLiteral("王"), 1});
    EXPECT_EQ(textAt(model, 3, 1), QStringLiteral("王"));
    EXPECT_TRUE(model.setPrepared(model.preparation()(many())));
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(textAt(model, 3, 1), QStringLiteral("张3")) << "what was edited is what was read";
    const auto contents = model.contents();
    model.updateRow({keyOf(3), QStringLiteral("王"), 1});
    EXPECT_EQ(contents.all()[3].name, QStringLiteral("张3")) << "what a worker reads stays";
}

}  // namespace
