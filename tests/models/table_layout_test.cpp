// Columns as the user likes them.
#include "ui/models/list_model.h"
#include "ui/models/table_columns.h"
#include "ui/models/table_view.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using ui::TableLayout;
using ui::TableLayouts;

struct Row {
    QString key;
};

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

ui::Column<Row> column(const char *id, ui::CellKind kind = ui::CellKind::Date)
{
    return {.id = id, .title = QString::fromLatin1(id), .display = [](const Row &row) { return row.key; }, .width = 100,
            .kind = kind};
}

/// A list with its view, made anew as a restart makes it.
struct List {
    explicit List(std::vector<const char *> ids = {"a", "b", "c"}, bool checkable = true) : model(columns(ids), keyOf)
    {
        model.setCheckable(checkable);
        model.setRows({{text("1")}, {text("2")}});
        view.setListModel(&model);
        view.resize(700, 300);
        view.show();
    }
    static std::vector<ui::Column<Row>> columns(const std::vector<const char *> &ids)
    {
        std::vector<ui::Column<Row>> all;
        for (const auto *id : ids)
            all.push_back(column(id));
        return all;
    }
    static QString keyOf(const Row &row) { return row.key; }
    int at(const char *id) const { return model.sectionOf(QString::fromLatin1(id)); }
    QString order() const
    {
        QString ids;
        for (const int section : view.columns()->shown())
            ids += model.info(section)->id;
        return ids;
    }
    QHeaderView *header() const { return view.horizontalHeader(); }

    ui::ListModel<Row> model;
    ui::TableView view{text("list.table"), text("表")};
};

class Columns : public testing::Test {
protected:
    Columns()
    {
        ui::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Scheme::Light);
        TableLayouts::ofProgram().load({});
    }
    ~Columns() override { TableLayouts::ofProgram().load({}); }
    static QString kept() { return TableLayouts::ofProgram().of(text("list.table")).toText(); }
};

TEST(TableLayout, SurvivesItsText)
{
    const TableLayout layout{{{text("b"), 0, true}, {text("a"), 150, false}}};
    EXPECT_EQ(TableLayout::fromText(layout.toText()), layout);
    EXPECT_TRUE(TableLayout().toText().isEmpty());
}

TEST(TableLayout, NonsenseIsNoLayout)
{
    for (const char *wrong : {"", "x", "{}", "[1,2]", "[[]]", "[[\"\",1,1]]", "[[5,1,1]]"})
        EXPECT_TRUE(TableLayout::fromText(text(wrong)).columns.isEmpty()) << wrong;
    const auto odd = TableLayout::fromText(text("[[\"a\",-5,1],[\"a\",7,1],[\"b\",999999,0],[\"c\"]]"));
    ASSERT_EQ(odd.columns.size(), 3);
    EXPECT_EQ(odd.columns[0].width, 0);
    EXPECT_EQ(odd.columns[1].width, 1200);
    EXPECT_TRUE(odd.columns[2].shown);
}

TEST_F(Columns, WidthOrderAndChoiceAreThereAtTheNextStart)
{
    {
        List list;
        list.header()->resizeSection(list.at("b"), 177);
        list.header()->moveSection(list.header()->visualIndex(list.at("c")), 1);
        list.view.columns()->setShown(list.at("a"), false);
        EXPECT_EQ(list.order(), text("cb"));
    }
    const List next;
    EXPECT_EQ(next.order(), text("cb"));
    EXPECT_EQ(next.view.columnWidth(next.at("b")), 177);
    EXPECT_TRUE(next.view.isColumnHidden(next.at("a")));
}

TEST_F(Columns, ANewColumnOfALaterVersionAppearsAtItsPlace)
{
    {
        List list;
        list.view.columns()->move(list.at("c"), -1);
        list.view.columns()->setShown(list.at("a"), false);
    }
    const List later({"a", "new", "b", "c", "last"});
    EXPECT_EQ(later.order(), text("newclastb"));
    const List without({"b", "x"});
    EXPECT_EQ(without.order(), text("bx"));
}

TEST_F(Columns, AListWithOtherColumnsForAWhileForgetsNothing)
{
    List list({"a", "x", "y", "b"});
    list.view.columns()->setShown(list.at("x"), false);
    list.view.columns()->move(list.at("b"), -1);
    EXPECT_EQ(list.order(), text("aby"));
    ui::ListModel<Row> other(List::columns({"a", "b"}), List::keyOf);
    other.setCheckable(true);
    list.view.setListModel(&other);
    list.view.columns()->widen(other.sectionOf(text("b")), 1);
    list.view.setListModel(&list.model);
    EXPECT_EQ(list.order(), text("aby"));
    EXPECT_TRUE(list.view.isColumnHidden(list.at("x")));
    EXPECT_EQ(list.view.columnWidth(list.at("b")), 116);
}

TEST_F(Columns, OneColumnAlwaysStays)
{
    List list;
    for (const char *id : {"a", "b", "c"})
        list.view.columns()->setShown(list.at(id), false);
    EXPECT_EQ(list.order(), text("c"));
    // A stored layout that hides everything there is hides nothing.
    TableLayouts::ofProgram().load({{text("list.table"), text("[[\"a\",0,0],[\"b\",0,0],[\"c\",0,0]]")}});
    EXPECT_EQ(list.order(), text("abc"));
}

