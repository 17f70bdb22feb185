// Copy, paste, the way back, marks: with the keyboard alone.
#include "people_rows.h"
#include "ui/models/table_columns.h"
#include "ui/models/table_note.h"
#include "ui/models/table_view.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace tests;

class Block : public testing::Test {
protected:
    Block()
    {
        ui::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Scheme::Light);
        ui::TableLayouts::ofProgram().load({});
        model.setCheckable(true);
        model.setRows(people(5));
        view.setListModel(&model);
        view.setCellValidator([](const QString &, const QString &column, const QString &typed) {
            return column == QLatin1String("wage") && typed.contains(QLatin1Char('x')) ? text("不是金额") : QString();
        });
        view.resize(900, 400);
        view.show();
        view.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        QObject::connect(&model, &ui::ListModelBase::cellsEdited, &view, [this](const ui::CellEdits &edits) {
            ++batches;
            for (const auto &edit : edits) {
                auto row = *model.rowByKey(edit.key);
                (edit.columnId == QLatin1String("wage") ? row.wage : row.month) = edit.text;
                model.updateRow(row);
            }
        });
        QObject::connect(&view, &ui::TableView::pasted, &view, [this](const ui::PasteReport &said) {
            report = said;
            ++reports;
        });
    }
    int at(const char *column) const { return model.sectionOf(QString::fromLatin1(column)); }
    QString cell(int row, const char *column) const { return model.index(row, at(column)).data().toString(); }
    void goTo(int row, const char *column) { view.setCurrentIndex(model.index(row, at(column))); }
    static void put(const char *clip) { QApplication::clipboard()->setText(text(clip)); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(&view, static_cast<Qt::Key>(key), modifiers);
    }
    void paste(const char *clip)
    {
        put(clip);
        press(Qt::Key_V);
    }
    QLineEdit *editor() const
    {
        for (auto *one : view.viewport()->findChildren<QLineEdit *>(text("wage.table.editor"))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    QString note() const { return view.findChild<ui::TableNote *>(text("wage.table.note"))->text(); }

    ui::ListModel<Row> model{columns(), keyOf};
    ui::TableView view{text("wage.table"), text("工资")};
    int batches = 0;
    int reports = 0;
    ui::PasteReport report;
};

TEST_F(Block, ABlockFillsTheEditableCellsInOneStep)
{
    goTo(1, "wage");
    paste("5800\t2026-07\r\n6000\t2026-08\r\n");
    EXPECT_EQ(cell(1, "wage"), text("5800"));
    EXPECT_EQ(cell(1, "month"), text("2026-07"));
    EXPECT_EQ(cell(2, "wage"), text("6000"));
    EXPECT_EQ(cell(2, "month"), text("2026-08"));
    EXPECT_EQ(batches, 1);
    EXPECT_EQ(report.stored, 4);
    EXPECT_TRUE(report.refused.isEmpty());
    press(Qt::Key_Z);
    EXPECT_TRUE(cell(1, "wage").isEmpty() && cell(2, "month").isEmpty());
    EXPECT_EQ(batches, 2);
}

TEST_F(Block, EveryCellIsTakenOrRefusedWithItsReason)
{
    goTo(3, "name");
    paste("人3\t58x0\t2026-07\n别人\t6000\t2026-07\n人9\t1\t1");
    EXPECT_TRUE(cell(3, "wage").isEmpty());
    EXPECT_EQ(cell(3, "month"), text("2026-07"));
    EXPECT_EQ(cell(4, "wage"), text("6000"));
    EXPECT_EQ(cell(4, "name"), text("人4"));
    EXPECT_EQ(report.stored, 3);
    EXPECT_EQ(report.unchanged, 1);
    EXPECT_EQ(report.rowsLeft, 1);
    ASSERT_EQ(report.refused.size(), 2);
    EXPECT_EQ(report.refused[0].row, 4);
    EXPECT_EQ(report.refused[0].column, text("新缴费工资"));
    EXPECT_EQ(report.refused[0].text, text("58x0"));
    EXPECT_EQ(report.refused[0].reason, text("不是金额"));
    EXPECT_EQ(report.refused[1].row, 5);
    EXPECT_EQ(report.refused[1].column, text("姓名"));
    EXPECT_EQ(ui::pasteText(report),
              text("已填入 3 个单元格；1 个与原来相同；2 个未填入；列表到此结束，多出的 1 行未粘贴。"));
    EXPECT_TRUE(ui::pasteDetails(report).contains(text("第 4 行「新缴费工资」：58x0（不是金额）")));
}

TEST_F(Block, RowsAndColumnsFollowWhatIsSeen)
{
    model.sort(at("name"), Qt::DescendingOrder);
    view.columns()->move(at("month"), -1);
    goTo(0, "month");
    paste("2026-07\t1\t9\n2026-08\t2\t9");
    EXPECT_EQ(model.rowByKey(text("4"))->month, text("2026-07"));
    EXPECT_EQ(model.rowByKey(text("3"))->wage, text("2"));
    EXPECT_EQ(report.columnsLeft, 1);
    view.columns()->setShown(at("wage"), false);
    goTo(0, "month");
    paste("2026-09\t77");
    EXPECT_EQ(model.rowByKey(text("4"))->wage, text("1"));
    EXPECT_EQ(model.rowByKey(text("4"))->month, text("2026-09"));
}

TEST_F(Block, OneRowGoesToEverySelectedRow)
{
    goTo(1, "wage");
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    ASSERT_EQ(view.selectionModel()->selectedRows().size(), 3);
    paste("5800\r\n");
    for (int row = 1; row <= 3; ++row)
        EXPECT_EQ(cell(row, "wage"), text("5800")) << row;
    EXPECT_TRUE(cell(4, "wage").isEmpty());
    press(Qt::Key_Delete, Qt::NoModifier);
    for (int row = 1; row <= 3; ++row)
        EXPECT_TRUE(cell(row, "wage").isEmpty()) << row;
    press(Qt::Key_Z);
    EXPECT_EQ(cell(2, "wage"), text("5800"));
}

TEST_F(Block, PastedIntoAnOpenEditorABlockIsABlock)
{
    view.goTo(text("0"), text("wage"));
    ASSERT_TRUE(editor());
    put("5800\n5900\n");
    QTest::keyClick(editor(), Qt::Key_V, Qt::ControlModifier);
    EXPECT_FALSE(editor());
    EXPECT_EQ(cell(0, "wage"), text("5800"));
    EXPECT_EQ(cell(1, "wage"), text("5900"));
    view.goTo(text("3"), text("wage"));
    put("6100\r\n");
    QTest::keyClick(editor(), Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(editor());
    EXPECT_EQ(editor()->text(), text("6100"));
}

TEST_F(Block, TooMuchIsRefusedWhole)
{
    QString huge = QString(ui::TableView::mostPasted + 1, QLatin1Char('\t'));
    QApplication::clipboard()->setText(huge);
    goTo(0, "wage");
    press(Qt::Key_V);
    EXPECT_EQ(reports, 1);
    EXPECT_TRUE(ui::pasteText(report).contains(text("最多粘贴")));
    EXPECT_EQ(batches, 0);
}

TEST_F(Block, TenThousandCellsAreOneBatch)
{
    model.setRows(people(10'000));
    QString clip;
    for (int i = 0; i < 10'000; ++i)
        clip += QStringLiteral("%1\n").arg(5000 + i);
    QApplication::clipboard()->setText(clip);
    goTo(0, "wage");
    press(Qt::Key_V);
    EXPECT_EQ(batches, 1);
    EXPECT_EQ(report.stored, 10'000);
    EXPECT_EQ(cell(9'999, "wage"), text("14999"));
    press(Qt::Key_Z);
    EXPECT_EQ(batches, 2);
    EXPECT_TRUE(cell(9'999, "wage").isEmpty());
}

TEST_F(Block, UndoAndRedoWalkThroughEditsAndBlocks)
{
    view.goTo(text("0"), text("wage"));
    editor()->setText(text("1"));
    QTest::keyClick(editor(), Qt::Key_Return);
    // The editor of the next row is open: nothing to take back in it, so the list steps back.
    ASSERT_TRUE(editor());
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(cell(0, "wage").isEmpty());
    EXPECT_TRUE(note().contains(text("修改新缴费工资")));
    press(Qt::Key_Y);
    EXPECT_EQ(cell(0, "wage"), text("1"));
    goTo(0, "wage");
    paste("2\n3\n");
    press(Qt::Key_Z);
    press(Qt::Key_Z);
    EXPECT_TRUE(cell(0, "wage").isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(cell(0, "wage"), text("2"));
    EXPECT_EQ(cell(1, "wage"), text("3"));
}

TEST_F(Block, HistoryEndsWithTheRowsItIsAbout)
{
    goTo(0, "wage");
    paste("1\n2");
    model.setRows({people(2)[0], people(2)[1]}, ui::ListModel<Row>::History::Stays);
    EXPECT_TRUE(model.history()->canUndo());
    model.setRows(people(5));
    EXPECT_FALSE(model.history()->canUndo());
}

TEST_F(Block, APageMayReadItsRowsAnewInsideAStep)
{
    QObject::connect(&model, &ui::ListModelBase::cellsEdited, &view, [this] { model.setRows(people(5)); });
    goTo(0, "wage");
    paste("1\n2");
    EXPECT_FALSE(model.history()->canUndo());
    press(Qt::Key_Z);
    EXPECT_EQ(batches, 1);
}

TEST_F(Block, TheMenuOffersEverythingAndSaysWhatItTakesBack)
{
    goTo(0, "wage");
    paste("1\n2");
    auto *menu = view.rowMenu();
    const auto entry = [menu](const char *id) { return menu->findChild<QAction *>(text("wage.table.menu.") + text(id)); };
    for (const char *id : {"undo", "redo", "copy", "copyTitles", "copyCell", "paste", "clear", "selectAll"})
        ASSERT_TRUE(entry(id)) << id;
    EXPECT_EQ(entry("undo")->text(), text("撤销 粘贴 2 个单元格"));
    EXPECT_FALSE(entry("redo")->isEnabled());
    EXPECT_TRUE(menu->findChild<QMenu *>(text("wage.table.columns")));
    entry("undo")->trigger();
    EXPECT_TRUE(cell(0, "wage").isEmpty());
    entry("copyCell")->trigger();
    goTo(0, "name");
    view.rowMenu()->findChild<QAction *>(text("wage.table.menu.copyCell"))->trigger();
    EXPECT_EQ(QApplication::clipboard()->text(), text("人0"));
}

TEST_F(Block, TheMenuKeyOpensTheMenu)
{
    goTo(1, "wage");
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(&view, &event);
    auto *menu = view.findChild<QMenu *>(text("wage.table.menu"));
    ASSERT_TRUE(menu && menu->isVisible());
    menu->close();
}

TEST_F(Block, MarksAreSeenAndHeard)
{
    const auto marked = model.index(0, at("wage"));
    EXPECT_EQ(marked.data(ui::ListModelBase::MarkRole).toInt(), int(ui::Tone::Warning));
    EXPECT_EQ(marked.data(Qt::ToolTipRole).toString(), text("没有填写"));
    EXPECT_EQ(marked.data(Qt::AccessibleDescriptionRole).toString(), text("没有填写"));
    const auto pixels = [&] { return view.viewport()->grab(view.visualRect(marked)).toImage(); };
    const auto before = pixels();
    goTo(0, "wage");
    paste("1");
    view.clearFocus();
    EXPECT_FALSE(marked.data(ui::ListModelBase::MarkRole).isValid());
    EXPECT_NE(pixels(), before);
}

TEST_F(Block, CopiesWhatIsShownAsItIsShown)
{
    view.columns()->setShown(at("month"), false);
    view.columns()->move(at("wage"), -1);
    goTo(0, "wage");
    paste("7\n8");
    view.selectRow(0);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), text("新缴费工资\t姓名\n7\t人0\n8\t人1"));
    EXPECT_EQ(note(), text("已复制 2 行"));
}

TEST_F(Block, AListThatIsOnlyReadTakesNothing)
{
    ui::ListModel<Row> shown({columns().front()}, keyOf);
    shown.setRows(people(2));
    ui::TableView other(text("other"), text("只读"));
    other.setListModel(&shown);
    other.show();
    other.setCurrentIndex(shown.index(0, 0));
    put("1\n2");
    QTest::keyClick(&other, Qt::Key_V, Qt::ControlModifier);
    EXPECT_FALSE(other.rowMenu()->findChild<QAction *>(text("other.menu.paste")));
    EXPECT_EQ(shown.index(0, 0).data().toString(), text("人0"));
}

}  // namespace
