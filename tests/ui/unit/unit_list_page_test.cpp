#include "ui/unit/practice.h"

#include "ui/modules/unit/unit_list_page.h"
#include "ui/modules/unit/unit_pages.h"

namespace {

class UnitListPageTest : public tests::PracticeTest {
protected:
    void open()
    {
        start(12);
        logIn();
        page = std::make_unique<ui::UnitListPage>(desk(), app->units(), nullptr);
        QObject::connect(page.get(), &ui::UnitListPage::switchRequested, page.get(),
                         [this](const QString &unit) { asked = unit; });
        page->resize(1000, 600);
        page->show();
        page->opened();
        settle();
    }
    /// Another unit that was here before.
    void addOther(const QString &unit, const QString &password)
    {
        ASSERT_TRUE(enterAs(unit, password));
        page->opened();
        settle();
    }

    std::unique_ptr<ui::UnitListPage> page;
    QString asked;
};

TEST_F(UnitListPageTest, ThePresentUnitCannotBeRemoved)
{
    open();
    auto *table = page->table();
    ASSERT_EQ(table->model()->rowCount(), 1);
    table->selectRow(0);
    EXPECT_FALSE(get(page.get(), "unit.list.remove")->isEnabled());
    EXPECT_FALSE(get(page.get(), "unit.list.switch")->isEnabled());
}

TEST_F(UnitListPageTest, AnotherUnitCanBeSwitchedToAndRemovedWithItsDataKept)
{
    open();
    const auto other = QStringLiteral("10011401000000000007");
    addOther(other, QStringLiteral("000007"));
    auto *table = page->table();
    ASSERT_EQ(table->model()->rowCount(), 2);
    table->selectRow(page->table()->listModel()->rowOfKey(other));
    click(page.get(), "unit.list.switch");
    EXPECT_EQ(asked, other);
    click(page.get(), "unit.list.remove");
    auto *removal = dialog(page.get(), "unit.remove");
    ASSERT_NE(removal, nullptr);
    click(removal, "unit.remove.confirm");
    settle();
    EXPECT_EQ(table->model()->rowCount(), 1);
    EXPECT_TRUE(app->units().profile(other)) << "its data stays";
}

TEST_F(UnitListPageTest, QueriesByName)
{
    open();
    addOther(QStringLiteral("10011401000000000007"), QStringLiteral("000007"));
    type(page.get(), "unit.list.query.name", QStringLiteral("托育"));
    QTest::keyClick(get(page.get(), "unit.list.query.name"), Qt::Key_Return);
    EXPECT_EQ(page->table()->model()->rowCount(), 1);
    page->query()->resetButton()->click();
    EXPECT_EQ(page->table()->model()->rowCount(), 2);
}

TEST_F(UnitListPageTest, ItsSpecLeadsToTheWindow)
{
    start(12);
    logIn();
    QString unit;
    int added = 0;
    const auto specs =
        ui::unitPages(desk(), app->units(), app->lock(), {[&](const QString &id) { unit = id; }, [&] { ++added; }, {}});
    ASSERT_EQ(specs.size(), 5U);
    const std::unique_ptr<ui::Page> made(specs.front().create(nullptr));
    EXPECT_EQ(made->pageId(), specs.front().id);
    click(made.get(), "unit.list.add");
    EXPECT_EQ(added, 1);
}

}  // namespace
