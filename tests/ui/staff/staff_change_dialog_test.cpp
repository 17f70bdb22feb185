#include "support/page_practice.h"

#include "support/workbook.h"
#include "ui/modules/staff/staff_pages.h"

namespace {

using service::StaffSync;

class StaffChangesPractice : public tests::PagePractice {
protected:
    void SetUp() override
    {
        PagePractice::SetUp();
        away([this] {
            ASSERT_TRUE(client->staff().sync(tests::kUnit, StaffSync::Auto, job));
            changeStaff(1, 2, 3);
            ASSERT_TRUE(client->staff().sync(tests::kUnit, StaffSync::Incremental, job));
        });
        brought = int(*away([this] { return client->staff().changeCount(tests::kUnit, {}); }));
        list = open(ui::staffPages(*desk, client->staff()), "staff.list");
        ASSERT_TRUE(list);
        ASSERT_TRUE(eventually([&] { return !jobs->busy() && list->state() == ui::ListPage::State::Rows; }));
        click("staff.list.changes");
        ASSERT_TRUE(dialog("staff.changes"));
        table = find<ui::TableView>("staff.changes.table");
        ASSERT_TRUE(shows(brought));
    }
    bool shows(int count)
    {
        return eventually([&] { return !jobs->busy() && table->model()->rowCount() == count; });
    }
    QString text(int row, const char *column)
    {
        const auto index = table->model()->index(row, table->listModel()->sectionOf(QString::fromLatin1(column)));
        (void)index.data();
        EXPECT_TRUE(eventually([&] { return table->listModel()->isLoaded(row); }));
        return index.data().toString();
    }
    void search(const char *field, const QString &typed)
    {
        find<QLineEdit>(field)->setText(typed);
        click("staff.changes.query.search");
    }

    ui::ListPage *list = nullptr;
    ui::TableView *table = nullptr;
    int brought = 0;
};

TEST_F(StaffChangesPractice, ListsWhoWhatAndWhen)
{
    EXPECT_GT(brought, 5);
    QStringList fields;
    QString wage;
    for (int row = 0; row < brought; ++row) {
        fields.append(text(row, "field"));
        if (fields.last() == QStringLiteral("缴费工资"))
            wage = text(row, "before") + QLatin1Char('/') + text(row, "after");
    }
    EXPECT_EQ(fields.count(QStringLiteral("减少职工")), 2);
    EXPECT_EQ(fields.count(QStringLiteral("新增职工")), 3);
    EXPECT_EQ(fields.filter(QStringLiteral(" · 缴费基数")).size(), fields.filter(QStringLiteral(" · 缴费工资")).size());
    EXPECT_TRUE(wage.contains(QLatin1Char('.'))) << wage.toStdString();
    EXPECT_EQ(text(0, "at").left(10), client->clock().today().toString(Qt::ISODate));
    EXPECT_FALSE(text(0, "name").isEmpty());
}

TEST_F(StaffChangesPractice, SearchesByPartsAndDays)
{
    const auto name = text(0, "name");
    search("staff.changes.query.name", name.left(1));
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && table->model()->rowCount() < brought; }));
    EXPECT_GE(table->model()->rowCount(), 1);
    EXPECT_EQ(text(0, "name").left(1), name.left(1));
    click("staff.changes.query.reset");
    ASSERT_TRUE(shows(brought));
    const auto number = text(0, "documentNumber");
    search("staff.changes.query.documentNumber", number.right(4).toLower());
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && table->model()->rowCount() < brought; }));
    EXPECT_EQ(text(0, "documentNumber").right(4), number.right(4));
    click("staff.changes.query.reset");
    ASSERT_TRUE(shows(brought));
    const auto today = client->clock().today();
    search("staff.changes.query.atTo", today.addDays(-1).toString(Qt::ISODate));
    ASSERT_TRUE(shows(0));
    EXPECT_FALSE(button("staff.changes.export")->isEnabled());
    search("staff.changes.query.atTo", today.toString(Qt::ISODate));
    ASSERT_TRUE(shows(brought));
}

TEST_F(StaffChangesPractice, QuickSearchFollowsTheKeysAndTheOldestCanComeFirst)
{
    const auto number = text(0, "documentNumber");
    auto *quick = find<QLineEdit>("staff.changes.query.quick");
    quick->setText(number.right(6));
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && table->model()->rowCount() < brought; }));
    ASSERT_GE(table->model()->rowCount(), 1);
    EXPECT_EQ(text(0, "documentNumber").right(6), number.right(6));
    quick->clear();
    ASSERT_TRUE(shows(brought));
    auto *model = table->listModel();
    ASSERT_FALSE(text(0, "name").isEmpty());
    const auto newest = model->keyOf(model->index(0, 0));
    model->sort(model->sectionOf(QStringLiteral("at")), Qt::AscendingOrder);
    EXPECT_TRUE(eventually([&] {
        (void)text(brought - 1, "name");
        return model->keyOf(model->index(brought - 1, 0)) == newest;
    }));
    EXPECT_FALSE(model->info(model->sectionOf(QStringLiteral("name")))->sortable);
}

TEST_F(StaffChangesPractice, WritesWhatIsShownToAWorkbook)
{
    const auto path = folder.filePath(QStringLiteral("更新.xlsx"));
    prompt.queueFile(path);
    click("staff.changes.export");
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && QFile::exists(path); }));
    const auto book = workbookRows(path);
    ASSERT_EQ(book.size(), brought + 1);
    EXPECT_EQ(book[0], QStringList({QStringLiteral("更新时间"), QStringLiteral("姓名"), QStringLiteral("证件类型"),
                                    QStringLiteral("证件号码"), QStringLiteral("更新内容"), QStringLiteral("更新前"),
                                    QStringLiteral("更新后")}));
    for (int row = 0; row < brought; ++row)
        EXPECT_EQ(book[row + 1][4], text(row, "field")) << row;
}

}  // namespace
