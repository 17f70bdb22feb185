// The list model over rows in memory.
#include "small_rows.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace tests::rows;

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

}  // namespace
