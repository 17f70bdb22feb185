#include "people_rows.h"
#include "ui/models/table_columns.h"
#include "ui/models/table_view.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace tests;

class TableViewTest : public testing::Test {
protected:
    TableViewTest()
    {
        ui::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Scheme::Light);
        model.setCheckable(true);
        model.setRows({{text("a"), text("王"), text("5800.00"), {}},
                       {text("b"), text("李"), {}, text("2026-07")},
                       {text("c"), text("张"), {}, {}}});
        view.setListModel(&model);
        view.resize(900, 400);
        view.show();
        view.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&view));
        QObject::connect(&model, &ui::ListModelBase::cellsEdited, &view, [this](const ui::CellEdits &edits) {
            for (const auto &edit : edits) {
                auto row = *model.rowByKey(edit.key);
                (edit.columnId == QLatin1String("wage") ? row.wage : row.month) = edit.text;
                model.updateRow(row);
            }
        });
    }
    QLineEdit *editor() const
    {
        QLineEdit *found = nullptr;
        for (auto *one : view.viewport()->findChildren<QLineEdit *>(text("staff.table.editor"))) {
            if (one->isVisible())
                found = one;
        }
        return found;
    }
    QString cell(int row, const char *column) const
    {
        return model.index(row, model.sectionOf(QString::fromLatin1(column))).data().toString();
    }
    QPoint spot(int row, int section) const { return view.visualRect(model.index(row, section)).center(); }

    ui::ListModel<Row> model{
        {
            {.id = "name", .title = text("姓名"), .display = [](const Row &row) { return row.name; },
             .kind = ui::CellKind::Link, .link = [](const Row &row) { return row.key != text("c"); }},
            {.id = "wage", .title = text("新缴费工资"), .display = [](const Row &row) { return row.wage; },
             .kind = ui::CellKind::Money, .editor = ui::Editor::Money},
            {.id = "month", .title = text("生效年月"), .display = [](const Row &row) { return row.month; },
             .editor = ui::Editor::Month},
        },
        [](const Row &row) { return row.key; }};
    ui::TableView view{text("staff.table"), text("职工")};
};

TEST_F(TableViewTest, ClickOnALinkTellsWhichOne)
{
    QSignalSpy links(&view, &ui::TableView::linkActivated);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, spot(1, 1));
    ASSERT_EQ(links.count(), 1);
    EXPECT_EQ(links.at(0).at(0).toString(), text("b"));
    EXPECT_EQ(links.at(0).at(1).toString(), text("name"));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, spot(2, 1));
    EXPECT_EQ(links.count(), 1);
}

TEST_F(TableViewTest, EnterFollowsALink)
{
    QSignalSpy links(&view, &ui::TableView::linkActivated);
    view.setCurrentIndex(model.index(0, 1));
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_EQ(links.count(), 1);
}

TEST_F(TableViewTest, BoxesAreClickedAndToggledBySpace)
{
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, spot(0, 0));
    EXPECT_TRUE(model.isChecked(0));
    view.setCurrentIndex(model.index(1, 1));
    QTest::keyClick(&view, Qt::Key_Space);
    EXPECT_TRUE(model.isChecked(1));
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(model.checkedCount(), 3);
}

TEST_F(TableViewTest, ShiftClickChecksARange)
{
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, spot(0, 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, spot(2, 0));
    EXPECT_EQ(model.checkedCount(), 3);
}

TEST_F(TableViewTest, HeaderBoxChecksAll)
{
    auto *header = view.horizontalHeader();
    const QPoint box(header->sectionViewportPosition(0) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, box);
    EXPECT_EQ(model.checkedCount(), 3);
    EXPECT_EQ(model.sortSection(), -1);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, box);
    EXPECT_EQ(model.checkedCount(), 0);
}

