// 查询统计 (Q1, Q2, Q4, Q5).

#include "support/page_practice.h"
#include "support/planting.h"
#include "support/workbook.h"
#include "ui/modules/query/query_pages.h"
#include "ui/widgets/month_chart.h"

namespace tests {
namespace {

class QueryPages : public PlantingOn<PagePractice> {
protected:
    ui::ListPage *openPage(const char *id)
    {
        auto *list = open(ui::queryPages(*desk, client->units(), client->bases(), client->receipts(), client->certificates()), id);
        EXPECT_TRUE(list && eventually([&] { return !jobs->busy() && list->state() != ui::ListPage::State::Loading; }));
        return list;
    }
    QList<QStringList> exported(ui::ListPage *list, const QString &name)
    {
        const auto path = folder.filePath(name);
        prompt.queueFile(path);
        button(qPrintable(list->pageId() + QStringLiteral(".export")))->click();
        EXPECT_TRUE(said(list, "已导出"));
        return workbookRows(path);
    }
    void search(ui::ListPage *list)
    {
        list->query()->searchButton()->click();
        ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    }
};

TEST_F(QueryPages, TheUnitsInsurancesAreAskedForFilteredAndExported)
{
    auto *list = openPage("query.unit");
    ASSERT_TRUE(list && rows(list, 5));
    EXPECT_EQ(cell(list, 0, "state"), QStringLiteral("已参保"));
    EXPECT_EQ(cell(list, 0, "authority"), desk->profile.unit.authorityName);
    EXPECT_EQ(exported(list, QStringLiteral("unit.xlsx")).size(), 6);
    const auto agency = cell(list, 0, "agency");
    list->query()->setCode(QStringLiteral("agency"), agency);
    search(list);
    EXPECT_LT(model(list)->rowCount(), 5);
    EXPECT_GT(model(list)->rowCount(), 0);
    for (int row = 0; row < model(list)->rowCount(); ++row)
        EXPECT_EQ(cell(list, row, "agency"), agency);
    list->query()->resetButton()->click();
    EXPECT_EQ(model(list)->rowCount(), 5);
    list->query()->setCode(QStringLiteral("unitNumber"), cell(list, 0, "unitNumber"));
    search(list);
    EXPECT_LT(model(list)->rowCount(), 5);
}

/// Q1. A registration has one of them, so there is one to choose; another one is somebody else's.
TEST_F(QueryPages, TheUnitsInsurancesAreThoseOfTheTaxAuthorityThatIsChosen)
{
    auto *list = openPage("query.unit");
    ASSERT_TRUE(list && rows(list, 5));
    const auto authority = desk->profile.unit.authorityName;
    const auto *box = find<QComboBox>("query.unit.query.authority");
    ASSERT_EQ(box->count(), 2);
    EXPECT_EQ(box->itemText(0), QStringLiteral("全部"));
    EXPECT_EQ(box->itemText(1), authority);
    list->query()->setCode(QStringLiteral("authority"), authority);
    search(list);
    EXPECT_EQ(model(list)->rowCount(), 5);
    const auto other = QStringLiteral("国家税务总局太原市迎泽区税务局");
    list->query()->setChoices(QStringLiteral("authority"), {{other, other}});
    list->query()->setCode(QStringLiteral("authority"), other);
    search(list);
    EXPECT_EQ(model(list)->rowCount(), 0);
    EXPECT_FALSE(button("query.unit.export")->isEnabled());
    list->query()->resetButton()->click();
    EXPECT_EQ(model(list)->rowCount(), 5);
}

TEST_F(QueryPages, TheUnitStaysWhenTheTaxSideCannotBeReached)
{
    fault("drop-before:GET /v1/unit");
    auto *list = openPage("query.unit");
    ASSERT_TRUE(list && rows(list, 5));
    EXPECT_TRUE(list->strip()->isShowing());
}

TEST_F(QueryPages, BasesOfUnknownPeopleShowEmptyElements)
{
    auto *list = openPage("query.bases");
    ASSERT_TRUE(list && eventually([&] { return model(list)->rowCount() > 40 && !cell(list, 0, "base").isEmpty(); }));
    EXPECT_EQ(cell(list, 0, "name"), QString());
    EXPECT_FALSE(cell(list, 0, "personNumber").isEmpty());
    away([this] { ASSERT_TRUE(client->staff().sync(unit, service::StaffSync::Full, job)); });
    list = openPage("query.bases");
    ASSERT_TRUE(list && eventually([&] { return !cell(list, 0, "name").isEmpty(); }));
    const int all = model(list)->rowCount();
    const auto lines = exported(list, QStringLiteral("bases.xlsx"));
    EXPECT_EQ(lines.size(), all + 1);
    EXPECT_EQ(lines.first().join(QLatin1Char('|')),
              QStringLiteral("人员编号|姓名|证件类型|证件号码|险种|缴费工资|缴费基数|生效年月起|生效年月止|单位编号"));
    EXPECT_TRUE(list->totals()->text().contains(QStringLiteral("人数"))) << qPrintable(list->totals()->text());
    list->query()->setText(QStringLiteral("documentNumber"), cell(list, 0, "documentNumber"));
    search(list);
    EXPECT_LT(model(list)->rowCount(), all);
    EXPECT_GT(model(list)->rowCount(), 0);
    const int ofOne = model(list)->rowCount();
    list->query()->setText(QStringLiteral("documentNumber"), {});
    find<QLineEdit>("query.bases.query.quick")->setText(cell(list, 0, "documentNumber"));
    EXPECT_TRUE(eventually([&] { return model(list)->rowCount() == ofOne; }));
    list->query()->setText(QStringLiteral("name"), QStringLiteral("没有这个人"));
    search(list);
    EXPECT_EQ(model(list)->rowCount(), 0);
    EXPECT_FALSE(button("query.bases.export")->isEnabled());
}

TEST_F(QueryPages, PayablesAndReceiptsHangTogether)
{
    away([this] {
        declareAll();
        payFirst(2);
    });
    auto *list = openPage("query.payables");
    ASSERT_TRUE(list);
    const int payables = model(list)->rowCount();
    EXPECT_GT(payables, 20);
    EXPECT_TRUE(list->totals()->text().contains(QStringLiteral("应补(退)费额合计")));
    list->query()->setCode(QStringLiteral("state"), QStringLiteral("未缴款"));
    search(list);
    const int unpaid = model(list)->rowCount();
    EXPECT_GT(unpaid, 0);
    EXPECT_LT(unpaid, payables);
    EXPECT_EQ(exported(list, QStringLiteral("payables.xlsx")).size(), unpaid + 1);
    list = openPage("query.receipts");
    ASSERT_TRUE(list);
    EXPECT_EQ(model(list)->rowCount(), payables - unpaid);
    EXPECT_EQ(cell(list, 0, "state"), QStringLiteral("已入库"));
    EXPECT_EQ(exported(list, QStringLiteral("receipts.xlsx")).size(), payables - unpaid + 1);
}

TEST_F(QueryPages, OtherMonthsAreAskedFor)
{
    auto *list = openPage("query.receipts");
    ASSERT_TRUE(list);
    const int all = model(list)->rowCount();
    const auto present = domain::Month::of(client->clock().today());
    list->query()->setMonth(QStringLiteral("periodFrom"), present - 1);
    list->query()->setMonth(QStringLiteral("periodTo"), present - 1);
    search(list);
    EXPECT_TRUE(rows(list, all / 2));
    list->query()->setMonth(QStringLiteral("periodFrom"), present - 40);
    list->query()->setMonth(QStringLiteral("periodTo"), present - 30);
    search(list);
    EXPECT_TRUE(rows(list, 0));
}

TEST_F(QueryPages, ThePictureSaysExactAmountsToWhoeverAsks)
{
    auto *list = openPage("query.payables");
    ASSERT_TRUE(list);
    auto *chart = find<ui::MonthChart>("query.payables.chart");
    ASSERT_TRUE(chart);
    const auto last = domain::Month::of(client->clock().today()) - 1;
    domain::Money due;
    const auto books = client->receipts().books(unit, {last, last});
    ASSERT_TRUE(books);
    for (const auto &row : books->payables)
        due += row.due;
    const auto text = QStringLiteral("%1：应缴 %2，到账 %2").arg(domain::monthText(last), domain::moneyText(due));
    EXPECT_TRUE(chart->monthText(last).startsWith(text)) << chart->monthText(last).toStdString();
    EXPECT_TRUE(chart->accessibleDescription().contains(text));
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Left);
    EXPECT_EQ(chart->shownMonth(), last);
    EXPECT_EQ(chart->accessibleDescription(), chart->monthText(last));
    QTest::mouseMove(chart, QPoint(chart->width() - 20, chart->height() / 2));
    EXPECT_EQ(chart->shownMonth(), last + 1);
}

}  // namespace
}  // namespace tests
