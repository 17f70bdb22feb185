// 日常缴费工资申报 from an empty page to its record (W1, W2, W6, W8, W9, W13).

#include "support/page_practice.h"
#include "ui/models/table_columns.h"
#include "ui/models/veil.h"
#include "ui/modules/wage/wage_pages.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>

namespace tests {
namespace {

class WageDraftPage : public PagePractice {
protected:
    std::vector<ui::PageSpec> specs()
    {
        return ui::wagePages(*desk, client->wages(), client->staff(), client->outbox());
    }

    /// The page with everyone in it.
    ui::ListPage *openFilled()
    {
        EXPECT_TRUE(away([&] { return client->staff().sync(kUnit, service::StaffSync::Full, job); }));
        const auto added = client->wages().addContributing(kUnit, kDaily);
        EXPECT_TRUE(added);
        auto *list = open(specs(), "wage.daily");
        EXPECT_TRUE(list && rows(list, int(*added)));
        return list;
    }

    void edit(ui::ListPage *list, int row, const char *column, const QString &text)
    {
        auto *m = model(list);
        m->setData(m->index(row, m->sectionOf(QString::fromUtf8(column))), text, Qt::EditRole);
    }

    /// Through the confirmation and its 承诺书.
    void submit()
    {
        click("wage.daily.submit");
        ASSERT_TRUE(dialog("wage.confirm"));
        EXPECT_FALSE(button("wage.confirm.ok")->isEnabled());
        click("wage.confirm.agree");
        click("wage.confirm.ok");
    }

    QString thisMonth() const { return domain::monthText(domain::Month::of(client->clock().today())); }

    void fill(ui::ListPage *list, const QString &wage)
    {
        for (int row = 0; row < model(list)->rowCount(); ++row) {
            edit(list, row, "wage", wage);
            edit(list, row, "month", thisMonth());
        }
    }

    bool stored(const std::function<bool(const domain::WageDraftLine &)> &holds)
    {
        return eventually([&] {
            const auto draft = client->wages().draft(kUnit, kDaily);
            return draft && std::all_of(draft->cbegin(), draft->cend(), holds);
        });
    }
};

TEST_F(WageDraftPage, IsAbsentWhereTheWageIsSettledElsewhere)
{
    desk->profile.pack.mode = domain::CollectionMode::Delegated;
    EXPECT_TRUE(specs().empty());
}

TEST_F(WageDraftPage, StartsEmptyWithNothingToSubmit)
{
    auto *list = open(specs(), "wage.daily");
    ASSERT_TRUE(list && rows(list, 0));
    EXPECT_EQ(list->state(), ui::ListPage::State::Empty);
    EXPECT_FALSE(button("wage.daily.submit")->isEnabled());
    EXPECT_FALSE(button("wage.daily.remove")->isEnabled());
}

TEST_F(WageDraftPage, StoresEveryCommittedCell)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("７，５００.5"));
    EXPECT_TRUE(stored([](const domain::WageDraftLine &line) {
        return newWage(line) == domain::Money::fromFen(750050) && line.effectiveMonth.has_value();
    }));
    EXPECT_EQ(cell(list, 0, "wage"), QStringLiteral("7,500.50"));
    page.reset();  // gone right after the last cell: what was committed stays
    list = open(specs(), "wage.daily");
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0; }));
    EXPECT_EQ(cell(list, 0, "wage"), QStringLiteral("7,500.50"));
}

TEST_F(WageDraftPage, KeepsAnEditWhosePageIsGoneAtOnce)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("6100"));
    page.reset();
    EXPECT_TRUE(stored([](const domain::WageDraftLine &line) { return newWage(line) == domain::Money::fromFen(610000); }));
}

TEST_F(WageDraftPage, RefusesAWrongWageInItsCell)
{
    auto *list = openFilled();
    for (const char *wrong : {"-1", "1.234", "abc", "99999999999"}) {
        edit(list, 0, "wage", QString::fromUtf8(wrong));
        EXPECT_EQ(cell(list, 0, "wage"), QString()) << wrong;
    }
    edit(list, 0, "month", QStringLiteral("1990-01"));
    EXPECT_EQ(cell(list, 0, "month"), QString());
}

