#include "ui/unit/practice.h"

#include "domain/document.h"
#include "ui/modules/staff/staff_page.h"

namespace {

using service::StaffSync;

class StaffPageTest : public tests::PracticeTest {
protected:
    void open(int employees)
    {
        start(employees);
        logIn();
        page = std::make_unique<ui::StaffPage>(desk(), app->staff(), nullptr);
        page->resize(1100, 700);
        page->show();
        page->opened();
    }
    QString figure(const char *name) { return get(page.get(), name)->accessibleName(); }
    int rows() { return page->table()->model()->rowCount(); }
    QString cell(int row, const char *column)
    {
        const int section = page->table()->listModel()->sectionOf(QString::fromLatin1(column));
        return page->table()->model()->index(row, section).data().toString();
    }
    bool loaded(int row)
    {
        cell(row, "name");
        return QTest::qWaitFor([&] { return page->table()->listModel()->isLoaded(row); }, 5000);
    }

    std::unique_ptr<ui::StaffPage> page;
};

TEST_F(StaffPageTest, TheFirstVisitDownloadsEverybody)
{
    open(300);
    settle();
    EXPECT_EQ(page->state(), ui::ListPage::State::Rows);
    EXPECT_GE(rows(), 300);
    const auto people = away([this](base::Job &) { return app->staff().overview(tests::kUnit)->counts.total; });
    EXPECT_GT(people, 250);
    EXPECT_EQ(figure("staff.list.total"), QStringLiteral("职工总数 %1").arg(people));
    EXPECT_TRUE(page->strip()->text().startsWith(QStringLiteral("本次共更新")));
    ASSERT_TRUE(loaded(rows() - 1));
    EXPECT_FALSE(cell(rows() - 1, "name").isEmpty());
}

TEST_F(StaffPageTest, ADownloadThatWasCutOffIsContinued)
{
    start(8500);  // of which more pages are to come than are asked for ahead
    logIn();
    page = std::make_unique<ui::StaffPage>(desk(), app->staff(), nullptr);
    page->show();
    ASSERT_TRUE(app->practice()->setFaults({QStringLiteral("latency=150:GET /v1/staff")}));
    page->opened();
    ASSERT_TRUE(QTest::qWaitFor([&] { return app->staff().overview(tests::kUnit)->interrupted; }, 10000));
    EXPECT_FALSE(get(page.get(), "staff.list.update")->isEnabled()) << "other actions are blocked";
    EXPECT_EQ(figure("staff.list.total"), QStringLiteral("职工总数 —")) << "not known yet";
    click(page.get(), "staff.list.progress.cancel");
    settle();
    ASSERT_TRUE(page->strip()->isShowing());
    EXPECT_TRUE(page->strip()->text().contains(QStringLiteral("中断处")));
    ASSERT_TRUE(app->practice()->setFaults({}));
    click(page.get(), "staff.list.strip.continue");
    settle();
    EXPECT_FALSE(app->staff().overview(tests::kUnit)->interrupted);
    EXPECT_GE(rows(), 8500);
}

TEST_F(StaffPageTest, AnIncrementalUpdateSaysHowManyRowsItBrought)
{
    open(20);
    settle();
    get<QAction>(page.get(), "staff.list.update.incremental")->trigger();
    settle();
    EXPECT_EQ(page->strip()->text(), QStringLiteral("本次共更新 0 条数据"));
}

TEST_F(StaffPageTest, QueriesExactly)
{
    open(60);
    settle();
    ASSERT_TRUE(loaded(0));
    const auto number = cell(0, "documentNumber");
    type(page.get(), "staff.list.query.documentNumber", number);
    QTest::keyClick(get(page.get(), "staff.list.query.documentNumber"), Qt::Key_Return);
    settle();
    ASSERT_GE(rows(), 1);
    ASSERT_TRUE(loaded(0));
    EXPECT_EQ(cell(0, "documentNumber"), number);
    type(page.get(), "staff.list.query.documentNumber", number.left(6));
    QTest::keyClick(get(page.get(), "staff.list.query.documentNumber"), Qt::Key_Return);
    settle();
    EXPECT_EQ(rows(), 0);
    EXPECT_EQ(page->state(), ui::ListPage::State::Empty);
    page->query()->resetButton()->click();
    settle();
    EXPECT_GE(rows(), 60);
}

TEST_F(StaffPageTest, EachFieldOfTheQueryLeavesOutWhoIsOfAnother)
{
    open(60);
    settle();
    const int all = rows();
    const auto search = [this](const char *field, const QString &code) {
        page->query()->resetButton()->click();
        page->query()->setCode(QString::fromLatin1(field), code);
        EXPECT_EQ(page->query()->code(QString::fromLatin1(field)), code) << field;
        page->query()->searchButton()->click();
        settle();
    };
    const auto expectAll = [&](const char *column, const QString &value) {
        EXPECT_GT(rows(), 0) << column;
        EXPECT_LT(rows(), all) << column;
        for (int row = 0; row < rows(); ++row) {
            ASSERT_TRUE(loaded(row));
            EXPECT_EQ(cell(row, column), value) << column;
        }
    };
    search("documentType", QStringLiteral("237"));
    expectAll("documentType", domain::documentTypeName(QStringLiteral("237")));
    search("state", QString::number(int(domain::ContributionState::Normal)));
    expectAll("state", QStringLiteral("正常缴费"));
    auto *numbers = get<QComboBox>(page.get(), "staff.list.query.unitNumber");
    ASSERT_GT(numbers->count(), 2) << "全部, and those the people have";
    const auto last = numbers->itemData(numbers->count() - 1).toString();
    search("unitNumber", last);
    expectAll("unitNumber", last);
    page->query()->setText(QStringLiteral("name"), cell(0, "name"));  // of that number
    page->query()->searchButton()->click();
    settle();
    ASSERT_GE(rows(), 1);
    page->query()->setText(QStringLiteral("name"), cell(0, "name") + QStringLiteral("某"));
    page->query()->searchButton()->click();
    settle();
    EXPECT_EQ(rows(), 0);
    page->query()->resetButton()->click();
    settle();
    EXPECT_EQ(rows(), all);
}

TEST_F(StaffPageTest, SortsInTheStore)
{
    open(450);
    settle();
    auto *model = page->table()->listModel();
    model->sort(model->sectionOf(QStringLiteral("documentNumber")), Qt::DescendingOrder);
    settle();
    ASSERT_TRUE(loaded(0));
    ASSERT_TRUE(loaded(rows() - 1));
    EXPECT_GT(cell(0, "documentNumber"), cell(rows() - 1, "documentNumber"));
}

TEST_F(StaffPageTest, ARowOpensThePersonWithAllInsurances)
{
    open(20);
    settle();
    ASSERT_TRUE(loaded(0));
    const auto name = cell(0, "name");
    auto *table = page->table();
    Q_EMIT table->linkActivated(table->listModel()->keyOf(table->model()->index(0, 0)), QStringLiteral("name"));
    settle();
    auto *detail = dialog(page.get(), "staff.detail");
    ASSERT_NE(detail, nullptr);
    EXPECT_EQ(get<QLabel>(detail, "staff.detail.name")->text(), name);
    EXPECT_GT(get<QTableView>(detail, "staff.detail.insurances")->model()->rowCount(), 0);
}

TEST_F(StaffPageTest, OfflineShowsWhatIsHereAndTheErrorAbove)
{
    open(20);
    settle();
    ASSERT_TRUE(app->practice()->setFaults({QStringLiteral("drop-before")}));
    page->syncNow(StaffSync::Incremental);
    settle();
    EXPECT_GE(rows(), 20);
    EXPECT_TRUE(page->table()->isVisible());
    EXPECT_TRUE(page->strip()->isShowing());
    EXPECT_FALSE(page->strip()->text().startsWith(QStringLiteral("本次共更新")));
}

TEST_F(StaffPageTest, WithoutAnythingTheErrorTakesThePlaceOfTheRows)
{
    start(20);
    logIn();
    ASSERT_TRUE(app->practice()->setFaults({QStringLiteral("drop-before")}));
    page = std::make_unique<ui::StaffPage>(desk(), app->staff(), nullptr);
    page->show();
    page->opened();
    settle();
    EXPECT_EQ(page->state(), ui::ListPage::State::Error);
}

}  // namespace
