// The switch 按险种申报缴费工资 and the annual page (W11, W12).

#include "support/page_practice.h"
#include "ui/modules/wage/wage_pages.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QCheckBox>

namespace tests {
namespace {

class WageByInsurancePage : public PagePractice {
protected:
    WageByInsurancePage() { unit = kOffice; }
    void SetUp() override
    {
        PagePractice::SetUp();
        away([this] { (void)client->staff().sync(unit, service::StaffSync::Auto, job); });
    }
    ui::ListPage *openPage(const char *id)
    {
        auto *list = open(ui::wagePages(*desk, client->wages(), client->staff(), client->outbox()), id);
        EXPECT_TRUE(list && eventually([&] { return !jobs->busy(); }));
        return list;
    }
    void edit(ui::ListPage *list, int row, const char *column, const QString &text)
    {
        auto *m = model(list);
        ASSERT_GE(m->sectionOf(QString::fromUtf8(column)), 0) << column;
        m->setData(m->index(row, m->sectionOf(QString::fromUtf8(column))), text, Qt::EditRole);
    }
    bool has(ui::ListPage *list, const char *column) const { return model(list)->sectionOf(QString::fromUtf8(column)) >= 0; }
};

TEST_F(WageByInsurancePage, SwitchesBetweenTwoDraftsAndRemembers)
{
    auto *list = openPage("wage.daily");
    EXPECT_TRUE(has(list, "wage"));
    click("wage.daily.byInsurance");
    ASSERT_TRUE(eventually([&] { return has(list, "wage.120") && !jobs->busy(); }));
    EXPECT_FALSE(has(list, "wage"));
    find<QAction>("wage.daily.addAll")->trigger();
    ASSERT_TRUE(said(list, "已添加"));
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0 && !jobs->busy(); }));
    edit(list, 0, "wage.120", QStringLiteral("5000"));
    EXPECT_EQ(cell(list, 0, "wage.120"), QStringLiteral("5,000.00"));
    click("wage.daily.byInsurance");
    ASSERT_TRUE(rows(list, 0));
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));  // the choice is on its way to the disk
    list = openPage("wage.daily");
    EXPECT_FALSE(find<QCheckBox>("wage.daily.byInsurance")->isChecked());
    click("wage.daily.byInsurance");
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0; }));
    EXPECT_EQ(cell(list, 0, "wage.120"), QStringLiteral("5,000.00"));
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    openPage("wage.daily");
    EXPECT_TRUE(find<QCheckBox>("wage.daily.byInsurance")->isChecked());
}

TEST_F(WageByInsurancePage, IsAbsentWhereThePackDoesNotAllowIt)
{
    desk->profile.unit.unitType = domain::UnitType::Enterprise;
    openPage("wage.daily");
    EXPECT_FALSE(find<QCheckBox>("wage.daily.byInsurance"));
}

TEST_F(WageByInsurancePage, TheAnnualPageHasNoMonthAndSubmits)
{
    auto *list = openPage("wage.annual");
    EXPECT_FALSE(has(list, "month"));
    find<QAction>("wage.annual.addAll")->trigger();
    ASSERT_TRUE(said(list, "已添加"));
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0 && !jobs->busy(); }));
    for (int row = 0; row < model(list)->rowCount(); ++row)
        edit(list, row, "wage", QStringLiteral("6100"));
    click("wage.annual.submit");
    ASSERT_TRUE(dialog("wage.confirm"));
    click("wage.confirm.agree");
    click("wage.confirm.ok");
    ASSERT_TRUE(said(list, "已提交"));
    EXPECT_EQ(ledger()["wageDeclarations"].size(), 1u);
}

TEST_F(WageByInsurancePage, OutsideItsDaysTheAnnualPageSaysWhenItOpens)
{
    const QDate today = client->clock().today();
    desk->profile.pack.wage.annualFrom = today.addDays(1).toString(QStringLiteral("MM-dd"));
    desk->profile.pack.wage.annualTo = today.addDays(3).toString(QStringLiteral("MM-dd"));
    auto *list = openPage("wage.annual");
    EXPECT_FALSE(button("wage.annual.add")->isEnabled());
    EXPECT_FALSE(button("wage.annual.submit")->isEnabled());
    EXPECT_EQ(list->state(), ui::ListPage::State::Empty);
    EXPECT_TRUE(list->table()->emptyState()->accessibleName().contains(today.addDays(1).toString(QStringLiteral("yyyy年M月d日"))))
        << list->table()->emptyState()->accessibleName().toStdString();
}

}  // namespace
}  // namespace tests
