// What every list page has: quick search, columns, the report of a paste; and the memory of the columns.
#include "ui/models/table_columns.h"
#include "ui/shell/layout_memory.h"
#include "ui/shell/list_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include <future>

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

struct Row {
    QString key;
    QString wage;
};

class Sample final : public ui::ListPage {
public:
    Sample() : ListPage(text("list"), text("列表"), nullptr)
    {
        addQuickSearch(text("姓名/拼音首字母/证件号码"));
        model.setSearched({text("key")});
        table()->setListModel(&model);
        setEmptyText(ui::Icon::Inbox, text("没有数据"), text("没有符合条件的数据"));
    }
    ui::ListModel<Row> model{
        {{.id = "key", .title = text("姓名"), .display = [](const Row &row) { return row.key; }},
         {.id = "wage", .title = text("工资"), .display = [](const Row &row) { return row.wage; }, .editor = ui::Editor::Money}},
        [](const Row &row) { return row.key; }};
};

class ListTools : public testing::Test {
protected:
    ListTools()
    {
        ui::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Scheme::Light);
        ui::TableLayouts::ofProgram().load({});
        page.model.setRows({{text("王一"), {}}, {text("李二"), {}}, {text("王三"), {}}});
        page.showRows();
        page.resize(900, 500);
        page.show();
        page.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }
    QLineEdit *quick() const { return page.findChild<QLineEdit *>(text("list.query.quick")); }

    Sample page;
};

TEST_F(ListTools, TheFirstKeyFindsAtOnceAndFastOnesTogether)
{
    page.table()->setFocus();
    QTest::keyClick(page.table(), Qt::Key_F, Qt::ControlModifier);
    ASSERT_TRUE(quick()->hasFocus());
    QSignalSpy asked(&page, &ui::ListPage::quickSearchRequested);
    quick()->setText(text("李"));
    EXPECT_EQ(page.model.rowCount(), 1);
    quick()->setText(text("李二"));
    quick()->setText(text("王一"));
    quick()->setText(text("王"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.model.rowCount() == 2; }, 2000));
    ASSERT_EQ(asked.count(), 2);  // not for every key
    EXPECT_EQ(asked.at(1).at(0).toString(), text("王"));
    // Down from the field into what was found.
    QTest::keyClick(quick(), Qt::Key_Down);
    EXPECT_TRUE(page.table()->hasFocus());
    EXPECT_TRUE(page.table()->currentIndex().isValid());
}

TEST_F(ListTools, NothingFoundSaysSoAndCanBeCleared)
{
    quick()->setText(text("赵"));
    QTest::keyClick(quick(), Qt::Key_Return);
    EXPECT_EQ(page.state(), ui::ListPage::State::Empty);
    EXPECT_TRUE(page.query()->isFiltering());
    page.query()->resetButton()->click();
    EXPECT_EQ(page.model.rowCount(), 3);
    EXPECT_EQ(page.state(), ui::ListPage::State::Rows);
    EXPECT_TRUE(quick()->text().isEmpty());
}

TEST_F(ListTools, AWindowedListIsThePagesToSearch)
{
    page.model.setSource({[](qint64, int, ui::WindowSource<Row>::Done) {}}, 1000);
    page.showRows();
    QSignalSpy asked(&page, &ui::ListPage::quickSearchRequested);
    quick()->setText(text("wy"));
    QTest::keyClick(quick(), Qt::Key_Return);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(page.quickText(), text("wy"));
    EXPECT_EQ(page.model.rowCount(), 1000);
}