TEST_F(TableViewTest, TypingStoresAndEnterGoesDown)
{
    view.goTo(text("a"), text("wage"));
    ASSERT_TRUE(editor());
    editor()->setText(text("6200"));
    QTest::keyClick(editor(), Qt::Key_Return);
    EXPECT_EQ(cell(0, "wage"), text("6200"));
    EXPECT_EQ(view.currentIndex().row(), 1);
    EXPECT_EQ(view.currentIndex().column(), model.sectionOf(text("wage")));
    EXPECT_TRUE(editor());
}

TEST_F(TableViewTest, GoingToAHiddenColumnShowsIt)
{
    view.columns()->setShown(model.sectionOf(text("wage")), false);
    view.goTo(text("b"), text("wage"));
    EXPECT_FALSE(view.isColumnHidden(model.sectionOf(text("wage"))));
    EXPECT_TRUE(editor());
    view.columns()->reset();
}

TEST_F(TableViewTest, TabGoesToTheNextEditableCell)
{
    view.goTo(text("a"), text("wage"));
    QTest::keyClick(editor(), Qt::Key_Tab);
    EXPECT_EQ(view.currentIndex(), model.index(0, model.sectionOf(text("month"))));
    ASSERT_TRUE(editor());
    editor()->setText(text("202607"));
    QTest::keyClick(editor(), Qt::Key_Tab);
    EXPECT_EQ(view.currentIndex(), model.index(1, model.sectionOf(text("wage"))));
    QTest::keyClick(editor(), Qt::Key_Backtab);
    EXPECT_EQ(view.currentIndex(), model.index(0, model.sectionOf(text("month"))));
}

TEST_F(TableViewTest, AWrongTextStaysOpenWithItsReason)
{
    view.setCellValidator([](const QString &, const QString &column, const QString &typed) {
        return column == QLatin1String("wage") && typed.contains(QLatin1Char('-')) ? text("金额不能为负数") : QString();
    });
    view.goTo(text("b"), text("wage"));
    editor()->setText(text("-1"));
    QTest::keyClick(editor(), Qt::Key_Return);
    ASSERT_TRUE(editor());
    EXPECT_EQ(editor()->text(), text("-1"));
    EXPECT_EQ(editor()->accessibleDescription(), text("金额不能为负数"));
    auto *reason = view.viewport()->findChild<QWidget *>(text("table.reason"));
    ASSERT_TRUE(reason);
    EXPECT_TRUE(reason->isVisible());
    EXPECT_TRUE(cell(1, "wage").isEmpty());
    editor()->setText(text("1"));
    QTest::keyClick(editor(), Qt::Key_Return);
    EXPECT_EQ(cell(1, "wage"), text("1"));
    EXPECT_FALSE(reason->isVisible());
}

TEST_F(TableViewTest, EscapeLeavesTheCellAsItWas)
{
    view.goTo(text("a"), text("wage"));
    editor()->setText(text("1"));
    QTest::keyClick(editor(), Qt::Key_Escape);
    EXPECT_EQ(cell(0, "wage"), text("5800.00"));
}

TEST_F(TableViewTest, EmptyCellsCanBeLeftEmpty)
{
    int asked = 0;
    view.setCellValidator([&asked](const QString &, const QString &, const QString &) {
        ++asked;
        return text("不能为空");
    });
    view.goTo(text("c"), text("wage"));
    QTest::keyClick(editor(), Qt::Key_Tab);
    EXPECT_EQ(asked, 0);
}

TEST_F(TableViewTest, ARefreshDoesNotOverwriteWhatIsTyped)
{
    view.goTo(text("a"), text("wage"));
    QTest::keyClicks(editor(), text("77"));
    model.updateRow({text("a"), text("王五"), text("1.00"), {}});
    ASSERT_TRUE(editor());
    EXPECT_EQ(editor()->text(), text("77"));
}

TEST_F(TableViewTest, PreeditOfAnInputMethodIsKept)
{
    view.goTo(text("a"), text("wage"));
    QInputMethodEvent composing(text("wu"), {});
    QCoreApplication::sendEvent(editor(), &composing);
    ASSERT_TRUE(editor());
    QInputMethodEvent done;
    done.setCommitString(text("５８００"));
    QCoreApplication::sendEvent(editor(), &done);
    EXPECT_EQ(editor()->text(), text("５８００"));
    EXPECT_TRUE(editor()->inputMethodQuery(Qt::ImCursorRectangle).toRectF().isValid());
}

