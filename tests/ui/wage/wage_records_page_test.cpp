// 缴费工资申报记录 (W13, X1).

#include "support/page_practice.h"
#include "ui/modules/wage/wage_pages.h"

namespace tests {
namespace {

class WageRecordsPage : public PagePractice {
protected:
    std::vector<ui::PageSpec> specs()
    {
        return ui::wagePages(*desk, client->wages(), client->staff(), client->outbox());
    }

    void declare()
    {
        away([this] { declareHere(); });
    }
    void declareHere()
    {
        if (const auto counts = client->staff().overview(kUnit); counts && counts->counts.total == 0) {
            ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
        }
        ASSERT_TRUE(client->wages().addContributing(kUnit, kDaily));
        const auto draft = client->wages().draft(kUnit, kDaily);
        ASSERT_TRUE(draft);
        for (const auto &line : *draft) {
            ASSERT_TRUE(client->wages().setWage(kUnit, kDaily, {line.staffId, {}}, domain::Money::fromFen(650000)));
            ASSERT_TRUE(client->wages().setMonth(kUnit, kDaily, line.staffId,
                                                 domain::Month::of(client->clock().today())));
        }
        ASSERT_TRUE(client->wages().submit(kUnit, kDaily, true, job));
    }

    /// One person whose wage is what it was, which the tax side refuses: 基数没有发生变化. Returns its reason.
    QString declareInVain()
    {
        return away([this] {
            EXPECT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
            EXPECT_TRUE(client->wages().addContributing(kUnit, kDaily));
            QStringList others;
            const auto draft = *client->wages().draft(kUnit, kDaily);
            for (const auto &line : draft)
                others << line.staffId;
            const auto one = std::find_if(draft.begin(), draft.end(), [](const auto &line) { return oldWage(line).has_value(); });
            EXPECT_NE(one, draft.end());
            others.removeOne(one->staffId);
            EXPECT_TRUE(client->wages().remove(kUnit, kDaily, others));
            EXPECT_TRUE(client->wages().setWage(kUnit, kDaily, {one->staffId, {}}, oldWage(*one)));
            EXPECT_TRUE(client->wages().setMonth(kUnit, kDaily, one->staffId, domain::Month::of(client->clock().today())));
            const auto sent = client->wages().submit(kUnit, kDaily, true, job);
            EXPECT_TRUE(sent);
            settleAll(*client, {domain::SubmissionKind::Wage});
            return client->wages().lines(sent->id)->front().reasonText;
        });
    }

    QPoint spot(ui::ListPage *list, int row, const char *column) const
    {
        return list->table()->visualRect(model(list)->index(row, model(list)->sectionOf(QString::fromUtf8(column)))).center();
    }
};

TEST_F(WageRecordsPage, IsEmptyAndHasNothingToAskFor)
{
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 0));
    click("wage.records.feedback");
    EXPECT_TRUE(said(list, "无需获取反馈"));
}

TEST_F(WageRecordsPage, AsksForOpenOnesByItself)
{
    declare();
    QTest::qWait(200);  // the verdict is there
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 1));
    EXPECT_TRUE(eventually([&] { return cell(list, 0, "state") == QStringLiteral("申报成功"); }));
    EXPECT_TRUE(said(list, "1 条申报成功"));
}

TEST_F(WageRecordsPage, ResendsWhatNeverLeft)
{
    fault("drop-before:PUT /v1");
    declare();
    noFaults();
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 1));
    // Dropped before an answer: the client cannot know, asks, and finds that it never arrived.
    ASSERT_TRUE(eventually([&] { return cell(list, 0, "state") == QStringLiteral("待提交"); }));
    EXPECT_EQ(cell(list, 0, "act"), QStringLiteral("重新提交"));
    prompt.queueAnswer(true);
    Q_EMIT list->table()->linkActivated(model(list)->keyOf(model(list)->index(0, 0)), QStringLiteral("act"));
    EXPECT_TRUE(said(list, "已提交"));
}

TEST_F(WageRecordsPage, WithdrawsWhatNeverLeft)
{
    ASSERT_TRUE(away([&] { return client->staff().sync(kUnit, service::StaffSync::Full, job); }));
    server->stop();
    declare();
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 1));
    ASSERT_EQ(cell(list, 0, "more"), QStringLiteral("撤回"));
    prompt.queueAnswer(true);
    Q_EMIT list->table()->linkActivated(model(list)->keyOf(model(list)->index(0, 0)), QStringLiteral("more"));
    EXPECT_TRUE(rows(list, 0));
}

TEST_F(WageRecordsPage, QueriesByState)
{
    declare();
    away([&] { settleAll(*client, {domain::SubmissionKind::Wage}); });
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 1));
    list->query()->setCode(QStringLiteral("state"), QString::number(int(domain::SubmissionState::Failed)));
    list->query()->searchButton()->click();
    EXPECT_TRUE(rows(list, 0));
    list->query()->resetButton()->click();
    EXPECT_TRUE(rows(list, 1));
}

