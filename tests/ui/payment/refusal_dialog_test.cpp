// What is said after a payment: what may have been deducted is neither paid nor refused (P3, X1).

#include "ui/modules/payment/payment_tally.h"
#include "ui/modules/payment/refusal_dialog.h"
#include "ui/widgets/message_strip.h"

#include <QPushButton>
#include <QTableView>

#include <gtest/gtest.h>

namespace {

using domain::Money;
using domain::SubmissionItem;
using domain::SubmissionState;

SubmissionItem item(const char *key, qint64 fen, SubmissionState state, const char *code = "", const char *words = "")
{
    SubmissionItem made;
    made.key = QString::fromUtf8(key);
    made.item.category.name = QString::fromUtf8(key);
    made.amount = Money::fromFen(fen);
    made.state = state;
    made.reasonCode = QString::fromUtf8(code);
    made.reasonText = QString::fromUtf8(words);
    return made;
}

QString lineOf(const QTableView *table, int row)
{
    QString line;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        line += table->model()->index(row, column).data().toString() + QLatin1Char('|');
    return line;
}

struct Shown {
    explicit Shown(QVector<SubmissionItem> items)
        : dialog(new ui::RefusalDialog({{}, std::move(items)}, nullptr)),
          table(dialog->findChild<QTableView *>(QStringLiteral("payment.refused.table")))
    {
    }
    ~Shown() { delete dialog; }
    Shown(const Shown &) = delete;
    Shown &operator=(const Shown &) = delete;
    QString text() const { return dialog->strip()->text(); }
    bool asks() const { return dialog->findChild<QPushButton *>(QStringLiteral("payment.refused.ask")); }

    ui::RefusalDialog *dialog;
    QTableView *table;
};

TEST(PaymentTally, CountsEveryItemOnceWithItsAmount)
{
    const auto tally = ui::tallyOf({item("a", 208'985, SubmissionState::Succeeded),
                                    item("b", 6'910'516, SubmissionState::Failed, "balance-insufficient", "余额不足支付"),
                                    item("c", 3'455'259, SubmissionState::Unknown, "bank-timeout", "税库银超时"),
                                    item("d", 100, SubmissionState::Unknown), item("e", 200, SubmissionState::Awaiting)});
    EXPECT_EQ(tally.count(), 5);
    EXPECT_EQ(ui::tallyText(tally),
              QStringLiteral("1 条缴款成功（2,089.85 元），1 条失败（69,105.16 元），2 条结果未知（34,553.59 元），"
                             "1 条待反馈（2.00 元）"));
}

TEST(RefusalDialog, AnUnclearAnswerIsNoFailure)
{
    const Shown shown({item("a", 208'985, SubmissionState::Succeeded),
                       item("b", 6'910'516, SubmissionState::Failed, "balance-insufficient", "余额不足支付"),
                       item("c", 3'455'259, SubmissionState::Unknown, "bank-timeout", "税库银超时")});
    EXPECT_TRUE(shown.text().startsWith(
        QStringLiteral("1 条缴款成功（2,089.85 元），1 条失败（69,105.16 元），1 条结果未知（34,552.59 元）。")))
        << shown.text().toStdString();
    EXPECT_TRUE(shown.text().contains(QStringLiteral("可能已经扣出")));
    ASSERT_EQ(shown.table->model()->rowCount(), 2);
    EXPECT_TRUE(lineOf(shown.table, 0).contains(QStringLiteral("缴款失败")));
    EXPECT_TRUE(lineOf(shown.table, 1).contains(QStringLiteral("结果未知"))) << lineOf(shown.table, 1).toStdString();
    EXPECT_TRUE(lineOf(shown.table, 1).contains(QStringLiteral("可能已经扣出")));
    EXPECT_TRUE(shown.asks());
}

/// Neither has words of the bank; before, both were counted as paid.
TEST(RefusalDialog, WhatIsStillOpenIsNotPaid)
{
    const Shown shown({item("a", 100, SubmissionState::Failed, "balance-insufficient", "余额不足支付"),
                       item("b", 200, SubmissionState::Awaiting), item("c", 300, SubmissionState::Unknown)});
    EXPECT_FALSE(shown.text().contains(QStringLiteral("缴款成功"))) << shown.text().toStdString();
    EXPECT_TRUE(shown.text().contains(QStringLiteral("1 条待反馈（2.00 元）")));
    ASSERT_EQ(shown.table->model()->rowCount(), 3);
    EXPECT_TRUE(lineOf(shown.table, 1).contains(QStringLiteral("还没有答复"))) << lineOf(shown.table, 1).toStdString();
    EXPECT_TRUE(lineOf(shown.table, 2).contains(QStringLiteral("先查询结果"))) << lineOf(shown.table, 2).toStdString();
    EXPECT_TRUE(shown.asks());
}

TEST(RefusalDialog, PlainRefusalsLeaveNothingToAsk)
{
    const Shown shown({item("a", 100, SubmissionState::Failed, "balance-insufficient", "余额不足支付")});
    EXPECT_EQ(shown.text(), QStringLiteral("1 条失败（1.00 元）。"));
    EXPECT_FALSE(shown.asks());
}

}  // namespace
