// The list model over windows that somebody else reads.
#include "small_rows.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace tests::rows;

QString id(qint64 number)
{
    return QString::number(number);
}

/// Answers when told to, as a store on another thread does.
struct Shelf {
    struct Wish {
        qint64 offset;
        int count;
        ui::WindowSource<Row>::Done done;
    };
    std::vector<Wish> wishes;
    int asked = 0;

    ui::WindowSource<Row> source()
    {
        return {[this](qint64 offset, int count, ui::WindowSource<Row>::Done done) {
            ++asked;
            wishes.push_back({offset, count, std::move(done)});
        }};
    }
    void answer()
    {
        const auto open = std::exchange(wishes, {});
        for (const auto &wish : open) {
            std::vector<Row> rows;
            for (qint64 i = wish.offset; i < wish.offset + wish.count; ++i)
                rows.push_back({id(i), QStringLiteral("n%1").arg(i), i});
            wish.done(std::move(rows));
        }
    }
    void settle()
    {
        QTest::qWait(0);
        while (!wishes.empty()) {
            answer();
            QTest::qWait(0);
        }
    }
};

TEST(ListModelWindowed, KeepsTheRulesOfModels)
{
    auto model = makeModel();
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    Shelf shelf;
    model.setCheckable(true);
    model.setSource(shelf.source(), 450);
    shelf.settle();
    model.checkAll(true);
    model.refresh();
    shelf.settle();
    model.refresh(10);
    shelf.settle();
    model.setSource(shelf.source(), 0);
    EXPECT_EQ(model.rowCount(), 0);
    model.setRows(three());
}