TEST_F(WageDraftPage, TakesTheClerkToTheFirstGap)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("6100"));
    edit(list, 2, "wage", QString());
    click("wage.daily.submit");
    ASSERT_TRUE(said(list, "1 行没有填写新缴费工资"));
    EXPECT_EQ(list->table()->currentIndex().row(), 2);
    EXPECT_TRUE(list->table()->findChild<QLineEdit *>(QStringLiteral("wage.daily.table.editor")));
}

TEST_F(WageDraftPage, TheRefusalGoesWithTheLastGap)
{
    auto *list = openFilled();
    click("wage.daily.submit");
    ASSERT_TRUE(eventually([&] { return list->strip()->text().contains(QStringLiteral("不能提交")); }));
    edit(list, 0, "wage", QStringLiteral("7500"));
    EXPECT_TRUE(list->strip()->isShowing());
    fill(list, QStringLiteral("7500"));
    EXPECT_FALSE(list->strip()->isShowing());
}

TEST_F(WageDraftPage, FindsTheGapBehindAQuery)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("6100"));
    edit(list, 2, "month", QString());
    const auto other = cell(list, 0, "documentNumber");
    const auto flawed = cell(list, 2, "documentNumber");
    list->query()->setText(QStringLiteral("documentNumber"), other);
    list->query()->searchButton()->click();
    ASSERT_EQ(model(list)->rowCount(), 1);
    click("wage.daily.submit");
    ASSERT_TRUE(said(list, "1 行没有填写生效年月"));
    EXPECT_EQ(cell(list, list->table()->currentIndex().row(), "documentNumber"), flawed);
}

TEST_F(WageDraftPage, FindsTheGapBehindAQuickSearch)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("6100"));
    edit(list, 2, "month", QString());
    const auto flawed = cell(list, 2, "documentNumber");
    auto *quick = find<QLineEdit>("wage.daily.query.quick");
    ASSERT_TRUE(quick);
    quick->setText(cell(list, 0, "documentNumber").mid(4));
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() == 1; }));
    click("wage.daily.submit");
    ASSERT_TRUE(said(list, "1 行没有填写生效年月"));
    EXPECT_EQ(cell(list, list->table()->currentIndex().row(), "documentNumber"), flawed);
    QTest::qWait(200);  // no search comes later and closes the editor
    EXPECT_TRUE(list->table()->findChild<QLineEdit *>(QStringLiteral("wage.daily.table.editor")));
}

