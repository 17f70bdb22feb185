#include "ui/unit/practice.h"

#include "ui/modules/home/home_page.h"
#include "ui/modules/home/tile_rows.h"
#include "ui/widgets/headcount_chart.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/month_chart.h"

#include <QLabel>

namespace {

class HomePageTest : public tests::PracticeTest {
protected:
    void open(const QStringList &pages)
    {
        start(60);
        logIn();
        const auto lookup = [pages](const QString &id) -> std::optional<ui::PageSpec> {
            return pages.contains(id) ? std::optional(ui::PageSpec{.id = id, .group = {}, .title = id, .create = {}})
                                      : std::nullopt;
        };
        page = std::make_unique<ui::HomePage>(desk(), app->home(), lookup, nullptr);
        QObject::connect(page.get(), &ui::Page::openRequested, page.get(), [this](const QString &id) { opened = id; });
        page->resize(1100, 700);
        page->show();
    }
    /// The first total, until there is an answer.
    base::Result<domain::Submission> declareOne(base::Job &job)
    {
        const auto totals = app->fees().refresh(tests::kUnit, domain::FeeKind::Daily, job);
        if (!totals)
            return totals.error();
        auto sent = app->fees().submit(tests::kUnit, domain::FeeKind::Daily, {{totals->rows.first().id, totals->rows.first().payable}}, job);
        for (int i = 0; sent && sent->state == domain::SubmissionState::Awaiting && i < 100; ++i) {
            QThread::msleep(20);
            sent = app->outbox().settle(sent->id, job);
        }
        return sent;
    }
    void enter()
    {
        page->opened();
        settle();
    }