TEST_F(Columns, WhatIsAsideForAWhileIsNotForgotten)
{
    List list;
    list.view.columns()->move(list.at("c"), -1);
    const auto before = kept();
    list.view.columns()->setAside({text("a"), text("b"), text("unknown")});
    EXPECT_EQ(list.order(), text("c"));
    EXPECT_EQ(kept(), before) << "no choice of the user";
    list.view.columns()->widen(list.at("c"), 1);
    list.view.columns()->setShown(list.at("b"), true);
    EXPECT_EQ(list.order(), text("cb")) << "the user wants it";
    list.view.columns()->setAside({});
    EXPECT_EQ(list.order(), text("acb"));
    EXPECT_EQ(List().order(), text("acb")) << "so it is at the next start";
}

TEST_F(Columns, TheCheckColumnStaysFirstAndIsNoChoice)
{
    List list;
    list.header()->moveSection(0, 2);
    EXPECT_EQ(list.header()->visualIndex(0), 0);
    list.view.columns()->move(list.at("a"), -1);
    EXPECT_EQ(list.header()->visualIndex(0), 0);
    EXPECT_EQ(list.order(), text("abc"));
}

TEST_F(Columns, DefaultsComeBackAndNothingIsKeptThen)
{
    List list;
    EXPECT_TRUE(kept().isEmpty());
    list.view.columns()->widen(list.at("a"), 1);
    list.view.columns()->setShown(list.at("b"), false);
    list.view.columns()->move(list.at("c"), -1);
    EXPECT_FALSE(kept().isEmpty());
    list.view.columns()->reset();
    EXPECT_TRUE(kept().isEmpty());
    EXPECT_EQ(list.order(), text("abc"));
    EXPECT_EQ(list.view.columnWidth(list.at("a")), 100);
}

TEST_F(Columns, FittingIsNotTheUsersChoice)
{
    List list({"a", "b"}, false);
    list.view.resize(900, 300);
    list.view.resize(500, 300);
    EXPECT_TRUE(kept().isEmpty());
}

TEST_F(Columns, AStoredLayoutReachesListsThatAreOpen)
{
    const List list;
    TableLayouts::ofProgram().load({{text("list.table"), text("[[\"b\",140,1],[\"a\",0,1],[\"c\",0,0]]")}});
    EXPECT_EQ(list.order(), text("ba"));
    EXPECT_EQ(list.view.columnWidth(list.at("b")), 140);
}

TEST_F(Columns, TheMenuShowsHidesAndResets)
{
    List list;
    auto *menu = list.view.columns()->menu(-1, &list.view);
    const auto entry = [menu](const char *id) { return menu->findChild<QAction *>(text("list.table.columns.") + text(id)); };
    ASSERT_TRUE(entry("a") && entry("b") && entry("c") && entry("reset"));
    EXPECT_FALSE(entry("column-left"));
    entry("a")->trigger();
    entry("b")->trigger();
    EXPECT_EQ(list.order(), text("c"));
    EXPECT_FALSE(entry("c")->isEnabled());
    entry("a")->trigger();
    EXPECT_TRUE(entry("c")->isEnabled());
    entry("reset")->trigger();
    EXPECT_EQ(list.order(), text("abc"));
}

TEST_F(Columns, BoxesAreTickedWithoutTheMenuClosing)
{
    List list;
    auto *menu = list.view.columns()->menu(-1, &list.view);
    menu->popup({0, 0});
    menu->setActiveAction(menu->findChild<QAction *>(text("list.table.columns.b")));
    QTest::keyClick(menu, Qt::Key_Space);
    EXPECT_TRUE(menu->isVisible());
    EXPECT_EQ(list.order(), text("ac"));
    menu->close();
}

TEST_F(Columns, KeysMoveAndWidenTheCurrentColumn)
{
    List list;
    list.view.setFocus();
    list.view.setCurrentIndex(list.model.index(0, list.at("a")));
    QTest::keyClick(&list.view, Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(list.order(), text("bac"));
    QTest::keyClick(&list.view, Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(list.order(), text("abc"));
    QTest::keyClick(&list.view, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_GT(list.view.columnWidth(list.at("a")), 100);
    QTest::keyClick(&list.view, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(list.view.columnWidth(list.at("a")), 100);
}

TEST_F(Columns, SaysWhatHasChangedSoThatItCanBeStored)
{
    List list;
    QSignalSpy changes(&TableLayouts::ofProgram(), &TableLayouts::changed);
    list.view.columns()->setShown(list.at("b"), false);
    ASSERT_EQ(changes.count(), 1);
    EXPECT_EQ(changes.at(0).at(0).toString(), text("list.table"));
    EXPECT_EQ(TableLayout::fromText(changes.at(0).at(1).toString()).columns.size(), 3);
    list.view.columns()->setShown(list.at("b"), true);
    ASSERT_EQ(changes.count(), 2);
    EXPECT_TRUE(changes.at(1).at(1).toString().isEmpty());
}

}  // namespace
