// 缴款记录 (P6): what is listed is what is exported.

#include "support/page_practice.h"
#include "support/workbook.h"
#include "ui/modules/payment/payment_pages.h"

namespace tests {
namespace {

class PaymentRecordsPage : public PagePractice {
protected:
    ui::ListPage *openPage()
    {
        auto *list = open(ui::paymentPages(*desk, client->payments(), client->outbox(), client->certificates()), "payment.records");
        EXPECT_TRUE(list && eventually([&] { return !jobs->busy(); }));
        return list;
    }
    QVector<QStringList> exportedAs(const char *name, ui::ListPage *list)
    {
        const auto path = folder.filePath(QString::fromUtf8(name));
        prompt.queueFile(path);
        click("payment.records.export");
        EXPECT_TRUE(eventually([&] { return !jobs->busy() && QFile::exists(path); }));
        EXPECT_TRUE(said(list, "已导出"));
        return workbookRows(path);
    }
    /// Pays all arrears in one go; the bank refuses one of them.
    qsizetype payAll()
    {
        return away([this] {
            declareAll();
            const auto arrears = client->payments().refresh(kUnit, job);
            const auto agreements = client->payments().agreements(kUnit, job);
            fault("partial=balance-insufficient:PUT /v1/payments:1");
            QStringList ids;
            for (const auto &row : arrears->rows)
                ids.append(row.id);
            const auto paid = client->payments().pay(kUnit, agreements->first().number, paying(ids), job);
            EXPECT_TRUE(paid) << paid.error().code.toStdString();
            return paid->items.size();
        });
    }
};

TEST_F(PaymentRecordsPage, WithoutRecordsThereIsNothingToExport)
{
    openPage();
    EXPECT_FALSE(button("payment.records.export")->isEnabled());
}

/// 打印: a document of what the query shows, with a number by which it is found again.
TEST_F(PaymentRecordsPage, PrintsWhatIsListed)
{
    payAll();
    ASSERT_TRUE(rows(openPage(), 1));
    click("payment.records.print");
    ASSERT_TRUE(dialog("preview"));
    const auto records = away([this] { return client->certificates().records(kUnit, {}, 0, 10); });
    ASSERT_TRUE(records);
    ASSERT_EQ(records->size(), 1U);
    EXPECT_EQ(records->front().kind, domain::CertificateKind::Payments);
    EXPECT_TRUE(records->front().number.startsWith(QStringLiteral("JK")));
    const auto paid = away([this] { return client->receipts().refresh(kUnit, domain::MonthRange{domain::Month(2020, 1), domain::Month(2099, 12)}, job); });
    domain::Money total;
    for (const auto &receipt : paid->receipts) {
        if (receipt.paidAt.date() >= records->front().issuedAt.date().addDays(-1))
            total += receipt.total();
    }
    EXPECT_EQ(records->front().total, total);
}

/// Whoever paid: the unit's records are the same on every computer.
TEST_F(PaymentRecordsPage, HasThePaymentsOfOtherComputers)
{
    const auto paid = away([this] {
        declareAll();
        auto other = connect(QStringLiteral("second"));
        logIn(*other, kPassword);
        const auto arrears = other->payments().refresh(kUnit, job);
        const auto agreements = other->payments().agreements(kUnit, job);
        return other->payments().pay(kUnit, agreements->first().number, confirmedArrears(*other, kUnit, {arrears->rows.first().id}), job);
    });
    ASSERT_TRUE(paid);
    auto *list = openPage();
    ASSERT_TRUE(rows(list, 1));
    EXPECT_EQ(cell(list, 0, "channel"), QStringLiteral("客户端（其他电脑）"));
    EXPECT_EQ(cell(list, 0, "agreement"), paid->payment.reference);
    click("payment.records.sync");
    ASSERT_TRUE(dialog("payment.records.range"));
    click("payment.records.range.ok");
    EXPECT_TRUE(said(list, "已同步 1 条缴款记录"));
}

/// What 打印 lays out: what was paid.
TEST_F(PaymentRecordsPage, ExportsALinePerItemThatWasPaid)
{
    const auto items = payAll();
    auto *list = openPage();
    ASSERT_TRUE(rows(list, 1));
    EXPECT_TRUE(button("payment.records.print")->isEnabled());
    const auto lines = exportedAs("缴款记录.xlsx", list);
    ASSERT_EQ(lines.size(), items) << "the header instead of the one that was refused";
    EXPECT_EQ(lines.first().join(QLatin1Char('|')),
              QStringLiteral("缴款时间|三方协议号|征收项目|征收品目|费款所属期|金额|状态|税票号码|银行答复"));
    for (const auto &line : lines.mid(1)) {
        EXPECT_GT(line.at(5).toDouble(), 0);
        EXPECT_EQ(line.at(6), QStringLiteral("缴款成功"));
    }
}

TEST_F(PaymentRecordsPage, WhatFailedIsListedAndExportedWhenItIsAskedFor)
{
    const auto failed = away([this] {
        payAll();
        const auto arrears = client->payments().refresh(kUnit, job);
        const auto agreements = client->payments().agreements(kUnit, job);
        fault("partial=balance-insufficient:PUT /v1/payments:1");
        return client->payments().pay(kUnit, agreements->first().number, paying({arrears->rows.first().id}), job);
    });
    ASSERT_TRUE(failed);
    ASSERT_EQ(failed->payment.state, domain::SubmissionState::Failed);
    auto *list = openPage();
    ASSERT_TRUE(rows(list, 1)) << "only the one that paid something";
    const auto choose = [&](const QString &code) {
        list->query()->setCode(QStringLiteral("state"), code);
        list->query()->searchButton()->click();
    };
    choose(QStringLiteral("all"));
    ASSERT_TRUE(rows(list, 2));
    choose(QString::number(int(domain::SubmissionState::Failed)));
    ASSERT_TRUE(rows(list, 1));
    EXPECT_FALSE(button("payment.records.print")->isEnabled());
    const auto lines = exportedAs("失败.xlsx", list);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines.at(1).at(8).contains(QStringLiteral("余额不足")));
    // A state that was chosen but not asked for changes nothing.
    list->query()->setCode(QStringLiteral("state"), {});
    EXPECT_FALSE(button("payment.records.print")->isEnabled());
    EXPECT_EQ(exportedAs("失败再次.xlsx", list).size(), 2);
    // Whoever comes from a search finds it, whatever was asked for.
    list->query()->resetButton()->click();
    ASSERT_TRUE(rows(list, 1));
    list->showRow(failed->payment.id);
    EXPECT_TRUE(eventually([&] { return model(list)->rowOfKey(failed->payment.id) >= 0; }));
}

}  // namespace
}  // namespace tests
