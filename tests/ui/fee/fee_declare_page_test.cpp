// 日常申报 and 特殊缴费申报 (F1–F6).

#include "support/page_practice.h"
#include "ui/models/totals_bar.h"
#include "ui/modules/fee/fee_pages.h"
#include "ui/widgets/message_strip.h"

#include <QFileInfo>
#include <QLabel>
#include <QTableView>

namespace tests {
namespace {

class FeeDeclarePage : public PagePractice {
protected:
    ui::ListPage *openPage(const char *id)
    {
        auto *list = open(ui::feePages(*desk, client->fees(), client->outbox()), id);
        EXPECT_TRUE(list && eventually([&] { return model(list)->rowCount() > 0; }));
        return list;
    }
    /// The amounts were reckoned again; then 提交申报.
    void confirmChecked()
    {
        ASSERT_TRUE(eventually([&] { return button("fee.daily.confirm.ok")->isEnabled(); }));
        click("fee.daily.confirm.ok");
    }
    /// Another machine of the unit is first with this total.
    void declareElsewhere(const QString &key)
    {
        away([&] {
            auto other = connect(QStringLiteral("second"));
            logIn(*other, tests::kPassword);
            ASSERT_TRUE(other->fees().refresh(kUnit, domain::FeeKind::Daily, job));
            ASSERT_TRUE(other->fees().submit(kUnit, domain::FeeKind::Daily, confirmedFees(*other, kUnit, domain::FeeKind::Daily, {key}), job));
        });
    }
    /// The totals change at the tax side, and a refresh lands here.
    void changeTotals()
    {
        away([&] {
            changeStaff(5, 0, 0);
            ASSERT_TRUE(client->fees().refresh(kUnit, domain::FeeKind::Daily, job));
        });
    }
    void link(ui::ListPage *list, int row, const char *column)
    {
        Q_EMIT list->table()->linkActivated(model(list)->keyOf(model(list)->index(row, 1)), QString::fromUtf8(column));
    }
};

TEST_F(FeeDeclarePage, AsksForTheTotalsWhenItOpens)
{
    auto *list = openPage("fee.daily");
    EXPECT_EQ(list->state(), ui::ListPage::State::Rows);
    EXPECT_FALSE(button("fee.daily.submit")->isEnabled());
    EXPECT_EQ(cell(list, 0, "hold"), QStringLiteral("待申报"));
    EXPECT_EQ(model(list)->sectionOf(QStringLiteral("specialKind")), -1);
}

TEST_F(FeeDeclarePage, SpecialOnesHaveTheirKind)
{
    auto *list = openPage("fee.special");
    EXPECT_FALSE(cell(list, 0, "specialKind").isEmpty());
}

TEST_F(FeeDeclarePage, KeepsWhatWasLoadedWhenTheServerIsGone)
{
    auto *list = openPage("fee.daily");
    const int before = model(list)->rowCount();
    server->stop();
    click("fee.daily.refresh");
    ASSERT_TRUE(eventually([&] { return list->strip()->isShowing(); }));
    EXPECT_EQ(model(list)->rowCount(), before);
    EXPECT_EQ(list->state(), ui::ListPage::State::Error);
}

TEST_F(FeeDeclarePage, SaysWhyThereIsNothingWhenItNeverLoaded)
{
    server->stop();
    auto *list = open(ui::feePages(*desk, client->fees(), client->outbox()), "fee.daily");
    EXPECT_TRUE(eventually([&] { return list->state() == ui::ListPage::State::Error; }));
    EXPECT_EQ(model(list)->rowCount(), 0);
}

TEST_F(FeeDeclarePage, FiltersByPeriod)
{
    auto *list = openPage("fee.daily");
    list->query()->setMonth(QStringLiteral("period"), domain::Month(1999, 1));
    list->query()->searchButton()->click();
    EXPECT_EQ(model(list)->rowCount(), 0);
    EXPECT_EQ(list->state(), ui::ListPage::State::Empty);
    list->query()->resetButton()->click();
    EXPECT_GT(model(list)->rowCount(), 0);
}

TEST_F(FeeDeclarePage, SumsWhatIsChecked)
{
    auto *list = openPage("fee.daily");
    model(list)->setChecked(0, true);
    EXPECT_TRUE(list->totals()->text().contains(cell(list, 0, "payable"))) << list->totals()->text().toStdString();
    EXPECT_TRUE(button("fee.daily.submit")->isEnabled());
}

TEST_F(FeeDeclarePage, DeclaresAfterAConfirmationAndHoldsTheRows)
{
    auto *list = openPage("fee.daily");
    model(list)->setChecked(0, true);
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    confirmChecked();
    ASSERT_TRUE(said(list, "已提交"));
    EXPECT_EQ(cell(list, 0, "hold"), QStringLiteral("已申报待反馈"));
    EXPECT_TRUE(model(list)->checkedKeys().isEmpty());
    model(list)->setChecked(0, true);
    EXPECT_FALSE(model(list)->isChecked(0)) << "a held row must not be declared again";
    model(list)->checkAll(true);
    EXPECT_EQ(model(list)->checkedCount(), model(list)->rowCount() - 1);
    EXPECT_EQ(model(list)->headerState(), Qt::Checked) << "the next click on the box in the header clears";
    EXPECT_FALSE(model(list)->flags(model(list)->index(0, 0)) & Qt::ItemIsUserCheckable);
}

TEST_F(FeeDeclarePage, TheConfirmationChecksEveryAmountAndComparesTheMonths)
{
    auto *list = openPage("fee.daily");
    model(list)->checkAll(true);
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    EXPECT_FALSE(button("fee.daily.confirm.ok")->isEnabled());
    ASSERT_TRUE(eventually([&] { return button("fee.daily.confirm.ok")->isEnabled(); }));
    const auto verdict = find<QLabel>("fee.daily.confirm.verdict")->text();
    EXPECT_TRUE(verdict.contains(QStringLiteral("与税务端一致")) && verdict.contains(QStringLiteral("预估")))
        << verdict.toStdString();
    EXPECT_FALSE(find<QTableView>("fee.daily.confirm.findings")->isVisible());
    auto *months = find<QTableView>("fee.daily.confirm.months");
    EXPECT_EQ(months->model()->rowCount(), model(list)->rowCount());
    auto *sums = find<QTableView>("fee.daily.confirm.table");
    EXPECT_EQ(sums->viewport()->height() / ui::size::row, sums->model()->rowCount()) << "no more room than rows";
    const auto total = find<ui::TotalsBar>("fee.daily.confirm.totals")->text().section(QLatin1Char(' '), -1);
    EXPECT_EQ(button("fee.daily.confirm.ok")->text(), QStringLiteral("提交申报 %1 元").arg(total));
}

TEST_F(FeeDeclarePage, ListsWhatDiffersFromTheEstimateAndStillDeclares)
{
    desk->profile.pack.rounding = domain::Rounding::HalfUpYuan;  // a pack that is not the tax side's
    auto *list = openPage("fee.daily");
    model(list)->setChecked(0, true);
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    ASSERT_TRUE(eventually([&] { return button("fee.daily.confirm.ok")->isEnabled(); }));
    EXPECT_TRUE(find<QTableView>("fee.daily.confirm.findings")->isVisible());
    EXPECT_TRUE(find<QLabel>("fee.daily.confirm.verdict")->text().contains(QStringLiteral("与预估不一致")));
    click("fee.daily.confirm.ok");
    EXPECT_TRUE(said(list, "已提交"));
}

TEST_F(FeeDeclarePage, TheCheckCanBeSkippedAndNeedsNoServer)
{
    auto *list = openPage("fee.daily");
    model(list)->setChecked(0, true);
    fault("latency=3000:GET /v1/fee-assessments");
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    EXPECT_FALSE(button("fee.daily.confirm.ok")->isEnabled());
    click("fee.daily.confirm.skip");
    EXPECT_TRUE(button("fee.daily.confirm.ok")->isEnabled());
    click("fee.daily.confirm.close");
    noFaults();
    server->stop();
    click("fee.daily.submit");
    EXPECT_TRUE(eventually([&] {
        auto *ok = button("fee.daily.confirm.ok");
        return ok && ok->isEnabled();
    }));
}

TEST_F(FeeDeclarePage, SaysWhenTheMonthBeforeCouldNotBeAskedFor)
{
    auto *list = openPage("fee.daily");
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    const auto key = model(list)->keyOf(model(list)->index(0, 1));
    away([&] { ASSERT_TRUE(client->fees().loadPersons(kUnit, key, job)); });
    server->stop();
    model(list)->setChecked(0, true);
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    ASSERT_TRUE(eventually([&] { return button("fee.daily.confirm.ok")->isEnabled(); }));
    const auto verdict = find<QLabel>("fee.daily.confirm.verdict")->text();
    EXPECT_TRUE(verdict.contains(QStringLiteral("没有能够向税务端查询上月的申报"))) << verdict.toStdString();
}

/// The check looks at the records of all machines, so nothing is even sent.
TEST_F(FeeDeclarePage, TheCheckFindsWhatAnotherMachineDeclared)
{
    auto *list = openPage("fee.daily");
    const auto key = model(list)->keyOf(model(list)->index(0, 1));
    declareElsewhere(key);
    model(list)->setChecked(0, true);
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    confirmChecked();
    EXPECT_TRUE(said(list, "可能来自其他电脑")) << list->strip()->text().toStdString();
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 1u);
}

TEST_F(FeeDeclarePage, SaysThatAnotherMachineWasFirst)
{
    auto *list = openPage("fee.daily");
    const auto key = model(list)->keyOf(model(list)->index(0, 1));
    declareElsewhere(key);
    model(list)->setChecked(0, true);
    fault("latency=2000:GET /v1/fee-assessments/");
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    click("fee.daily.confirm.skip");  // so this machine has not looked at the records of the other one
    noFaults();
    confirmChecked();
    ASSERT_TRUE(said(list, "其他电脑")) << list->strip()->text().toStdString();
    EXPECT_TRUE(list->strip()->text().contains(QStringLiteral("没有申报任何费款")));
    EXPECT_EQ(model(list)->rowOfKey(key), -1) << "the list is as the tax side has it now";
    EXPECT_TRUE(button("fee.daily.strip.records"));
}

TEST_F(FeeDeclarePage, SendsNothingWhenTheAmountsChangeBehindTheConfirmation)
{
    auto *list = openPage("fee.daily");
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    const auto before = cell(list, 0, "payable");
    model(list)->setChecked(0, true);
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    ASSERT_TRUE(eventually([&] { return button("fee.daily.confirm.ok")->isEnabled(); }));
    changeTotals();
    click("fee.daily.confirm.ok");
    ASSERT_TRUE(said(list, "没有提交申报")) << list->strip()->text().toStdString();
    EXPECT_NE(cell(list, 0, "payable"), before);
    EXPECT_TRUE(ledger()["feeDeclarations"].empty());
    // Confirmed again, with the new amounts.
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    confirmChecked();
    EXPECT_TRUE(said(list, "已提交")) << list->strip()->text().toStdString();
}

TEST_F(FeeDeclarePage, TheConfirmationCannotBeGivenForAmountsThatHaveChanged)
{
    auto *list = openPage("fee.daily");
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    const auto before = cell(list, 0, "payable");
    changeTotals();
    model(list)->setChecked(0, true);
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    ASSERT_TRUE(eventually([&] { return cell(list, 0, "payable") != before; })) << "the list behind it is read again";
    EXPECT_FALSE(button("fee.daily.confirm.ok")->isEnabled());
    EXPECT_FALSE(button("fee.daily.confirm.skip")->isVisible());
}

TEST_F(FeeDeclarePage, FiltersByUnitNumberAndAgency)
{
    auto *list = openPage("fee.daily");
    const int all = model(list)->rowCount();
    const auto number = cell(list, 0, "unitNumber");
    const auto agency = cell(list, 0, "agency");
    list->query()->setCode(QStringLiteral("unitNumber"), number);
    list->query()->searchButton()->click();
    ASSERT_GT(model(list)->rowCount(), 0);
    ASSERT_LT(model(list)->rowCount(), all);
    for (int row = 0; row < model(list)->rowCount(); ++row)
        EXPECT_EQ(cell(list, row, "unitNumber"), number);
    list->query()->resetButton()->click();
    list->query()->setCode(QStringLiteral("agency"), agency);
    list->query()->searchButton()->click();
    ASSERT_LT(model(list)->rowCount(), all);
    for (int row = 0; row < model(list)->rowCount(); ++row)
        EXPECT_EQ(cell(list, row, "agency"), agency);
}

TEST_F(FeeDeclarePage, DoesNothingWithoutTheConfirmation)
{
    auto *list = openPage("fee.daily");
    model(list)->setChecked(0, true);
    click("fee.daily.submit");
    ASSERT_TRUE(dialog("fee.daily.confirm"));
    click("fee.daily.confirm.close");
    QTest::qWait(100);
    const auto open = client->outbox().list(kUnit, {{domain::SubmissionKind::Fee}, {}, {}, {}});
    ASSERT_TRUE(open);
    for (const auto &one : *open)
        EXPECT_TRUE(one.elsewhere) << "the month before was looked at, nothing was declared";
}

TEST_F(FeeDeclarePage, ThePersonsWhoAreHereAreShownWithoutTheTaxSide)
{
    auto *list = openPage("fee.daily");
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    const auto key = model(list)->keyOf(model(list)->index(0, 1));
    away([&] { ASSERT_TRUE(client->fees().loadPersons(kUnit, key, job)); });
    server->stop();
    link(list, 0, "headcount");
    ASSERT_TRUE(dialog("fee.persons"));
    auto *persons = find<QTableView>("fee.persons.table");
    ASSERT_TRUE(eventually([&] { return persons->model()->rowCount() > 0; }));
    ASSERT_TRUE(eventually([&] { return find<ui::MessageStrip>("fee.persons.strip")->isShowing(); }));
    EXPECT_EQ(persons->model()->rowCount(), cell(list, 0, "headcount").toInt());
    EXPECT_TRUE(find<QLabel>("fee.persons.note")->text().contains(QStringLiteral("下载于")));
    EXPECT_TRUE(button("fee.persons.export")->isEnabled());
}

TEST_F(FeeDeclarePage, SearchesAndSortsThePersons)
{
    auto *list = openPage("fee.daily");
    link(list, 0, "headcount");
    ASSERT_TRUE(dialog("fee.persons"));
    auto *persons = find<ui::TableView>("fee.persons.table")->listModel();
    ASSERT_TRUE(eventually([&] { return persons->rowCount() > 3; }));
    const int all = persons->rowCount();
    const auto text = [&](int row, const char *column) {
        return persons->index(row, persons->sectionOf(QString::fromLatin1(column))).data().toString();
    };
    ASSERT_TRUE(eventually([&] { return !text(1, "documentNumber").isEmpty(); }));
    const auto second = text(1, "documentNumber");
    persons->sort(persons->sectionOf(QStringLiteral("number")), Qt::DescendingOrder);
    EXPECT_TRUE(eventually([&] { return text(0, "number") == QString::number(all); }));
    find<QLineEdit>("fee.persons.query.quick")->setText(second.right(6));
    EXPECT_TRUE(eventually([&] { return persons->rowCount() >= 1 && persons->rowCount() < all && !text(0, "number").isEmpty(); }));
    find<QLineEdit>("fee.persons.query.quick")->setText(QStringLiteral("没有这个人"));
    EXPECT_TRUE(eventually([&] { return persons->rowCount() == 0; }));
    EXPECT_TRUE(button("fee.persons.export")->isEnabled()) << "all of them are written, whoever is looked for";
    find<QLineEdit>("fee.persons.query.quick")->clear();
    EXPECT_TRUE(eventually([&] { return persons->rowCount() == all; }));
    EXPECT_FALSE(persons->info(persons->sectionOf(QStringLiteral("rate")))->sortable);
}

TEST_F(FeeDeclarePage, ShowsAndExportsThePersons)
{
    auto *list = openPage("fee.daily");
    link(list, 0, "headcount");
    ASSERT_TRUE(dialog("fee.persons"));
    auto *persons = find<QTableView>("fee.persons.table");
    ASSERT_TRUE(eventually([&] { return persons->model()->rowCount() > 0; }));
    QStringList titles;
    for (int column = 0; column < persons->model()->columnCount(); ++column)
        titles << persons->model()->headerData(column, Qt::Horizontal).toString();
    EXPECT_EQ(titles.join(QLatin1Char(' ')),
              QStringLiteral(
                  "序号 姓名 证件类型 证件号码 缴费工资 缴费基数 费率 应缴费额 减免费额 应补(退)费额 人员编号"));
    EXPECT_TRUE(eventually([&] { return persons->model()->index(0, 0).data().toInt() == 1; }));
    const auto file = folder.filePath(QStringLiteral("persons.xlsx"));
    prompt.queueFile(file);
    click("fee.persons.export");
    EXPECT_TRUE(eventually([&] { return QFileInfo(file).size() > 0; }));
}

}  // namespace
}  // namespace tests
