#include "ui/models/list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

struct Row {
    QString key;
    QString name;
    qint64 fen = 0;
};

using Model = ui::ListModel<Row>;
using Tester = QAbstractItemModelTester;

std::vector<ui::Column<Row>> columns()
{
    return {
        {.id = "name", .title = QStringLiteral("姓名"), .display = [](const Row &row) { return row.name; }},
        {.id = "fen",
         .title = QStringLiteral("工资"),
         .display = [](const Row &row) { return QString::number(row.fen); },
         .kind = ui::CellKind::Money,
         .sortKey = [](const Row &row) { return row.fen; },
         .editor = ui::Editor::Money,
         .editable = [](const Row &row) { return row.fen != 7; }},
    };
}

Model makeModel()
{
    return Model(columns(), [](const Row &row) { return row.key; });
}

std::vector<Row> three()
{
    return {{QStringLiteral("a"), QStringLiteral("王"), 900},
            {QStringLiteral("b"), QStringLiteral("李"), 1000},
            {QStringLiteral("c"), QStringLiteral("张"), 20}};
}

QString textAt(const Model &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

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

TEST(ListModelSmall, KeepsTheRulesOfModels)
{
    auto model = makeModel();
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setCheckable(true);
    model.setRows({});
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.headerState(), Qt::Unchecked);
    model.setRows(three());
    model.sort(2, Qt::AscendingOrder);
    model.setChecked(1, true);
    model.updateRow({QStringLiteral("b"), QStringLiteral("李四"), 1});
    model.setRows({{QStringLiteral("z"), QStringLiteral("赵"), 1}});
    model.sort(-1, Qt::AscendingOrder);
    model.setRows({});
}

TEST(ListModelSmall, SortsByValueNotByText)
{
    auto model = makeModel();
    model.setRows(three());
    model.sort(1, Qt::AscendingOrder);
    EXPECT_EQ(textAt(model, 0, 1), QStringLiteral("20"));
    EXPECT_EQ(textAt(model, 2, 1), QStringLiteral("1000"));
    model.sort(1, Qt::DescendingOrder);
    EXPECT_EQ(textAt(model, 0, 1), QStringLiteral("1000"));
    model.sort(-1, Qt::AscendingOrder);
    EXPECT_EQ(textAt(model, 0, 0), QStringLiteral("王"));
}

TEST(ListModelSmall, PersistentIndexesFollowASort)
{
    auto model = makeModel();
    model.setRows(three());
    const QPersistentModelIndex wang(model.index(0, 0));
    model.sort(1, Qt::AscendingOrder);
    EXPECT_EQ(wang.row(), 1);
    EXPECT_EQ(wang.data().toString(), QStringLiteral("王"));
}

TEST(ListModelSmall, RefreshWithTheSameKeysDoesNotReset)
{
    auto model = makeModel();
    model.setRows(three());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    auto rows = three();
    rows[0].fen = 5;
    model.setRows(rows);
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(textAt(model, 0, 1), QStringLiteral("5"));
    rows.pop_back();
    model.setRows(rows);
    EXPECT_EQ(resets.count(), 1);
}