TEST_F(ListTools, APasteIsReportedAboveTheList)
{
    page.table()->setCellValidator([](const QString &, const QString &, const QString &typed) {
        return typed == text("x") ? text("不是金额") : QString();
    });
    page.table()->setCurrentIndex(page.model.index(1, 1));
    QApplication::clipboard()->setText(text("1\nx\n3\n"));
    QTest::keyClick(page.table(), Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(page.strip()->tone(), ui::Tone::Warning);
    EXPECT_EQ(page.strip()->text(), text("已填入 1 个单元格；1 个未填入；列表到此结束，多出的 1 行未粘贴。"));
}

TEST_F(ListTools, TheColumnButtonOpensTheColumns)
{
    auto *columns = page.findChild<QToolButton *>(text("list.columns"));
    ASSERT_TRUE(columns);
    EXPECT_FALSE(columns->accessibleName().isEmpty());
    columns->setFocus();
    QTest::keyClick(columns, Qt::Key_Space);
    auto *menu = page.table()->findChild<QMenu *>(text("list.table.columns"));
    ASSERT_TRUE(menu && menu->isVisible());
    menu->findChild<QAction *>(text("list.table.columns.wage"))->trigger();
    EXPECT_TRUE(page.table()->isColumnHidden(1));
    menu->close();
}

TEST_F(ListTools, KeysAloneReachEverything)
{
    auto *table = page.table();
    page.model.setCheckable(true);
    table->setListModel(&page.model);
    page.model.setRows({{text("王一"), {}}, {text("李二"), {}}, {text("王三"), {}}});
    QObject::connect(&page.model, &ui::ListModelBase::cellsEdited, &page, [this](const ui::CellEdits &edits) {
        for (const auto &edit : edits)
            page.model.updateRow({edit.key, edit.text});
    });
    const auto focused = [] { return QApplication::focusWidget(); };
    const auto press = [&](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(focused(), static_cast<Qt::Key>(key), modifiers);
    };
    table->setFocus();
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(focused(), QStringLiteral("x"));
    quick()->setText(text("王"));
    press(Qt::Key_Return);
    ASSERT_EQ(page.model.rowCount(), 2);
    press(Qt::Key_Down);
    ASSERT_EQ(focused(), table);
    press(Qt::Key_Space);  // a box
    EXPECT_EQ(page.model.checkedCount(), 1);
    press(Qt::Key_Right);
    press(Qt::Key_Right);  // past the box and the name
    ASSERT_EQ(table->currentIndex().column(), page.model.sectionOf(text("wage")));
    QApplication::clipboard()->setText(text("5800\n5900\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(page.model.rowByKey(text("王三"))->wage, text("5900"));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(page.model.rowByKey(text("王三"))->wage.isEmpty());
    press(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(page.model.rowByKey(text("王一"))->wage, text("5800"));
    press(Qt::Key_Delete);
    EXPECT_TRUE(page.model.rowByKey(text("王一"))->wage.isEmpty());
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), text("姓名\t工资\n王一\t\n王三\t5900"));
    press(Qt::Key_Left, Qt::AltModifier);  // the column, one place
    EXPECT_EQ(table->columns()->shown().front(), page.model.sectionOf(text("wage")));
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(table, &menuKey);
    auto *menu = table->findChild<QMenu *>(text("list.table.menu"));
    ASSERT_TRUE(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Up);  // the last entry: 列
    QTest::keyClick(menu, Qt::Key_Right);
    auto *columns = menu->findChild<QMenu *>(text("list.table.columns"));
    ASSERT_TRUE(columns && columns->isVisible());
    QTest::keyClick(columns, Qt::Key_Space);  // the first column: 工资
    EXPECT_TRUE(table->isColumnHidden(page.model.sectionOf(text("wage"))));
    QTest::keyClick(columns, Qt::Key_Escape);
    QTest::keyClick(menu, Qt::Key_Escape);
}

/// X10: the fields, their buttons, then what acts on the rows and the rows, whatever was made first.
TEST_F(ListTools, TabGoesAsTheEyeDoes)
{
    Sample other;
    other.query()->addText(text("name"), text("姓名"));
    other.query()->addMonthRange(text("month"), text("费款所属期"));
    other.actions()->addButton(text("send"), text("提交"), ui::Icon::Send);
    other.resize(900, 500);
    other.show();
    other.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&other));
    other.findChild<QWidget *>(text("list.send"))->setFocus();
    QStringList order;
    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        order << QApplication::focusWidget()->objectName().section(QLatin1Char('.'), 1);
    }
    EXPECT_EQ(order.join(QLatin1Char(' ')), text("query.quick query.name query.monthFrom query.monthTo query.search query.reset table"));
}

TEST_F(ListTools, IsRenewedByItsOwnButtonOrElseByItsQuery)
{
    QSignalSpy searched(page.query(), &ui::QueryBar::searchRequested);
    page.query()->addText(text("name"), text("姓名"));
    page.renew();
    EXPECT_EQ(searched.count(), 1);
    auto *refresh = page.actions()->addButton(text("refresh"), text("刷新"), ui::Icon::Refresh);
    QSignalSpy refreshed(refresh, &QAbstractButton::clicked);
    page.renew();
    EXPECT_EQ(refreshed.count(), 1);
    EXPECT_EQ(searched.count(), 1);
}

TEST_F(ListTools, WhatAPageBeginsWithIsNoFilter)
{
    page.query()->addText(text("name"), text("姓名"));
    page.query()->setText(text("name"), text("王"));
    EXPECT_TRUE(page.query()->isFiltering());
    page.query()->keepPreset();
    EXPECT_FALSE(page.query()->isFiltering());
    page.query()->setText(text("name"), {});
    EXPECT_TRUE(page.query()->isFiltering());
}

TEST_F(ListTools, ColumnsAreStoredAndComeBack)
{
    const QTemporaryDir folder;
    // What blocks may not run on the window's thread, not even in a test.
    auto store = std::async(std::launch::async, [&] { return store::Store::open(folder.path()); }).get();
    ASSERT_TRUE(store);
    service::LayoutService layouts(**store);
    const auto stored = [&] {
        return std::async(std::launch::async, [&] { return layouts.all().value(); }).get();
    };
    ui::JobRunner jobs;
    {
        const ui::LayoutMemory memory(jobs, layouts);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !jobs.busy(); }));
        page.table()->columns()->setShown(1, false);
        page.table()->horizontalHeader()->resizeSection(0, 321);
        EXPECT_TRUE(stored().isEmpty());  // not for every pixel
        ASSERT_TRUE(QTest::qWaitFor([&] { return stored().size() == 1; }));
        page.table()->columns()->widen(0, 1);
        // Its end does not lose what has just been changed.
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return !jobs.busy(); }));
    EXPECT_TRUE(stored().value(text("list.table")).contains(text("337")));
    ui::TableLayouts::ofProgram().load({});
    EXPECT_FALSE(page.table()->isColumnHidden(1));
    const ui::LayoutMemory again(jobs, layouts);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.table()->isColumnHidden(1); }));
    EXPECT_EQ(page.table()->columnWidth(0), 337);
    page.table()->columns()->reset();
    ASSERT_TRUE(QTest::qWaitFor([&] { return stored().isEmpty(); }));
}

}  // namespace