TEST(ListModelWindowed, FetchesOnlyWhatIsLookedAt)
{
    auto model = makeModel();
    Shelf shelf;
    model.setSource(shelf.source(), 1'000'000);
    EXPECT_EQ(model.rowCount(), 1'000'000);
    QTest::qWait(0);
    EXPECT_EQ(shelf.asked, 0);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    EXPECT_TRUE(textAt(model, 999'999, 0).isEmpty());
    EXPECT_FALSE(model.isLoaded(999'999));
    EXPECT_FALSE(model.index(999'999, 0).data(ui::ListModelBase::LoadedRole).toBool());
    QTest::qWait(0);
    ASSERT_EQ(shelf.wishes.size(), 1u);
    EXPECT_EQ(shelf.wishes[0].offset, 999'800);
    EXPECT_EQ(shelf.wishes[0].count, 200);
    shelf.settle();
    EXPECT_EQ(changes.count(), 1);
    EXPECT_EQ(textAt(model, 999'999, 0), QStringLiteral("n999999"));
    EXPECT_EQ(shelf.asked, 1);
}

TEST(ListModelWindowed, LastWindowIsAsLongAsTheRest)
{
    auto model = makeModel();
    Shelf shelf;
    model.setSource(shelf.source(), 401);
    textAt(model, 400, 0);
    QTest::qWait(0);
    ASSERT_EQ(shelf.wishes.size(), 1u);
    EXPECT_EQ(shelf.wishes[0].count, 1);
    shelf.settle();
    EXPECT_EQ(textAt(model, 400, 0), QStringLiteral("n400"));
}

TEST(ListModelWindowed, NewestWishesComeFirstAndFewAtOnce)
{
    auto model = makeModel();
    Shelf shelf;
    model.setSource(shelf.source(), 1'000'000);
    for (int window = 0; window < 40; ++window)
        textAt(model, window * Model::windowRows, 0);
    QTest::qWait(0);
    ASSERT_EQ(shelf.wishes.size(), size_t(Model::fetchesAtOnce));
    EXPECT_EQ(shelf.wishes[0].offset, 39 * Model::windowRows);
    shelf.settle();
    // Of forty windows passed in one scroll only the last few are read.
    EXPECT_LE(shelf.asked, 8);
}

TEST(ListModelWindowed, KeepsABoundedNumberOfWindows)
{
    auto model = makeModel();
    Shelf shelf;
    model.setSource(shelf.source(), 1'000'000);
    for (int window = 0; window < 70; ++window) {
        textAt(model, window * Model::windowRows, 0);
        shelf.settle();
    }
    EXPECT_FALSE(model.isLoaded(0));
    EXPECT_TRUE(model.isLoaded(69 * Model::windowRows));
    EXPECT_TRUE(model.isLoaded(10 * Model::windowRows));
}

TEST(ListModelWindowed, AnswersOfAnOldQueryAreDropped)
{
    auto model = makeModel();
    Shelf old;
    Shelf fresh;
    model.setSource(old.source(), 500);
    textAt(model, 0, 0);
    QTest::qWait(0);
    model.setSource(fresh.source(), 300);
    old.answer();
    EXPECT_FALSE(model.isLoaded(0));
    textAt(model, 0, 0);
    fresh.settle();
    EXPECT_TRUE(model.isLoaded(0));
}

TEST(ListModelWindowed, AnswersAfterTheModelAreHarmless)
{
    Shelf shelf;
    {
        auto model = makeModel();
        model.setSource(shelf.source(), 500);
        textAt(model, 0, 0);
        QTest::qWait(0);
        ASSERT_EQ(shelf.wishes.size(), 1u);
    }
    shelf.answer();
}

TEST(ListModelWindowed, AShortAnswerDoesNotAskForEver)
{
    auto model = makeModel();
    int asked = 0;
    model.setSource({[&asked](qint64, int, ui::WindowSource<Row>::Done done) {
                        ++asked;
                        done({});
                    }},
                    100);
    for (int i = 0; i < 5; ++i) {
        textAt(model, i, 0);
        QTest::qWait(0);
    }
    EXPECT_LE(asked, 1);
}

TEST(ListModelWindowed, AllMeansAllButTheKeysTakenOut)
{
    auto model = makeModel();
    Shelf shelf;
    model.setCheckable(true);
    model.setSource(shelf.source(), 1'000'000);
    textAt(model, 0, 1);
    shelf.settle();
    model.checkAll(true);
    EXPECT_EQ(model.checkedCount(), 1'000'000);
    EXPECT_EQ(model.headerState(), Qt::Checked);
    model.setChecked(3, false);
    EXPECT_EQ(model.checkedCount(), 999'999);
    EXPECT_TRUE(model.checks().all);
    EXPECT_EQ(model.checks().keys, QSet<QString>{QStringLiteral("3")});
    EXPECT_TRUE(model.isChecked(500'000));
    model.refresh();
    EXPECT_EQ(model.checkedCount(), 999'999);
    model.setSource(shelf.source(), 5);
    EXPECT_EQ(model.checkedCount(), 0);
}

TEST(ListModelWindowed, SortingIsThePagesBusiness)
{
    auto model = makeModel();
    Shelf shelf;
    model.setSource(shelf.source(), 10);
    QSignalSpy sorts(&model, &ui::ListModelBase::sortRequested);
    model.sort(1, Qt::DescendingOrder);
    ASSERT_EQ(sorts.count(), 1);
    EXPECT_EQ(sorts.at(0).at(0).toString(), QStringLiteral("fen"));
    model.sort(-1, Qt::AscendingOrder);
    EXPECT_TRUE(sorts.at(1).at(0).toString().isEmpty());
}

TEST(ListModelWindowed, UpdateRowReachesLoadedRowsOnly)
{
    auto model = makeModel();
    Shelf shelf;
    model.setSource(shelf.source(), 1000);
    textAt(model, 250, 0);
    shelf.settle();
    model.updateRow({QStringLiteral("250"), QStringLiteral("改"), 1});
    model.updateRow({QStringLiteral("900"), QStringLiteral("改"), 1});
    EXPECT_EQ(textAt(model, 250, 0), QStringLiteral("改"));
    EXPECT_FALSE(model.isLoaded(900));
}

}  // namespace
