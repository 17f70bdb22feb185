// E5 and quick search on the page.

#include "support/page_practice.h"

#include "support/workbook.h"
#include "ui/modules/staff/staff_pages.h"

namespace {

class StaffFiles : public tests::PagePractice {
protected:
    void SetUp() override
    {
        PagePractice::SetUp();
        away([this] { ASSERT_TRUE(client->staff().sync(tests::kUnit, service::StaffSync::Auto, job)); });
        everybody = away([this] {
            return *client->staff().window(tests::kUnit, {}, store::StaffOrder::PersonNumber, false, 0, 1000);
        });
        list = open(ui::staffPages(*desk, client->staff()), "staff.list");
        ASSERT_TRUE(list);
        ASSERT_TRUE(shows(int(everybody.size())));
    }
    bool shows(int count)
    {
        const auto there = [&] { return !jobs->busy() && model(list)->rowCount() == count; };
        if (!eventually(there))
            return false;
        for (int row = 0; row < count; ++row)
            (void)cell(list, row, "name");
        return eventually([&] { return count == 0 || model(list)->isLoaded(count - 1); });
    }
    void trigger(const char *name)
    {
        auto *action = find<QAction>(name);
        ASSERT_TRUE(action) << name;
        ASSERT_TRUE(action->isEnabled()) << name;
        action->trigger();
    }
    QVector<QStringList> exported(const char *action)
    {
        const auto path = folder.filePath(QStringLiteral("职工%1.xlsx").arg(++files));
        prompt.queueFile(path);
        trigger(action);
        EXPECT_TRUE(eventually([&] { return !jobs->busy() && QFile::exists(path); }));
        return workbookRows(path);
    }
    void quick(const QString &text) { find<QLineEdit>("staff.list.query.quick")->setText(text); }

    ui::ListPage *list = nullptr;
    std::vector<domain::Staff> everybody;
    int files = 0;
};

TEST_F(StaffFiles, EverybodyIsAWorkbook)
{
    EXPECT_FALSE(find<QAction>("staff.list.exportChecked")->isEnabled());
    const auto book = exported("staff.list.exportAll");
    ASSERT_EQ(book.size(), qsizetype(everybody.size()) + 1);
    const auto head = book[0];
    EXPECT_EQ(head.mid(0, 9), QStringList({QStringLiteral("序号"), QStringLiteral("人员编号"), QStringLiteral("姓名"),
                                           QStringLiteral("证件类型"), QStringLiteral("证件号码"), QStringLiteral("部门"),
                                           QStringLiteral("单位编号"), QStringLiteral("缴费状态"), QStringLiteral("缴费工资")}));
    EXPECT_GE(head.filter(QStringLiteral("缴费基数")).size(), 4);
    EXPECT_EQ(QSet<QString>(head.begin(), head.end()).size(), head.size());
    for (size_t i = 0; i < everybody.size(); ++i) {
        EXPECT_EQ(book[qsizetype(i) + 1][1], everybody[i].personNumber);
        EXPECT_EQ(book[qsizetype(i) + 1][2], everybody[i].name);
        EXPECT_EQ(book[qsizetype(i) + 1][4], everybody[i].documentNumber) << "a text, with every digit";
    }
    ASSERT_TRUE(said(list, "已导出"));
    const auto person = away([&] { return *client->staff().find(tests::kUnit, everybody[0].id); });
    const auto base = head.indexOf(person.insurances[0].insuranceName + QStringLiteral("缴费基数"));
    ASSERT_GT(base, 0);
    EXPECT_EQ(book[1][base].toDouble(), double(person.insurances[0].base->fen()) / 100);
}

TEST_F(StaffFiles, TheChosenAreAWorkbookInTheOrderOfTheList)
{
    model(list)->setChecked(7, true);
    model(list)->setChecked(2, true);
    const auto book = exported("staff.list.exportChecked");
    ASSERT_EQ(book.size(), 3);
    EXPECT_EQ(book[1][1], everybody[2].personNumber);
    EXPECT_EQ(book[2][1], everybody[7].personNumber);
}

TEST_F(StaffFiles, AllButOneOfWhatIsFound)
{
    model(list)->checkAll(true);
    model(list)->setChecked(0, false);
    auto book = exported("staff.list.exportChecked");
    ASSERT_EQ(book.size(), qsizetype(everybody.size()));
    EXPECT_EQ(book[1][1], everybody[1].personNumber);

    const auto name = QStringLiteral("王建国");  // two namesakes are in every roster
    quick(name);
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && model(list)->rowCount() < int(everybody.size()); }));
    const int found = model(list)->rowCount();
    ASSERT_GE(found, 2);
    ASSERT_TRUE(shows(found));
    EXPECT_EQ(model(list)->checkedCount(), 0) << "another list, other checks";
    model(list)->checkAll(true);
    model(list)->setChecked(found - 1, false);
    book = exported("staff.list.exportChecked");
    ASSERT_EQ(book.size(), found);
    EXPECT_EQ(book[1][2], name);
    EXPECT_EQ(exported("staff.list.exportAll").size(), qsizetype(everybody.size()) + 1) << "whatever is looked for";
}

TEST_F(StaffFiles, QuickSearchFollowsTheKeys)
{
    auto *field = find<QLineEdit>("staff.list.query.quick");
    QTest::keyClicks(field, QStringLiteral("wjg"));
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && model(list)->rowCount() == 2; }));
    ASSERT_TRUE(shows(2));
    EXPECT_EQ(cell(list, 0, "name"), QStringLiteral("王建国"));
    const auto number = everybody[5].documentNumber.right(4);
    quick(number);
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && model(list)->rowCount() >= 1 && cell(list, 0, "documentNumber").contains(number); }));
    quick(QStringLiteral("查无此人"));
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && list->state() == ui::ListPage::State::Empty; }));
    quick({});
    ASSERT_TRUE(shows(int(everybody.size())));
}

/// E2: what the three figures say is what the store holds, before and after an update.
TEST_F(StaffFiles, TheFiguresAreThoseOfTheStore)
{
    const auto check = [this] {
        const auto entries = away([this] {
            return *client->staff().window(tests::kUnit, {}, store::StaffOrder::PersonNumber, false, 0, 1000);
        });
        QSet<QString> people;
        QSet<QString> contributing;
        for (const auto &each : entries) {
            people.insert(each.personNumber);
            if (each.state == domain::ContributionState::Normal)
                contributing.insert(each.personNumber);
        }
        const auto normal = contributing.size();
        EXPECT_GT(normal, 0);
        EXPECT_LT(normal, people.size());
        const auto figure = [this](const char *name) { return find<QWidget>(name)->accessibleName(); };
        EXPECT_EQ(figure("staff.list.total"), QStringLiteral("职工总数 %1").arg(people.size()));
        EXPECT_EQ(figure("staff.list.normal"), QStringLiteral("正常缴费职工数 %1").arg(normal));
        EXPECT_EQ(figure("staff.list.stopped"), QStringLiteral("停止缴费职工数 %1").arg(people.size() - normal));
        return entries.size();
    };
    const auto before = check();
    away([this] { changeStaff(0, 1, 5); });
    trigger("staff.list.update.incremental");
    ASSERT_TRUE(said(list, "本次共更新 6 条数据"));
    ASSERT_TRUE(shows(int(before) + 4));
    EXPECT_EQ(check(), before + 4);
}

}  // namespace