TEST_F(WageDraftPage, APastedBlockIsStoredReportedAndTakenBack)
{
    auto *list = openFilled();
    auto *m = model(list);
    const int people = m->rowCount();
    QString clip;
    for (int row = 0; row < people; ++row)
        clip += QStringLiteral("%1\t%2\r\n").arg(row == 1 ? QStringLiteral("abc") : QStringLiteral("7,500.5"), thisMonth());
    QGuiApplication::clipboard()->setText(clip);
    list->table()->setCurrentIndex(m->index(0, m->sectionOf(QStringLiteral("wage"))));
    list->table()->setFocus();
    QTest::keyClick(list->table(), Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(list->strip()->text().contains(QStringLiteral("已填入 %1 个单元格；1 个未填入").arg(2 * people - 1)))
        << qPrintable(list->strip()->text());
    EXPECT_EQ(cell(list, 0, "wage"), QStringLiteral("7,500.50"));
    EXPECT_EQ(cell(list, 1, "wage"), QString());
    const auto written = [&](auto holds) {
        return eventually([&] {
            const auto draft = client->wages().draft(kUnit, kDaily);
            return draft && std::count_if(draft->cbegin(), draft->cend(), holds) == people - 1;
        });
    };
    EXPECT_TRUE(written([](const auto &line) { return line.wages.constFirst().newWage == domain::Money::fromFen(750050); }));
    // One step back, on the disk too; and again.
    QTest::keyClick(list->table(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(stored([](const auto &line) { return !line.wages.constFirst().newWage && !line.effectiveMonth; }));
    QTest::keyClick(list->table(), Qt::Key_Y, Qt::ControlModifier);
    EXPECT_TRUE(written([](const auto &line) { return line.wages.constFirst().newWage == domain::Money::fromFen(750050); }));
    // Read anew, there is nothing to go back to.
    EXPECT_TRUE(m->history()->canUndo());
    list->opened();
    EXPECT_TRUE(eventually([&] { return !m->history()->canUndo(); }));
}

TEST_F(WageDraftPage, MarksWhatNeedsAttention)
{
    auto *list = openFilled();
    const auto mark = [&](int row, const char *column) {
        auto *m = model(list);
        return m->index(row, m->sectionOf(QString::fromUtf8(column))).data(Qt::AccessibleDescriptionRole).toString();
    };
    EXPECT_EQ(mark(0, "wage"), QStringLiteral("没有填写新缴费工资"));
    EXPECT_EQ(mark(0, "month"), QStringLiteral("没有填写生效年月"));
    edit(list, 0, "wage", QStringLiteral("0"));
    edit(list, 0, "month", thisMonth());
    EXPECT_TRUE(mark(0, "wage").contains(QStringLiteral("为 0")));
    EXPECT_TRUE(mark(0, "month").isEmpty());
    edit(list, 0, "wage", QStringLiteral("6100"));
    EXPECT_TRUE(mark(0, "wage").isEmpty());
    EXPECT_FALSE(mark(1, "wage").isEmpty());
}

TEST_F(WageDraftPage, AsksAboutWagesOfZeroBeforeItSubmits)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("6100"));
    edit(list, 0, "wage", QStringLiteral("0"));
    prompt.queueAnswer(false);
    click("wage.daily.submit");
    ASSERT_TRUE(eventually([&] { return !prompt.said().isEmpty(); }));
    EXPECT_TRUE(prompt.said().constFirst().contains(QStringLiteral("1 项新缴费工资为 0")));
    QTest::qWait(100);
    EXPECT_EQ(prompt.said().size(), 1);
}

TEST_F(WageDraftPage, SubmitsAndLeadsToTheRecords)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("6100"));
    QSignalSpy leads(list, &ui::Page::openRequested);
    submit();
    ASSERT_TRUE(said(list, "已提交"));
    EXPECT_EQ(model(list)->rowCount(), 0);
    EXPECT_FALSE(button("wage.daily.submit")->isEnabled());
    click("wage.daily.strip.records");
    ASSERT_EQ(leads.size(), 1);
    EXPECT_EQ(leads.constFirst().constFirst().toString(), QStringLiteral("wage.records"));
}

TEST_F(WageDraftPage, SaysThatNothingWasSentWhenTheServerIsGone)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("6100"));
    server->stop();
    submit();
    ASSERT_TRUE(said(list, "没有发出"));
}

TEST_F(WageDraftPage, SaysThatTheOutcomeIsUnknown)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("6100"));
    fault("drop-after:PUT /v1");
    submit();
    ASSERT_TRUE(said(list, "结果未知"));
}

TEST_F(WageDraftPage, DeletesWhatIsChecked)
{
    auto *list = openFilled();
    const int before = model(list)->rowCount();
    model(list)->setChecked(0, true);
    prompt.queueAnswer(true);
    click("wage.daily.remove");
    EXPECT_TRUE(rows(list, before - 1));
    EXPECT_FALSE(button("wage.daily.remove")->isEnabled());
}