    std::unique_ptr<ui::HomePage> page;
    QString opened;
};

TEST_F(HomePageTest, TilesComeFromTheRulePackAndLeadToTheirPages)
{
    open({QStringLiteral("staff.list"), QStringLiteral("fee.daily")});
    enter();
    EXPECT_EQ(page->findChild<QWidget *>(QStringLiteral("home.tile.payment.arrears")), nullptr);
    click(page.get(), "home.tile.fee.daily");
    EXPECT_EQ(opened, QStringLiteral("fee.daily"));
}

TEST_F(HomePageTest, NothingWaitsInAFreshUnit)
{
    open({QStringLiteral("wage.daily")});
    enter();
    EXPECT_FALSE(get<ui::MessageStrip>(page.get(), "home.strip")->isShowing());
    EXPECT_FALSE(get(page.get(), "home.wages")->isVisible());
    EXPECT_FALSE(get(page.get(), "home.arrears")->isVisible());
    EXPECT_FALSE(get(page.get(), "home.open")->isVisible());
    EXPECT_TRUE(get(page.get(), "home.step.1")->isVisible());
}

TEST_F(HomePageTest, EmptyWagesArePromptedOnceAndStayAtTheirStep)
{
    open({QStringLiteral("wage.daily")});
    ASSERT_TRUE(away([this](base::Job &job) { return app->staff().sync(tests::kUnit, service::StaffSync::Auto, job); }));
    const auto waiting = app->home().waiting(tests::kUnit)->staffWithoutWage;
    ASSERT_GT(waiting, 0);
    enter();
    auto *strip = get<ui::MessageStrip>(page.get(), "home.strip");
    EXPECT_TRUE(strip->text().contains(QString::number(waiting)));
    click(page.get(), "home.strip.wages");
    EXPECT_EQ(opened, QStringLiteral("wage.daily"));
    strip->clear();
    enter();
    EXPECT_FALSE(strip->isShowing()) << "once after a login";
    EXPECT_FALSE(get(page.get(), "home.wages")->isVisible()) << "the step says it";
    const auto said = QStringLiteral("%1 名职工缴费工资为空").arg(waiting);
    EXPECT_TRUE(get(page.get(), "home.step.2")->accessibleName().contains(said));
    opened.clear();
    click(page.get(), "home.step.2");
    EXPECT_EQ(opened, QStringLiteral("wage.daily"));
}

TEST_F(HomePageTest, EmptyWagesHaveACardWhileTheirStepSpeaksOfTheDraft)
{
    open({QStringLiteral("wage.daily")});
    ASSERT_TRUE(away([this](base::Job &job) { return app->staff().sync(tests::kUnit, service::StaffSync::Auto, job); }));
    ASSERT_TRUE(app->wages().addContributing(tests::kUnit, {}));
    const auto waiting = app->home().waiting(tests::kUnit)->staffWithoutWage;
    ASSERT_GT(waiting, 0);
    enter();
    EXPECT_TRUE(get(page.get(), "home.step.2")->accessibleName().contains(QStringLiteral("草稿中有")));
    EXPECT_TRUE(get(page.get(), "home.wages")->isVisible());
    EXPECT_EQ(get<QLabel>(page.get(), "home.wages.figure")->text(), QStringLiteral("%1 人").arg(waiting));
    click(page.get(), "home.wages.go");
    EXPECT_EQ(opened, QStringLiteral("wage.daily"));
}

TEST_F(HomePageTest, AnAutomaticBackupThatIsNeverMadeIsSaid)
{
    open({});
    enter();
    EXPECT_FALSE(get(page.get(), "home.backup")->isVisible());
    ASSERT_TRUE(away([this](base::Job &) {
        auto plan = *app->backups().plan();
        plan.automatic = true;
        return app->backups().save(plan);
    }));
    {
        using namespace base::sqlite;
        const auto data = m_folder.path();
        Connection store(data + QStringLiteral("/shebao.db"), Access::ReadWrite, app::keyOf(data).value());
        store.script("INSERT INTO setting VALUES ('backup/last-made', '2020-01-01T00:00:00.000Z')");
    }
    ASSERT_TRUE(app->trail().noteOutput(tests::kUnit, domain::TrailEvent::Export, QStringLiteral("缴款记录"), 3));
    enter();
    EXPECT_TRUE(get(page.get(), "home.backup")->isVisible());
    click(page.get(), "home.backup.go");
    EXPECT_EQ(opened, QStringLiteral("settings.backup"));
}

TEST_F(HomePageTest, TilesAreTwoRowsAtMost)
{
    ui::TileRows rows;
    std::vector<QWidget *> tiles;
    for (int i = 0; i < 5; ++i) {
        tiles.push_back(new QWidget);
        rows.add(tiles.back());
    }
    const auto shown = [&tiles] { return std::count_if(tiles.begin(), tiles.end(), [](auto *tile) { return tile->isVisible(); }); };
    rows.resize(560, 200);  // two in a row
    rows.show();
    EXPECT_EQ(shown(), 4);
    EXPECT_FALSE(tiles.back()->isVisible());
    rows.resize(800, 200);
    EXPECT_EQ(shown(), 5);
}

TEST_F(HomePageTest, ArrearsArePromptedAndLeadToTheirPage)
{
    open({QStringLiteral("payment.arrears")});
    ASSERT_TRUE(away([this](base::Job &job) { return declareOne(job); }));
    ASSERT_TRUE(away([this](base::Job &job) { return app->payments().refresh(tests::kUnit, job); }));
    const auto waiting = app->home().waiting(tests::kUnit);
    ASSERT_EQ(waiting->arrears, 1);
    enter();
    EXPECT_TRUE(get<ui::MessageStrip>(page.get(), "home.strip")->text().contains(domain::moneyText(waiting->arrearsTotal)));
    click(page.get(), "home.strip.arrears");
    EXPECT_EQ(opened, QStringLiteral("payment.arrears"));
}

/// The page is there before the answers to what the login asks.
TEST_F(HomePageTest, ThePromptIsKeptTrueWhileItStands)
{
    open({QStringLiteral("payment.arrears"), QStringLiteral("wage.daily")});
    ASSERT_TRUE(away([this](base::Job &job) { return app->staff().sync(tests::kUnit, service::StaffSync::Auto, job); }));
    const auto declared = away([this](base::Job &job) { return declareOne(job); });
    ASSERT_TRUE(declared);
    enter();
    auto *strip = get<ui::MessageStrip>(page.get(), "home.strip");
    EXPECT_TRUE(strip->text().contains(QStringLiteral("缴费工资为空")));
    EXPECT_FALSE(strip->text().contains(QStringLiteral("欠费")));
    const auto arrears = away([this](base::Job &job) { return app->payments().refresh(tests::kUnit, job); });
    ASSERT_TRUE(arrears && arrears->rows.size() == 1);
    enter();
    EXPECT_TRUE(strip->text().contains(QStringLiteral("有 1 笔欠费")));
    EXPECT_TRUE(strip->text().contains(QStringLiteral("缴费工资为空")));
    ASSERT_TRUE(away([&](base::Job &job) { return app->fees().voidDeclaration(tests::kUnit, declared->id, QStringLiteral("基数有误"), job); }));
    for (int i = 0; i < 100 && app->home().waiting(tests::kUnit)->arrears > 0; ++i)
        ASSERT_TRUE(away([this](base::Job &job) { return app->payments().refresh(tests::kUnit, job); }));
    enter();
    EXPECT_FALSE(strip->text().contains(QStringLiteral("欠费")));
    EXPECT_TRUE(strip->isShowing());
    strip->clear();
    enter();
    EXPECT_FALSE(strip->isShowing()) << "once after a login";
}

/// X1: whatever was not answered is said when its unit is entered, and only there.
TEST_F(HomePageTest, WhatWasNotAnsweredLeadsToItsRecords)
{
    open({});
    ASSERT_TRUE(app->practice()->setFaults({QStringLiteral("drop-after:PUT /v1")}));
    ASSERT_TRUE(away([this](base::Job &job) { return declareOne(job); }));
    enter();
    auto *strip = get<ui::MessageStrip>(page.get(), "home.strip");
    EXPECT_TRUE(strip->text().contains(QStringLiteral("有 1 笔提交至今没有得到答复"))) << strip->text().toStdString();
    click(page.get(), "home.strip.unanswered");
    EXPECT_EQ(opened, QStringLiteral("fee.records"));
    ASSERT_TRUE(app->practice()->setFaults({}));
    const auto unknown = app->outbox().list(tests::kUnit, {{domain::SubmissionKind::Fee}, {}, {}, {}});
    ASSERT_TRUE(unknown && unknown->size() == 1);
    ASSERT_TRUE(away([&](base::Job &job) { return app->outbox().settle(unknown->front().id, job); }));
    enter();
    EXPECT_FALSE(strip->isShowing()) << strip->text().toStdString();
}

TEST_F(HomePageTest, PicturesOfNothingSayWhatToDo)
{
    open({});
    enter();
    EXPECT_FALSE(get(page.get(), "home.fees")->isVisible());
    EXPECT_TRUE(get(page.get(), "home.fees.empty")->isVisible());
    EXPECT_FALSE(get(page.get(), "home.headcount")->isVisible());
    click(page.get(), "home.headcount.empty.action");
    EXPECT_EQ(opened, QStringLiteral("staff.list"));
}

TEST_F(HomePageTest, PicturesSayExactValuesToWhoeverAsks)
{
    open({});
    const auto present = domain::Month::of(app->clock().today());
    ASSERT_TRUE(away([&](base::Job &job) { return app->staff().sync(tests::kUnit, service::StaffSync::Auto, job); }));
    ASSERT_TRUE(away([&](base::Job &job) { return app->receipts().refresh(tests::kUnit, {present - 11, present}, job); }));
    const auto pictures = app->home().pictures(tests::kUnit, {present - 11, present});
    ASSERT_TRUE(pictures);
    enter();
    auto *people = get<ui::HeadcountChart>(page.get(), "home.headcount");
    ASSERT_TRUE(people->isVisible());
    const auto text = QStringLiteral("%1：%2 人").arg(domain::monthText(present)).arg(pictures->headcount.last());
    EXPECT_TRUE(people->monthText(present).startsWith(text)) << people->monthText(present).toStdString();
    EXPECT_TRUE(people->accessibleDescription().contains(text));
    QTest::keyClick(people, Qt::Key_Left);
    EXPECT_EQ(people->shownMonth(), present);
    EXPECT_EQ(people->accessibleDescription(), people->monthText(present));
    auto *fees = get<ui::MonthChart>(page.get(), "home.fees");
    ASSERT_TRUE(fees->isVisible());
    EXPECT_TRUE(fees->accessibleDescription().contains(QStringLiteral("应缴")));
}

}  // namespace
