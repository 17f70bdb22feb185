// Workbooks in and out of the wage draft, and 批量修改 (W3, W4, W5, W7, W10).

#include "support/page_practice.h"
#include "support/workbook.h"
#include "ui/modules/wage/wage_bulk_dialog.h"
#include "ui/modules/wage/wage_pages.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>

namespace tests {
namespace {

class WageFiles : public PagePractice {
protected:
    void SetUp() override
    {
        PagePractice::SetUp();
        away([this] { (void)client->staff().sync(kUnit, service::StaffSync::Auto, job); });
        domain::StaffQuery normal;
        normal.state = domain::ContributionState::Normal;
        people = *client->staff().window(kUnit, normal, store::StaffOrder::PersonNumber, false, 0, 5);
        list = open(ui::wagePages(*desk, client->wages(), client->staff(), client->outbox()), "wage.daily");
        ASSERT_TRUE(list && eventually([&] { return !jobs->busy(); }));
    }
    void trigger(const char *name)
    {
        auto *action = page->findChild<QAction *>(QString::fromUtf8(name));
        ASSERT_TRUE(action) << name;
        ASSERT_TRUE(action->isEnabled()) << name;
        action->trigger();
    }
    QString csv(const QString &rows)
    {
        const QString path = folder.filePath(QStringLiteral("工资.csv"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write((QStringLiteral("姓名,证件号码,缴费工资,调整后工资,生效年月\n") + rows).toUtf8());
        return path;
    }
    QString row(size_t who, const char *wage) const
    {
        return QStringLiteral("%1,%2,%3,7000,\n").arg(people[who].name, people[who].documentNumber, QString::fromUtf8(wage));
    }
    /// Opens the file and waits until it has been read.
    void import(const QString &rows)
    {
        prompt.queueFile(csv(rows));
        trigger("wage.daily.import");
        ASSERT_TRUE(dialog("wage.import"));
        ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    }
    QVector<domain::WageDraftLine> draft() { return *client->wages().draft(kUnit, kDaily); }
    /// Two people in the draft with 1 and 2 yuan and no month; opens 批量修改 for the first of them.
    void changeTheFirstOfTwo()
    {
        import(row(0, "1") + row(1, "2"));
        click("wage.import.confirm");
        ASSERT_TRUE(said(list, "添加 2 条"));
        ASSERT_TRUE(rows(list, 2));
        EXPECT_FALSE(button("wage.daily.change")->isEnabled());
        model(list)->setChecked(0, true);
        click("wage.daily.change");
        ASSERT_TRUE(dialog("wage.bulk"));
    }
    void typeIn(const char *name, const QString &text) { find<QLineEdit>(name)->setText(text); }
    QString flaw(const char *name) const { return find<QLineEdit>(name)->accessibleDescription(); }
    domain::Month present() const { return domain::Month::of(client->clock().today()); }

    std::vector<domain::Staff> people;
    ui::ListPage *list = nullptr;
};

TEST_F(WageFiles, ImportsWhatIsRightAndSaysWhyTheRestIsNot)
{
    import(row(0, "5000") + row(1, "五千"));
    auto *confirm = button("wage.import.confirm");
    EXPECT_EQ(confirm->text(), QStringLiteral("导入 1 条"));
    auto *table = find<ui::TableView>("wage.import.table");
    const auto *rows = table->listModel();
    ASSERT_EQ(rows->rowCount(), 2);
    EXPECT_EQ(rows->index(0, rows->sectionOf(QStringLiteral("outcome"))).data().toString(), QStringLiteral("不能导入"));
    EXPECT_TRUE(rows->index(0, rows->sectionOf(QStringLiteral("reason"))).data().toString().startsWith(QStringLiteral("新缴费工资「五千」")));
    EXPECT_TRUE(draft().isEmpty());  // nothing before 导入

    const auto report = folder.filePath(QStringLiteral("结果.xlsx"));
    prompt.queueFile(report);
    click("wage.import.report");
    ASSERT_TRUE(eventually([&] { return QFile::exists(report) && !jobs->busy(); }));
    EXPECT_TRUE(workbookRows(report).at(2).last().contains(QStringLiteral("这不是金额")));

    click("wage.import.confirm");
    ASSERT_TRUE(said(list, "添加 1 条"));
    ASSERT_EQ(draft().size(), 1);
    EXPECT_EQ(newWage(draft().first()), domain::Money::fromFen(500'000));
}

TEST_F(WageFiles, SomebodyFoundByTheOldNumberIsPointedOut)
{
    const QString number = people[1].documentNumber;
    import(row(0, "5000") + QStringLiteral("%1,%2,6000,,\n").arg(people[1].name, number.left(6) + number.mid(8, 9)));
    EXPECT_EQ(button("wage.import.confirm")->text(), QStringLiteral("导入 2 条"));
    const auto *rows = find<ui::TableView>("wage.import.table")->listModel();
    const auto said = [&](int at, const char *column) { return rows->index(at, rows->sectionOf(QString::fromLatin1(column))).data().toString(); };
    EXPECT_EQ(said(0, "outcome"), QStringLiteral("待填写")) << "it has no month";
    EXPECT_EQ(said(0, "reason"), QStringLiteral("旧号码，对应 %1，请核对").arg(number));
    EXPECT_EQ(said(1, "reason"), QString());
}

TEST_F(WageFiles, AColumnCanBeChosen)
{
    import(row(0, "5000"));
    auto *box = find<QComboBox>("wage.import.column.5");
    box->setCurrentIndex(box->findText(QStringLiteral("调整后工资")));
    Q_EMIT box->activated(box->currentIndex());
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    click("wage.import.confirm");
    ASSERT_TRUE(said(list, "添加 1 条"));
    EXPECT_EQ(newWage(draft().first()), domain::Money::fromFen(700'000));
}

TEST_F(WageFiles, OverExistingLinesTheClerkChooses)
{
    import(row(0, "5000") + row(1, "6000"));
    EXPECT_FALSE(find<QRadioButton>("wage.import.mode.merge")->isVisible());
    click("wage.import.confirm");
    ASSERT_TRUE(said(list, "添加 2 条"));
    import(row(0, "5500"));
    EXPECT_TRUE(find<QRadioButton>("wage.import.mode.replace")->isChecked());
    click("wage.import.mode.merge");
    click("wage.import.confirm");
    ASSERT_TRUE(said(list, "更新 1 条"));
    EXPECT_EQ(draft().size(), 2);
    import(row(0, ""));
    click("wage.import.mode.merge");
    click("wage.import.confirm");
    ASSERT_TRUE(said(list, "文件中空着的 1 处工资保留原来填写的"));
    EXPECT_EQ(newWage(draft().first()), domain::Money::fromFen(550'000));
}

TEST_F(WageFiles, WhatIsLeftToFillInIsSaid)
{
    import(row(0, "5000") + row(1, ""));
    const auto *rows = find<ui::TableView>("wage.import.table")->listModel();
    QStringList outcomes;
    for (int at = 0; at < rows->rowCount(); ++at)
        outcomes << rows->index(at, rows->sectionOf(QStringLiteral("outcome"))).data().toString();
    EXPECT_EQ(outcomes, QStringList(2, QStringLiteral("待填写"))) << "neither has a month";
    QStringList said;
    for (const auto *label : find<QDialog>("wage.import")->findChildren<QLabel *>())
        said << label->text();
    EXPECT_TRUE(said.join(QLatin1Char('|')).contains(
        QStringLiteral("其中 1 行没有填写新缴费工资，2 行没有填写生效年月。")))
        << said.join(QLatin1Char('|')).toStdString();
}

TEST_F(WageFiles, WhatWasFilledInIsNotReplacedUnasked)
{
    import(row(0, "5000"));
    click("wage.import.confirm");
    ASSERT_TRUE(said(list, "添加 1 条"));
    ASSERT_TRUE(rows(list, 1));
    import(row(1, "6000"));
    prompt.queueAnswer(false);
    click("wage.import.confirm");
    ASSERT_TRUE(eventually([&] { return prompt.said().contains(QStringLiteral("列表中 1 条已填写，将被清空或覆盖。")); }));
    QTest::qWait(20);
    EXPECT_EQ(newWage(draft().first()), domain::Money::fromFen(500'000));
    prompt.queueAnswer(true);
    click("wage.import.confirm");
    ASSERT_TRUE(eventually([&] { return newWage(draft().first()) == domain::Money::fromFen(600'000); }));
    EXPECT_EQ(draft().size(), 1);
}

TEST_F(WageFiles, AFileThatIsNoTableIsSaidInTheDialog)
{
    prompt.queueFile(folder.filePath(QStringLiteral("没有这个文件.xlsx")));
    trigger("wage.daily.import");
    ASSERT_TRUE(dialog("wage.import"));
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    EXPECT_TRUE(find<ui::MessageStrip>("wage.import.strip")->text().contains(QStringLiteral("无法打开这个文件")));
    EXPECT_FALSE(button("wage.import.confirm")->isEnabled());
}

TEST_F(WageFiles, RosterTemplateAndDraftAreWorkbooks)
{
    const auto roster = folder.filePath(QStringLiteral("参保职工.xlsx"));
    prompt.queueFile(roster);
    click("wage.daily.roster");
    ASSERT_TRUE(said(list, "已导出"));
    EXPECT_EQ(workbookRows(roster).first().first(), QStringLiteral("*姓名"));
    prompt.queueFile(roster);
    trigger("wage.daily.import");
    ASSERT_TRUE(dialog("wage.import"));
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    click("wage.import.confirm");
    ASSERT_TRUE(said(list, "导入完成"));
    const auto lines = folder.filePath(QStringLiteral("草稿.xlsx"));
    prompt.queueFile(lines);
    trigger("wage.daily.exportAll");
    ASSERT_TRUE(said(list, "已导出"));
    EXPECT_EQ(workbookRows(lines).size(), draft().size() + 1);
}

TEST_F(WageFiles, TheTemplateHasItsColumnsAndNobodyAndIsReadBack)
{
    const auto blank = folder.filePath(QStringLiteral("模板.xlsx"));
    prompt.queueFile(blank);
    trigger("wage.daily.template");
    ASSERT_TRUE(said(list, "已导出"));
    const auto lines = workbookRows(blank);
    ASSERT_EQ(lines.size(), 1) << "a head and nobody";
    EXPECT_EQ(lines.first().join(QLatin1Char('|')),
              QStringLiteral("*姓名|*证件类型|*证件号码|人员编号|单位编号|原缴费工资|*新缴费工资|*生效年月|备注"));
    EXPECT_TRUE(draft().isEmpty());
    prompt.queueFile(blank);
    trigger("wage.daily.import");
    ASSERT_TRUE(dialog("wage.import"));
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    EXPECT_EQ(find<ui::TableView>("wage.import.table")->listModel()->rowCount(), 0);
    EXPECT_FALSE(button("wage.import.confirm")->isEnabled());
}

TEST_F(WageFiles, OnlyTheCheckedLinesAreExported)
{
    import(row(0, "5000") + row(1, "6000") + row(4, "7000"));  // between them stand people of two 单位编号
    click("wage.import.confirm");
    ASSERT_TRUE(said(list, "添加 3 条"));
    ASSERT_TRUE(rows(list, 3));
    EXPECT_FALSE(page->findChild<QAction *>(QStringLiteral("wage.daily.exportChecked"))->isEnabled());
    model(list)->setChecked(0, true);
    model(list)->setChecked(2, true);
    const auto file = folder.filePath(QStringLiteral("选中.xlsx"));
    prompt.queueFile(file);
    trigger("wage.daily.exportChecked");
    ASSERT_TRUE(said(list, "已导出"));
    const auto lines = workbookRows(file);
    ASSERT_EQ(lines.size(), 3);
    const auto number = lines.first().indexOf(QStringLiteral("证件号码"));
    const auto wage = lines.first().indexOf(QStringLiteral("*新缴费工资"));
    ASSERT_TRUE(number >= 0 && wage >= 0) << lines.first().join(QLatin1Char('|')).toStdString();
    EXPECT_EQ(lines[1][number], people[0].documentNumber);
    EXPECT_EQ(lines[1][wage].toDouble(), 5000);
    EXPECT_EQ(lines[2][number], people[4].documentNumber);
    EXPECT_EQ(lines[2][wage].toDouble(), 7000);
}

TEST_F(WageFiles, ChangesTheChosenByRatio)
{
    ASSERT_NO_FATAL_FAILURE(changeTheFirstOfTwo());
    click("wage.bulk.ratio");
    typeIn("wage.bulk.percent", QStringLiteral("110"));
    click("wage.bulk.confirm");
    ASSERT_TRUE(said(list, "已修改 1 条"));
    const auto line = draft().first();
    ASSERT_TRUE(oldWage(line));
    EXPECT_EQ(newWage(line)->fen(), (oldWage(line)->fen() * 110 + 50) / 100);
    EXPECT_EQ(newWage(draft().last()), domain::Money::fromFen(200));
}

TEST_F(WageFiles, ChangesTheChosenToAFixedAmountFromOneMonthOn)
{
    ASSERT_NO_FATAL_FAILURE(changeTheFirstOfTwo());
    EXPECT_FALSE(find<QLineEdit>("wage.bulk.amount")->isEnabled()) << "only with 按固定金额";
    click("wage.bulk.fixed");
    EXPECT_TRUE(find<QLineEdit>("wage.bulk.amount")->isEnabled());
    EXPECT_FALSE(find<QLineEdit>("wage.bulk.percent")->isEnabled());
    typeIn("wage.bulk.amount", QStringLiteral("６，５４３.21"));
    typeIn("wage.bulk.month", domain::monthText(present() - 1));
    click("wage.bulk.confirm");
    ASSERT_TRUE(said(list, "已修改 1 条的新缴费工资。"));
    EXPECT_EQ(newWage(draft().first()), domain::Money::fromFen(654'321));
    EXPECT_EQ(draft().first().effectiveMonth, present() - 1);
    EXPECT_EQ(newWage(draft().last()), domain::Money::fromFen(200));
    EXPECT_FALSE(draft().last().effectiveMonth);
    EXPECT_EQ(cell(list, 0, "wage"), QStringLiteral("6,543.21"));
    EXPECT_EQ(cell(list, 0, "month"), domain::monthText(present() - 1));
}

TEST_F(WageFiles, ChangesTheMonthOfTheChosenAlone)
{
    ASSERT_NO_FATAL_FAILURE(changeTheFirstOfTwo());
    typeIn("wage.bulk.month", domain::monthText(present() + 1));
    click("wage.bulk.confirm");
    ASSERT_TRUE(said(list, "已修改 1 条的生效年月。"));
    EXPECT_EQ(draft().first().effectiveMonth, present() + 1);
    EXPECT_EQ(newWage(draft().first()), domain::Money::fromFen(100));
    EXPECT_FALSE(draft().last().effectiveMonth);
}

TEST_F(WageFiles, ABulkChangeThatCannotBeIsSaidAtItsField)
{
    ASSERT_NO_FATAL_FAILURE(changeTheFirstOfTwo());
    EXPECT_FALSE(button("wage.bulk.confirm")->isEnabled()) << "nothing is to be changed";
    typeIn("wage.bulk.month", domain::monthText(present() + 2));
    click("wage.bulk.confirm");
    EXPECT_TRUE(flaw("wage.bulk.month").startsWith(QStringLiteral("生效年月须在"))) << flaw("wage.bulk.month").toStdString();
    typeIn("wage.bulk.month", domain::monthText(present()));
    click("wage.bulk.fixed");
    click("wage.bulk.confirm");
    EXPECT_EQ(flaw("wage.bulk.month"), QString());
    EXPECT_EQ(flaw("wage.bulk.amount"), QStringLiteral("请输入金额"));
    typeIn("wage.bulk.amount", QStringLiteral("1000000"));  // the region's most is 999,999.99
    click("wage.bulk.confirm");
    EXPECT_TRUE(flaw("wage.bulk.amount").contains(QStringLiteral("999,999.99"))) << flaw("wage.bulk.amount").toStdString();
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    const auto *open = find<QDialog>("wage.bulk");
    EXPECT_TRUE(open && open->isVisible());
    EXPECT_EQ(newWage(draft().first()), domain::Money::fromFen(100));
    EXPECT_FALSE(draft().first().effectiveMonth);
}

TEST(BulkRatio, IsAPercentage)
{
    EXPECT_EQ(ui::ratioFromTyped(QStringLiteral("105")), 1'050'000);
    EXPECT_EQ(ui::ratioFromTyped(QStringLiteral(" 98.5% ")), 985'000);
    EXPECT_EQ(ui::ratioFromTyped(QStringLiteral("１００")), 1'000'000);
    for (const char *wrong : {"", "0", "-5", "1.23456", "abc", "1001", "10000"})
        EXPECT_FALSE(ui::ratioFromTyped(QString::fromUtf8(wrong))) << wrong;
}

}  // namespace
}  // namespace tests
