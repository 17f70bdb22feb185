// 社保费申报记录 (F7–F10).

#include "support/page_practice.h"
#include "ui/modules/fee/fee_pages.h"

#include <QPlainTextEdit>

namespace tests {
namespace {

class FeeRecordsPage : public PagePractice {
protected:
    ui::ListPage *openPage() { return open(ui::feePages(*desk, client->fees(), client->outbox()), "fee.records"); }

    void declareOne()
    {
        away([&] {
            const auto list = client->fees().refresh(kUnit, domain::FeeKind::Daily, job);
            ASSERT_TRUE(list && !list->rows.isEmpty());
            ASSERT_TRUE(client->fees().submit(kUnit, domain::FeeKind::Daily, {list->rows.first().id}, job));
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

TEST_F(FeeRecordsPage, VoidsAnUnpaidDeclarationAfterAsking)
{
    declareOne();
    away([&] { settleAll(*client, {domain::SubmissionKind::Fee}); });
    auto *list = openPage();
    ASSERT_TRUE(list && eventually([&] { return rowOf(list, "申报成功") >= 0; }));
    const auto key = model(list)->keyOf(model(list)->index(rowOf(list, "申报成功"), 0));
    ASSERT_EQ(cell(list, model(list)->rowOfKey(key), "more"), QStringLiteral("作废"));
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
    EXPECT_TRUE(eventually([&] { return cell(list, model(list)->rowOfKey(key), "state") == QStringLiteral("已作废"); }));
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
}

TEST_F(FeeRecordsPage, SyncsARange)
{
    auto *list = openPage();
    ASSERT_TRUE(list && eventually([&] { return button("fee.records.sync")->isEnabled() && !jobs->busy(); }));
    click("fee.records.sync");
    ASSERT_TRUE(dialog("fee.sync"));
    click("fee.sync.ok");
    EXPECT_TRUE(said(list, "已同步"));
}

}  // namespace
}  // namespace tests
