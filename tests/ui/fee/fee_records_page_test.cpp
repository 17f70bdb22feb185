// 社保费申报记录 (F7–F10).

#include "support/books.h"
#include "support/page_practice.h"
#include "ui/modules/fee/fee_pages.h"

#include <QPlainTextEdit>
#include <QTableView>

namespace tests {
namespace {

class FeeRecordsPage : public PagePractice {
protected:
    ui::ListPage *openPage() { return open(ui::feePages(*desk, client->fees(), client->outbox()), "fee.records"); }

    void declareOne()
    {
        away([&] {
            const auto list = client->fees().refresh(kUnit, domain::FeeKind::Daily, job);
            ASSERT_TRUE(list);
            const auto free = std::find_if(list->rows.begin(), list->rows.end(), [](const auto &row) { return row.heldBy.isEmpty(); });
            ASSERT_NE(free, list->rows.end());
            ASSERT_TRUE(client->fees().submit(kUnit, domain::FeeKind::Daily, declaring({free->id}), job));
        });
    }
    int rowOf(ui::ListPage *list, const char *state)
    {
        for (int row = 0; row < model(list)->rowCount(); ++row) {
            if (cell(list, row, "state") == QString::fromUtf8(state))
                return row;
        }
        return -1;
    }
    void link(ui::ListPage *list, int row, const char *column)
    {
        Q_EMIT list->table()->linkActivated(model(list)->keyOf(model(list)->index(row, 0)), QString::fromUtf8(column));
    }
};

TEST_F(FeeRecordsPage, LeadsToThePaymentAfterASuccess)
{
    declareOne();
    QTest::qWait(200);
    auto *list = openPage();
    ASSERT_TRUE(list);
    ASSERT_TRUE(said(list, "申报成功"));
    QSignalSpy leads(list, &ui::Page::openRequested);
    click("fee.records.strip.pay");
    ASSERT_EQ(leads.size(), 1);
    EXPECT_EQ(leads.constFirst().constFirst().toString(), QStringLiteral("payment.arrears"));
}

/// F6, F7: of a refund nothing is to be paid.
TEST_F(FeeRecordsPage, DoesNotLeadToAPaymentOfNothing)
{
    away([&] {
        const auto list = client->fees().refresh(kUnit, domain::FeeKind::Special, job);
        ASSERT_TRUE(list);
        QStringList refunds;
        for (const auto &row : list->rows) {
            if (row.payable < domain::Money() && refunds.isEmpty())
                refunds << row.id;
        }
        ASSERT_FALSE(refunds.isEmpty());
        ASSERT_TRUE(client->fees().submit(kUnit, domain::FeeKind::Special,
                                          confirmedFees(*client, kUnit, domain::FeeKind::Special, refunds), job));
    });
    QTest::qWait(200);
    auto *list = openPage();
    ASSERT_TRUE(list);
    ASSERT_TRUE(said(list, "申报成功")) << list->strip()->text().toStdString();
    EXPECT_FALSE(list->strip()->text().contains(QStringLiteral("缴款")));
    EXPECT_FALSE(button("fee.records.strip.pay"));
    EXPECT_EQ(cell(list, rowOf(list, "申报成功"), "paid"), QStringLiteral("无需缴款"));
}

/// What went wrong beside a success is not hidden behind it.
TEST_F(FeeRecordsPage, ASuccessDoesNotCoverWhatNeverArrived)
{
    fault("drop-before:PUT /v1/fee-declarations/:1");
    declareOne();
    noFaults();
    declareOne();
    QTest::qWait(200);
    auto *list = openPage();
    ASSERT_TRUE(list);
    ASSERT_TRUE(said(list, "可前往缴款")) << list->strip()->text().toStdString();
    EXPECT_TRUE(list->strip()->text().contains(QStringLiteral("没有到达税务端")));
    EXPECT_EQ(list->strip()->tone(), ui::Tone::Warning);
}

TEST_F(FeeRecordsPage, VoidsAnUnpaidDeclarationAfterAsking)
{
    declareOne();
    away([&] { settleAll(*client, {domain::SubmissionKind::Fee}); });
    auto *list = openPage();
    ASSERT_TRUE(list && eventually([&] { return rowOf(list, "申报成功") >= 0; }));
    const auto key = model(list)->keyOf(model(list)->index(rowOf(list, "申报成功"), 0));
    ASSERT_EQ(cell(list, model(list)->rowOfKey(key), "more"), QStringLiteral("作废"));
    EXPECT_EQ(cell(list, model(list)->rowOfKey(key), "period"),
              domain::monthText(domain::Month::of(client->clock().today())));
    link(list, model(list)->rowOfKey(key), "more");
    ASSERT_TRUE(dialog("fee.void"));
    find<QPlainTextEdit>("fee.void.reason")->setPlainText(QString(101, QChar(0x5b57)));
    EXPECT_FALSE(button("fee.void.ok")->isEnabled());
    find<QPlainTextEdit>("fee.void.reason")->setPlainText(QStringLiteral("基数有误"));
    click("fee.void.ok");
    ASSERT_TRUE(said(list, "作废申请已提交"));
    EXPECT_EQ(cell(list, model(list)->rowOfKey(key), "state"), QStringLiteral("作废中"));
    QTest::qWait(200);
    click("fee.records.feedback");
    EXPECT_TRUE(
        eventually([&] { return cell(list, model(list)->rowOfKey(key), "state") == QStringLiteral("已作废"); }));
}

TEST_F(FeeRecordsPage, AsksForWhatIsUnknownAndFindsIt)
{
    fault("drop-after:PUT /v1");
    declareOne();
    noFaults();
    server->stop();  // entering the page cannot find out either
    auto *list = openPage();
    ASSERT_TRUE(list && eventually([&] { return rowOf(list, "结果未知") == 0; }));
    EXPECT_EQ(cell(list, 0, "act"), QStringLiteral("查询结果"));
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    link(list, 0, "act");
    ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
    EXPECT_EQ(cell(list, 0, "state"), QStringLiteral("结果未知")) << "nobody has answered";
    away([this] { startAgain(server, address); });
    link(list, 0, "act");
    EXPECT_TRUE(eventually([&] { return rowOf(list, "申报成功") == 0; })) << cell(list, 0, "state").toStdString();
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 1u) << "asked for, not sent again";
}

TEST_F(FeeRecordsPage, WithdrawsWhatHasNotArrivedUnlessItHasAfterAll)
{
    fault("late=1500:PUT /v1/fee-declarations/:1");
    declareOne();
    auto *list = openPage();  // entering it asks
    ASSERT_TRUE(list && eventually([&] { return rowOf(list, "待提交") == 0; }));
    ASSERT_EQ(cell(list, 0, "more"), QStringLiteral("撤回"));
    QTest::qWait(1800);
    prompt.queueAnswer(true);
    link(list, 0, "more");
    ASSERT_TRUE(said(list, "没有撤回：这次提交已经到达税务端")) << list->strip()->text().toStdString();
    fault("drop-before:PUT /v1/fee-declarations/:1");
    declareOne();
    list->opened();
    ASSERT_TRUE(eventually([&] { return rowOf(list, "待提交") == 0 && !jobs->busy(); }));
    prompt.queueAnswer(true);
    link(list, 0, "more");
    EXPECT_TRUE(said(list, "已撤回")) << list->strip()->text().toStdString();
}

TEST_F(FeeRecordsPage, FetchesFeedbackByItselfWhileItIsOpen)
{
    ASSERT_TRUE(server->setFaults({}));
    fault("latency=400:GET /v1/fee-declarations/");
    auto *list = openPage();
    ASSERT_TRUE(list && eventually([&] { return !jobs->busy(); }));
    declareOne();
    list->opened();
    ASSERT_TRUE(eventually([&] { return rowOf(list, "待反馈") >= 0 || rowOf(list, "申报成功") == 0; }));
    EXPECT_TRUE(said(list, "申报成功"));
}

TEST_F(FeeRecordsPage, ShowsEveryStateItHasBeenIn)
{
    declareOne();
    away([&] { settleAll(*client, {domain::SubmissionKind::Fee}); });
    auto *list = openPage();
    ASSERT_TRUE(list && eventually([&] { return rowOf(list, "申报成功") >= 0 && !jobs->busy(); }));
    link(list, 0, "detail");
    ASSERT_TRUE(dialog("fee.detail"));
    auto *history = find<QTableView>("fee.detail.history");
    ASSERT_TRUE(eventually([&] { return history->model()->rowCount() >= 4; }));
    EXPECT_EQ(history->model()->index(0, 2).data().toString(), QStringLiteral("待提交"));
    EXPECT_EQ(history->model()->index(history->model()->rowCount() - 1, 2).data().toString(),
              QStringLiteral("申报成功"));
}

TEST_F(FeeRecordsPage, QueriesByStateAndDate)
{
    declareOne();
    auto *list = openPage();
    ASSERT_TRUE(list && eventually([&] { return model(list)->rowCount() >= 2 && !jobs->busy(); }));
    const auto today = desk->clock.today();
    list->query()->setDate(QStringLiteral("createdFrom"), today);
    list->query()->searchButton()->click();
    ASSERT_TRUE(rows(list, 1));
    EXPECT_TRUE(cell(list, 0, "createdAt").startsWith(today.toString(Qt::ISODate)));
    list->query()->resetButton()->click();
    list->query()->setCode(QStringLiteral("state"), QString::number(int(domain::SubmissionState::Voided)));
    list->query()->searchButton()->click();
    ASSERT_TRUE(rows(list, 0));
    list->query()->setCode(QStringLiteral("state"), QString::number(int(domain::SubmissionState::Succeeded)));
    list->query()->searchButton()->click();
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() >= 2; }));
    for (int row = 0; row < model(list)->rowCount(); ++row)
        EXPECT_EQ(cell(list, row, "state"), QStringLiteral("申报成功"));
}

TEST_F(FeeRecordsPage, SyncsARange)
{
    auto *list = openPage();
    ASSERT_TRUE(list && eventually([&] { return button("fee.records.sync")->isEnabled() && !jobs->busy(); }));
    click("fee.records.sync");
    ASSERT_TRUE(dialog("fee.records.range"));
    click("fee.records.range.ok");
    EXPECT_TRUE(said(list, "已同步"));
}

}  // namespace
}  // namespace tests