TEST_F(WageDraftPage, TheCheckupLeadsToTheCell)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("6100"));
    edit(list, 1, "wage", QString());
    click("wage.daily.checkup");
    const auto shows = [&](const char *column) {
        return list->table()->columns()->isShown(model(list)->sectionOf(QString::fromLatin1(column)));
    };
    EXPECT_TRUE(shows("name")) << "whose cell it is stays in sight";
    EXPECT_FALSE(shows("documentType"));
    auto *table = find<ui::TableView>("wage.checkup.table");
    auto *findings = table->listModel();
    ASSERT_TRUE(eventually([&] { return findings->rowCount() > 0; }));
    EXPECT_EQ(findings->index(0, findings->sectionOf(QStringLiteral("what"))).data().toString(), QStringLiteral("没有填写新缴费工资"));
    const auto other = cell(list, 0, "documentNumber");
    list->query()->setText(QStringLiteral("documentNumber"), other);
    list->query()->searchButton()->click();
    ASSERT_EQ(model(list)->rowCount(), 1);
    Q_EMIT table->rowActivated(findings->keyOf(findings->index(0, 0)));
    EXPECT_EQ(list->table()->currentIndex().row(), 1);
    EXPECT_EQ(list->table()->currentIndex().column(), model(list)->sectionOf(QStringLiteral("wage")));
    edit(list, 1, "wage", QStringLiteral("6100"));
    EXPECT_TRUE(eventually([&] {
        for (int row = 0; row < findings->rowCount(); ++row) {
            if (findings->index(row, findings->sectionOf(QStringLiteral("what"))).data().toString() == QStringLiteral("没有填写新缴费工资"))
                return false;
        }
        return true;
    }));
    click("wage.checkup.close");
    EXPECT_TRUE(shows("documentType"));
}

TEST_F(WageDraftPage, TheCheckupsThresholdIsTheClerks)
{
    auto *list = openFilled();
    fill(list, QStringLiteral("5200"));
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    click("wage.daily.checkup");
    auto *jump = find<QSpinBox>("wage.checkup.jump");
    ASSERT_TRUE(eventually([&] { return jump->value() == 50; }));
    const auto jumps = [&] {
        const auto checkup = away([&] { return client->wages().checkup(kUnit, kDaily); });
        return std::count_if(checkup->findings.cbegin(), checkup->findings.cend(),
                             [](const auto &one) { return one.kind == domain::WageFindingKind::WageJump; });
    };
    jump->setValue(1);
    ASSERT_TRUE(eventually([&] { return away([&] { return client->wages().checkup(kUnit, kDaily); })->jumpPercent == 1; }));
    EXPECT_GT(jumps(), 0);
    jump->setValue(0);
    ASSERT_TRUE(eventually([&] { return jumps() == 0; }));
}

TEST_F(WageDraftPage, AddsPeopleOfAUnitNumber)
{
    ASSERT_TRUE(away([&] { return client->staff().sync(kUnit, service::StaffSync::Full, job); }));
    auto *list = open(specs(), "wage.daily");
    ASSERT_TRUE(list && rows(list, 0));
    find<QAction>("wage.daily.addByUnitNumber")->trigger();
    ASSERT_TRUE(dialog("wage.unitNumber"));
    auto *numbers = find<ui::TableView>("wage.unitNumber.table")->listModel();
    ASSERT_TRUE(eventually([&] { return numbers->rowCount() > 0; }));
    EXPECT_FALSE(button("wage.unitNumber.confirm")->isEnabled());
    numbers->setChecked(0, true);
    const auto number = numbers->index(0, numbers->sectionOf(QStringLiteral("unitNumber"))).data().toString();
    const auto people = numbers->index(0, numbers->sectionOf(QStringLiteral("people"))).data().toInt();
    click("wage.unitNumber.confirm");
    ASSERT_TRUE(rows(list, people));
    EXPECT_EQ(cell(list, 0, "unitNumber"), number);
}