TEST_F(TableViewTest, CopiesTheSelectionWithTitles)
{
    view.selectRow(0);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), text("王\t5800.00\t"));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), text("姓名\t新缴费工资\t生效年月\n王\t5800.00\t"));
}

TEST_F(TableViewTest, SaysWhenThereAreNoRows)
{
    EXPECT_FALSE(view.emptyState()->isVisible());
    model.setRows({});
    EXPECT_TRUE(view.emptyState()->isVisible());
    view.setEmptyVisible(false);
    EXPECT_FALSE(view.emptyState()->isVisible());
}

TEST_F(TableViewTest, RefreshKeepsTheWidthsTheUserChose)
{
    view.horizontalHeader()->resizeSection(2, 333);
    model.setRows({{text("z"), text("新"), {}, {}}});
    EXPECT_EQ(view.columnWidth(2), 333);
}

TEST_F(TableViewTest, SelectionSurvivesARefreshAndASearch)
{
    view.selectionModel()->setCurrentIndex(model.index(1, 2),
                                           QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    model.setRows({{text("z"), text("新"), {}, {}}, {text("b"), text("李"), text("1.00"), {}}, {text("c"), text("张"), {}, {}},
                   {text("a"), text("王"), {}, {}}});
    EXPECT_EQ(view.currentIndex().row(), 1);
    EXPECT_TRUE(view.selectionModel()->isRowSelected(1));
    model.setSearched({text("name")});
    model.search(text("王"));
    EXPECT_EQ(model.rowCount(), 1);
    EXPECT_FALSE(view.selectionModel()->hasSelection());
    model.search({});
    EXPECT_TRUE(view.selectionModel()->isRowSelected(1));
    EXPECT_EQ(view.selectionModel()->selectedRows().size(), 1);
}

TEST_F(TableViewTest, ARowThatMayNotBeCheckedLooksAndBehavesSo)
{
    model.setCheckableRows([](const Row &row) { return row.key != text("b"); });
    model.setRows({{text("a"), {}, {}, {}}, {text("b"), {}, {}, {}}});
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, spot(1, 0));
    view.setCurrentIndex(model.index(1, 1));
    QTest::keyClick(&view, Qt::Key_Space);
    EXPECT_EQ(model.checkedCount(), 0);
    EXPECT_EQ(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), text("不可选"));
    view.clearSelection();
    view.setCurrentIndex({});
    view.clearFocus();
    const auto box = [this](int row) { return view.viewport()->grab(view.visualRect(model.index(row, 0))).toImage(); };
    EXPECT_NE(box(0), box(1));
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(model.checkedKeys(), QSet<QString>{text("a")});
}

TEST(TableViewLong, AMillionRowsCostNothingToShow)
{
    ui::ListModel<Row> model(
        {{.id = "name", .title = text("姓名"), .display = [](const Row &row) { return row.name; }}},
        [](const Row &row) { return row.key; });
    int asked = 0;
    model.setSource({[&asked](qint64 offset, int count, ui::WindowSource<Row>::Done done) {
                        ++asked;
                        std::vector<Row> rows;
                        for (int i = 0; i < count; ++i)
                            rows.push_back({QString::number(offset + i), QString::number(offset + i), {}, {}});
                        done(std::move(rows));
                    }},
                    1'000'000);
    ui::TableView view(text("long"), text("长表"));
    view.setListModel(&model);
    view.resize(600, 400);
    view.show();
    EXPECT_TRUE(QTest::qWaitFor([&asked] { return asked > 0; }));
    view.scrollToBottom();
    EXPECT_TRUE(QTest::qWaitFor([&model] { return model.isLoaded(999'999); }));
    EXPECT_LE(asked, 4);
}

}  // namespace