TEST(ListModelSmall, ChecksStayWithTheirKeys)
{
    auto model = makeModel();
    model.setCheckable(true);
    model.setRows(three());
    const QSignalSpy changes(&model, &ui::ListModelBase::checkedChanged);
    EXPECT_TRUE(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    model.setChecked(2, true);
    EXPECT_EQ(changes.count(), 2);
    EXPECT_EQ(model.headerState(), Qt::PartiallyChecked);
    model.sort(2, Qt::AscendingOrder);
    EXPECT_TRUE(model.isChecked(0));
    EXPECT_FALSE(model.isChecked(2));
    auto rows = three();
    rows.erase(rows.begin());
    model.setRows(rows);
    EXPECT_EQ(model.checkedKeys(), QSet<QString>{QStringLiteral("c")});
    model.checkAll(true);
    EXPECT_EQ(model.headerState(), Qt::Checked);
    EXPECT_EQ(model.checkedRows().size(), 2u);
    model.checkAll(false);
    EXPECT_EQ(model.checkedCount(), 0);
}

TEST(ListModelSmall, EditsAreHandedToThePage)
{
    auto model = makeModel();
    model.setRows({{QStringLiteral("a"), QStringLiteral("王"), 900}, {QStringLiteral("b"), QStringLiteral("李"), 7}});
    ui::CellEdits edits;
    QObject::connect(&model, &ui::ListModelBase::cellsEdited, &model, [&](const ui::CellEdits &more) { edits += more; });
    EXPECT_TRUE(model.flags(model.index(0, 1)) & Qt::ItemIsEditable);
    EXPECT_FALSE(model.flags(model.index(1, 1)) & Qt::ItemIsEditable);
    EXPECT_FALSE(model.flags(model.index(0, 0)) & Qt::ItemIsEditable);
    EXPECT_TRUE(model.setData(model.index(0, 1), QStringLiteral(" 5800 "), Qt::EditRole));
    EXPECT_FALSE(model.setData(model.index(1, 1), QStringLiteral("5800"), Qt::EditRole));
    ASSERT_EQ(edits.size(), 1);
    EXPECT_EQ(edits[0].key, QStringLiteral("a"));
    EXPECT_EQ(edits[0].columnId, QStringLiteral("fen"));
    EXPECT_EQ(edits[0].text, QStringLiteral("5800"));
    EXPECT_EQ(edits[0].before, QStringLiteral("900"));
}

TEST(ListModelSmall, RowsThatMayNotBeCheckedStayUnchecked)
{
    auto model = makeModel();
    model.setCheckable(true);
    model.setCheckableRows([](const Row &row) { return row.fen != 20; });
    model.setRows(three());
    EXPECT_FALSE(model.flags(model.index(2, 0)) & Qt::ItemIsUserCheckable);
    EXPECT_TRUE(model.flags(model.index(1, 0)) & Qt::ItemIsUserCheckable);
    EXPECT_FALSE(model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole));
    model.setChecked(2, true);
    EXPECT_EQ(model.checkedCount(), 0);
    model.checkAll(true);
    EXPECT_EQ(model.checkedKeys(), (QSet<QString>{QStringLiteral("a"), QStringLiteral("b")}));
    EXPECT_EQ(model.headerState(), Qt::Checked);
    // What becomes held loses its check.
    auto rows = three();
    rows[0].fen = 20;
    model.setRows(rows);
    EXPECT_EQ(model.checkedKeys(), QSet<QString>{QStringLiteral("b")});
}

TEST(ListModelSmall, SearchFindsEveryWordInTheNamedColumns)
{
    auto model = makeModel();
    model.setSearched({QStringLiteral("name")}, [](const Row &row) {
        return row.key == QLatin1String("a") ? QStringLiteral("wang W") : QString();
    });
    model.setRows(three());
    model.search(QStringLiteral(" 李 "));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(textAt(model, 0, 0), QStringLiteral("李"));
    model.search(QStringLiteral("W 王"));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(textAt(model, 0, 0), QStringLiteral("王"));
    model.search(QStringLiteral("1000"));  // not a column that is looked through
    EXPECT_EQ(model.rowCount(), 0);
    model.search({});
    EXPECT_EQ(model.rowCount(), 3);
}

TEST(ListModelSmall, SearchLosesNoCheckAndTouchesOnlyWhatIsShown)
{
    auto model = makeModel();
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setCheckable(true);
    model.setSearched({QStringLiteral("name")});
    model.setRows(three());
    model.setChecked(0, true);
    model.search(QStringLiteral("李"));
    EXPECT_EQ(model.headerState(), Qt::Unchecked);
    EXPECT_EQ(model.checkedCount(), 1);
    model.checkAll(true);
    EXPECT_EQ(model.headerState(), Qt::Checked);
    EXPECT_EQ(model.checkedKeys(), (QSet<QString>{QStringLiteral("a"), QStringLiteral("b")}));
    ASSERT_EQ(model.checkedRows().size(), 2u);  // the hidden one is not forgotten
    EXPECT_EQ(model.checkedRows()[0].key, QStringLiteral("b"));
    model.checkAll(false);
    EXPECT_EQ(model.checkedKeys(), QSet<QString>{QStringLiteral("a")});
    model.sort(2, Qt::DescendingOrder);
    EXPECT_EQ(model.rowCount(), 1);
    model.search({});
    EXPECT_TRUE(model.isChecked(model.rowOfKey(QStringLiteral("a"))));
}

TEST(ListModelSmall, RowsThatASearchHidesAreKeptUpToDate)
{
    auto model = makeModel();
    model.setSearched({QStringLiteral("name")});
    model.setRows(three());
    model.search(QStringLiteral("李"));
    model.updateRow({QStringLiteral("a"), QStringLiteral("李四"), 1});
    EXPECT_EQ(model.rowByKey(QStringLiteral("a"))->name, QStringLiteral("李四"));
    auto rows = three();
    rows[2].name = QStringLiteral("李五");
    model.setRows(rows);
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.rowOfKey(QStringLiteral("a")), -1);
}

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