TEST_F(WageDraftPage, QueriesByTheThreeElementsExactly)
{
    auto *list = openFilled();
    const auto name = cell(list, 1, "name");
    list->query()->setText(QStringLiteral("name"), name.left(1));
    list->query()->searchButton()->click();
    EXPECT_EQ(model(list)->rowCount(), 0);
    list->query()->setText(QStringLiteral("name"), name);
    list->query()->setCode(QStringLiteral("documentType"), QStringLiteral("201"));
    list->query()->searchButton()->click();
    ASSERT_GE(model(list)->rowCount(), 1);
    EXPECT_EQ(cell(list, 0, "name"), name);
    list->query()->resetButton()->click();
    EXPECT_GT(model(list)->rowCount(), 1);
}

TEST_F(WageDraftPage, FindsANameHoweverItsDotIsTyped)
{
    auto *list = openFilled();
    QString dotted;
    for (int row = 0; row < model(list)->rowCount(); ++row) {
        if (const auto name = cell(list, row, "name"); name.contains(QChar(0x00B7)))
            dotted = name;
    }
    ASSERT_FALSE(dotted.isEmpty());
    list->query()->setText(QStringLiteral("name"), QString(dotted).replace(QChar(0x00B7), QChar(0x2022)));
    list->query()->searchButton()->click();
    ASSERT_GE(model(list)->rowCount(), 1);
    EXPECT_EQ(cell(list, 0, "name"), dotted);
}

TEST_F(WageDraftPage, AQueryTakesTheChecksOfWhomItHides)
{
    auto *list = openFilled();
    model(list)->checkAll(true);
    list->query()->setText(QStringLiteral("documentNumber"), cell(list, 1, "documentNumber"));
    list->query()->searchButton()->click();
    EXPECT_EQ(model(list)->checkedCount(), 1);
}

TEST_F(WageDraftPage, CountsWhatIsUnfinishedAsItIsFilled)
{
    auto *list = openFilled();
    const int people = model(list)->rowCount();
    const auto unfinished = [this] { return find<QLabel>("wage.daily.counter.unfinished")->text().section(QLatin1Char(' '), -1); };
    EXPECT_EQ(unfinished(), QString::number(people));
    edit(list, 0, "wage", QStringLiteral("6100"));
    EXPECT_EQ(unfinished(), QString::number(people));
    edit(list, 0, "month", thisMonth());
    EXPECT_EQ(unfinished(), QString::number(people - 1));
    list->table()->listModel()->history()->undo();
    EXPECT_EQ(unfinished(), QString::number(people));
}

TEST_F(WageDraftPage, AddsOnePerson)
{
    ASSERT_TRUE(away([&] { return client->staff().sync(kUnit, service::StaffSync::Full, job); }));
    auto *list = open(specs(), "wage.daily");
    ASSERT_TRUE(list && rows(list, 0));
    ASSERT_TRUE(find<QAction>("wage.daily.addOne"));
    find<QAction>("wage.daily.addOne")->trigger();
    ASSERT_TRUE(dialog("wage.add"));
    auto *people = find<QTableView>("wage.add.table");
    ASSERT_TRUE(eventually([&] { return people->model()->rowCount() > 0; }));
    EXPECT_FALSE(button("wage.add.confirm")->isEnabled());
    people->setCurrentIndex(people->model()->index(0, 0));
    const auto chosen = client->staff().window(kUnit, {}, store::StaffOrder::PersonNumber, false, 0, 1)->front();
    const auto shown = find<QLabel>("wage.add.person")->text();
    EXPECT_TRUE(shown.contains(chosen.name) && shown.contains(ui::veiled(chosen.documentNumber))) << shown.toStdString();
    EXPECT_FALSE(shown.contains(chosen.documentNumber)) << "no list alone has a veil";
    find<QLineEdit>("wage.add.wage")->setText(QStringLiteral("-3"));
    click("wage.add.confirm");
    EXPECT_TRUE(find<QDialog>("wage.add"));
    find<QLineEdit>("wage.add.wage")->setText(QStringLiteral("5000"));
    click("wage.add.confirm");
    EXPECT_TRUE(rows(list, 1));
    EXPECT_EQ(cell(list, 0, "wage"), QStringLiteral("5,000.00"));
}

}  // namespace
}  // namespace tests