TEST_F(WageRecordsPage, QueriesByTheDayOfTheDeclaration)
{
    declare();
    const auto first = client->clock().today();
    const auto later = client->clock().now().addDays(3);
    server->clock().setNow(later);  // which says when it came
    client->clock().setNow(later);
    away([this] { logIn(*client, kPassword); });
    const auto last = client->clock().today();
    declare();
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 2));
    const auto search = [&](std::optional<QDate> from, std::optional<QDate> to) {
        list->query()->setDate(QStringLiteral("createdFrom"), from);
        list->query()->setDate(QStringLiteral("createdTo"), to);
        list->query()->searchButton()->click();
    };
    const auto shows = [&](QDate day) { return rows(list, 1) && cell(list, 0, "createdAt").startsWith(day.toString(Qt::ISODate)); };
    search(last, {});
    EXPECT_TRUE(shows(last));
    search({}, first);
    EXPECT_TRUE(shows(first));
    search(first.addDays(1), last.addDays(-1));
    EXPECT_TRUE(rows(list, 0));
    search(first, last);
    EXPECT_TRUE(rows(list, 2)) << "both days count";
    search(last, last);
    EXPECT_TRUE(shows(last));
    list->query()->resetButton()->click();
    EXPECT_TRUE(rows(list, 2));
}

TEST_F(WageRecordsPage, AClickOnAFailedStateShowsTheReason)
{
    const auto reason = declareInVain();
    ASSERT_FALSE(reason.isEmpty());
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 1) && eventually([&] { return !jobs->busy(); }));
    ASSERT_EQ(cell(list, 0, "state"), QStringLiteral("申报失败"));
    QTest::mouseClick(list->table()->viewport(), Qt::LeftButton, {}, spot(list, 0, "state"));
    ASSERT_TRUE(dialog("wage.detail"));
    EXPECT_TRUE(find<ui::MessageStrip>("wage.detail.strip")->text().startsWith(QStringLiteral("申报失败")));
    const auto *lines = find<ui::TableView>("wage.detail.table");
    ASSERT_TRUE(eventually([&] { return lines->listModel()->rowCount() == 1 && lines->listModel()->sectionOf(QStringLiteral("reason")) >= 0; }));
    const auto *of = lines->listModel();
    EXPECT_EQ(of->index(0, of->sectionOf(QStringLiteral("reason"))).data().toString(), reason);
}

TEST_F(WageRecordsPage, AClickOnAStateWithoutAReasonShowsNothing)
{
    declare();
    away([&] { settleAll(*client, {domain::SubmissionKind::Wage}); });
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 1) && eventually([&] { return !jobs->busy(); }));
    ASSERT_EQ(cell(list, 0, "state"), QStringLiteral("申报成功"));
    QTest::mouseClick(list->table()->viewport(), Qt::LeftButton, {}, spot(list, 0, "state"));
    EXPECT_FALSE(find<QDialog>("wage.detail"));
    QTest::mouseClick(list->table()->viewport(), Qt::LeftButton, {}, spot(list, 0, "detail"));
    EXPECT_TRUE(dialog("wage.detail"));
}

TEST_F(WageRecordsPage, ShowsTheLinesOfARecord)
{
    declare();
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 1));
    Q_EMIT list->table()->rowActivated(model(list)->keyOf(model(list)->index(0, 0)));
    ASSERT_TRUE(dialog("wage.detail"));
    auto *lines = find<QTableView>("wage.detail.table");
    EXPECT_TRUE(eventually([&] { return lines->model()->rowCount() > 0; }));
}

TEST_F(WageRecordsPage, ShowsEveryStateItHasBeenIn)
{
    declare();
    away([&] { settleAll(*client, {domain::SubmissionKind::Wage}); });
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 1) && eventually([&] { return !jobs->busy(); }));
    Q_EMIT list->table()->rowActivated(model(list)->keyOf(model(list)->index(0, 0)));
    ASSERT_TRUE(dialog("wage.detail"));
    const auto *history = find<QTableView>("wage.detail.history")->model();
    ASSERT_TRUE(eventually([&] { return history->rowCount() >= 4; }));
    EXPECT_EQ(history->index(0, 2).data().toString(), QStringLiteral("待提交"));
    EXPECT_EQ(history->index(history->rowCount() - 1, 2).data().toString(), QStringLiteral("申报成功"));
}

TEST_F(WageRecordsPage, RejectedPeopleGoBackIntoTheDraft)
{
    away([&] {
        ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
        ASSERT_TRUE(client->wages().addContributing(kUnit, kDaily));
        const auto draft = *client->wages().draft(kUnit, kDaily);
        for (const auto &line : draft) {
            // The first one's wage is what it was: 基数没有发生变化.
            const auto fen = line.staffId == draft.first().staffId ? oldWage(line)->fen() : 650'000;
            ASSERT_TRUE(client->wages().setWage(kUnit, kDaily, {line.staffId, {}}, domain::Money::fromFen(fen)));
            ASSERT_TRUE(client->wages().setMonth(kUnit, kDaily, line.staffId, domain::Month::of(client->clock().today())));
        }
        ASSERT_TRUE(client->wages().submit(kUnit, kDaily, true, job));
        settleAll(*client, {domain::SubmissionKind::Wage});
    });
    auto *list = open(specs(), "wage.records");
    ASSERT_TRUE(list && rows(list, 1));
    QSignalSpy leads(list, &ui::Page::openRequested);
    Q_EMIT list->table()->rowActivated(model(list)->keyOf(model(list)->index(0, 0)));
    ASSERT_TRUE(dialog("wage.detail"));
    ASSERT_TRUE(eventually([&] { return button("wage.detail.takeBack")->isVisible(); }));
    click("wage.detail.takeBack");
    ASSERT_TRUE(eventually([&] { return leads.size() == 1; }));
    EXPECT_EQ(leads.constFirst().constFirst().toString(), QStringLiteral("wage.daily"));
    EXPECT_EQ(away([&] { return *client->wages().draft(kUnit, kDaily); }).size(), 1);
}

}  // namespace
}  // namespace tests
