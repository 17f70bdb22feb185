#include "service/practice.h"

namespace {

using domain::ArrearHold;
using domain::SubmissionKind;
using domain::SubmissionState;
using tests::kUnit;

class Payment : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        declareAll();
        arrears = client->payments().arrears(kUnit)->rows;
        ASSERT_GE(arrears.size(), 4);
        const auto agreements = client->payments().agreements(kUnit, job);
        ASSERT_TRUE(agreements);
        for (const auto &candidate : *agreements) {
            if (candidate.verified)
                agreement = candidate.number;
        }
    }
    QVector<domain::ConfirmedAmount> some(int from, int count) const
    {
        QVector<domain::ConfirmedAmount> some;
        for (int i = from; i < from + count; ++i)
            some.append({arrears[i].id, arrears[i].total});
        return some;
    }

    QVector<domain::Arrear> arrears;
    QString agreement;
};

TEST_F(Payment, PaidItemsLeaveTheList)
{
    const auto outcome = client->payments().pay(kUnit, agreement, some(0, 2), job);
    ASSERT_TRUE(outcome) << outcome.error().code.toStdString();
    EXPECT_EQ(outcome->payment.state, SubmissionState::Succeeded);
    for (const auto &item : outcome->items)
        EXPECT_EQ(item.taxReceiptNumber.size(), 18);
    const auto rest = client->payments().refresh(kUnit, job);
    EXPECT_EQ(rest->rows.size(), arrears.size() - 2);
}

TEST_F(Payment, SomeItemsFailWithTheBanksWords)
{
    fault("partial=balance-insufficient:PUT /v1/payments");
    const auto outcome = client->payments().pay(kUnit, agreement, some(0, 3), job);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->payment.state, SubmissionState::Partial);
    int failed = 0;
    for (const auto &item : outcome->items) {
        if (item.state == SubmissionState::Failed) {
            ++failed;
            EXPECT_FALSE(item.reasonText.isEmpty());
        }
    }
    EXPECT_EQ(failed, 1);
    ASSERT_TRUE(client->payments().refresh(kUnit, job));
    noFaults();
    // The failed item is free again, the paid ones are not.
    const auto again = client->payments().pay(kUnit, agreement, some(0, 1), job);
    ASSERT_TRUE(again) << again.error().code.toStdString();
    EXPECT_EQ(again->payment.state, SubmissionState::Succeeded);
    const auto paid = client->payments().pay(kUnit, agreement, some(1, 1), job);
    ASSERT_FALSE(paid);
}

/// 税库银超时 and its like may hide a deduction: nothing is paid again before the clerk has asked and made sure.
TEST_F(Payment, AnAmbiguousBankTextHoldsUntilItIsConfirmed)
{
    for (const char *code : {"bank-timeout", "treasury-timeout", "communication", "queue-failed", "system-closed",
                             "outside-hours", "cancelled", "unknown-state"}) {
        fault((std::string("partial=") + code + ":PUT /v1/payments").c_str());
        const auto outcome = client->payments().pay(kUnit, agreement, some(0, 2), job);
        ASSERT_TRUE(outcome) << code;
        EXPECT_EQ(outcome->payment.state, SubmissionState::Unknown) << code;
        EXPECT_EQ(outcome->items[0].state, SubmissionState::Unknown) << code;
        EXPECT_EQ(outcome->items[1].state, SubmissionState::Succeeded) << code;
        const QString doubtful = outcome->items[0].key;
        // The tax side lists it as open again; here it is held, for both ways to pay.
        const auto listed = client->payments().refresh(kUnit, job);
        ASSERT_TRUE(listed);
        const auto row =
            std::find_if(listed->rows.begin(), listed->rows.end(), [&](const auto &one) { return one.id == doubtful; });
        ASSERT_NE(row, listed->rows.end());
        EXPECT_EQ(row->hold, ArrearHold::InDoubt);
        EXPECT_EQ(row->heldBy, outcome->payment.id);
        EXPECT_EQ(client->payments().pay(kUnit, agreement, paying({doubtful}), job).error().code,
                  QStringLiteral("payment.closed"));
        EXPECT_EQ(client->payments().issueVoucher(kUnit, paying({doubtful}), job).error().code,
                  QStringLiteral("payment.closed"));
        // Asking alone, and feedback by itself, do not free it.
        EXPECT_EQ(client->payments().askOutcome(outcome->payment.id, job)->payment.state, SubmissionState::Unknown);
        ASSERT_TRUE(client->outbox().feedback(kUnit, {SubmissionKind::Payment}, job));
        EXPECT_FALSE(client->payments().pay(kUnit, agreement, paying({doubtful}), job));
        const auto confirmed = client->payments().confirmNotDeducted(outcome->payment.id, job);
        ASSERT_TRUE(confirmed);
        EXPECT_EQ(confirmed->payment.state, SubmissionState::Partial);
        // What is left for the next code: the one that failed, and fresh ones.
        arrears = client->payments().refresh(kUnit, job)->rows;
        if (arrears.size() < 2)
            break;
    }
    noFaults();
    EXPECT_TRUE(client->payments().pay(kUnit, agreement, some(0, 1), job));
    const auto books = ledger();
    for (const auto &[id, times] : books["paidTimes"].items())
        EXPECT_EQ(times.get<int>(), 1) << id;
}

/// What one machine cannot be sure of, another does not pay either; whoever has made sure frees it for both.
TEST_F(Payment, ADoubtIsKnownToEveryMachine)
{
    auto other = connect(QStringLiteral("second"));
    logIn(*other, tests::kPassword);
    ASSERT_TRUE(other->payments().refresh(kUnit, job));
    fault("partial=bank-timeout:PUT /v1/payments");
    const auto outcome = client->payments().pay(kUnit, agreement, some(0, 1), job);
    ASSERT_TRUE(outcome);
    ASSERT_EQ(outcome->payment.state, SubmissionState::Unknown);
    noFaults();
    // The other still shows it as it was, and asks before it pays.
    EXPECT_EQ(other->payments().pay(kUnit, agreement, some(0, 1), job).error().code, QStringLiteral("payment.closed"));
    EXPECT_EQ(other->payments().issueVoucher(kUnit, some(0, 1), job).error().code, QStringLiteral("payment.closed"));
    const auto listed = other->payments().refresh(kUnit, job);
    ASSERT_TRUE(listed);
    EXPECT_EQ(listed->rows.front().hold, ArrearHold::InDoubt);
    const auto known = other->payments().outcome(outcome->payment.id);
    ASSERT_TRUE(known);
    EXPECT_TRUE(known->payment.elsewhere);
    EXPECT_FALSE(known->items.front().item.noticeNumber.isEmpty());
    // Its clerk has made sure, and pays.
    ASSERT_TRUE(other->payments().confirmNotDeducted(outcome->payment.id, job));
    const auto paid = other->payments().pay(kUnit, agreement, some(0, 1), job);
    ASSERT_TRUE(paid) << paid.error().code.toStdString();
    ASSERT_EQ(paid->payment.state, SubmissionState::Succeeded);
    // So the first has nothing to wonder about any more, and knows who paid.
    const auto rest = client->payments().refresh(kUnit, job);
    ASSERT_TRUE(rest);
    EXPECT_EQ(rest->rows.size(), arrears.size() - 1);
    EXPECT_EQ(client->payments().outcome(outcome->payment.id)->payment.state, SubmissionState::Failed);
    const auto theirs = client->payments().outcome(paid->payment.id);
    ASSERT_TRUE(theirs);
    EXPECT_TRUE(theirs->payment.elsewhere);
    EXPECT_EQ(theirs->items.front().taxReceiptNumber, paid->items.front().taxReceiptNumber);
    // A later look does not bring back the doubt that the clerk has ended.
    ASSERT_TRUE(other->payments().refresh(kUnit, job));
    EXPECT_EQ(other->payments().outcome(outcome->payment.id)->payment.state, SubmissionState::Failed);
    const auto books = ledger();
    for (const auto &[id, times] : books["paidTimes"].items())
        EXPECT_EQ(times.get<int>(), 1) << id;
}

/// A plain no of a bank is over; it is no record of anybody else.
TEST_F(Payment, WhatFailedElsewhereIsNoRecordHere)
{
    auto other = connect(QStringLiteral("second"));
    logIn(*other, tests::kPassword);
    fault("partial=balance-insufficient:PUT /v1/payments");
    const auto outcome = client->payments().pay(kUnit, agreement, some(0, 1), job);
    ASSERT_TRUE(outcome);
    noFaults();
    ASSERT_TRUE(other->payments().refresh(kUnit, job));
    EXPECT_FALSE(other->payments().outcome(outcome->payment.id));
    EXPECT_TRUE(other->payments().pay(kUnit, agreement, some(0, 1), job));
}

TEST_F(Payment, MoneyThatMovedAfterAllIsFoundByAsking)
{
    fault("partial=bank-timeout+late:PUT /v1/payments");
    const auto outcome = client->payments().pay(kUnit, agreement, some(0, 1), job);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->payment.state, SubmissionState::Unknown);
    noFaults();
    auto asked = *outcome;
    for (int i = 0; i < 100 && asked.payment.state == SubmissionState::Unknown; ++i) {
        QThread::msleep(20);
        asked = client->payments().askOutcome(outcome->payment.id, job).value();
    }
    EXPECT_EQ(asked.payment.state, SubmissionState::Succeeded);
    EXPECT_EQ(asked.items[0].taxReceiptNumber.size(), 18);
    EXPECT_EQ(client->payments().refresh(kUnit, job)->rows.size(), arrears.size() - 1);
    const auto books = ledger();
    for (const auto &[id, times] : books["paidTimes"].items())
        EXPECT_EQ(times.get<int>(), 1) << id;
}

/// The confirmation comes too late to pay twice: the tax side is asked once more, and its answer counts.
TEST_F(Payment, AConfirmationNeverOverrulesADeduction)
{
    fault("partial=unknown-state+late:PUT /v1/payments");
    const auto outcome = client->payments().pay(kUnit, agreement, some(0, 1), job);
    ASSERT_TRUE(outcome);
    ASSERT_EQ(outcome->payment.state, SubmissionState::Unknown);
    QThread::msleep(200);
    const auto confirmed = client->payments().confirmNotDeducted(outcome->payment.id, job);
    ASSERT_TRUE(confirmed);
    EXPECT_EQ(confirmed->payment.state, SubmissionState::Succeeded);
    EXPECT_FALSE(client->payments().pay(kUnit, agreement, some(0, 1), job));
}

TEST_F(Payment, EveryStateIsKept)
{
    fault("partial=bank-timeout:PUT /v1/payments");
    const auto outcome = client->payments().pay(kUnit, agreement, some(0, 1), job);
    ASSERT_TRUE(outcome);
    ASSERT_TRUE(client->payments().confirmNotDeducted(outcome->payment.id, job));
    const auto history = client->outbox().history(outcome->payment.id);
    ASSERT_TRUE(history);
    QVector<SubmissionState> states;
    for (const auto &event : *history)
        states << event.state;
    const QVector<SubmissionState> expected{SubmissionState::Pending, SubmissionState::Sending,
                                            SubmissionState::Awaiting, SubmissionState::Unknown,
                                            SubmissionState::Failed};
    EXPECT_EQ(states, expected);
    EXPECT_EQ(history->at(3).reasonText, QStringLiteral("税库银超时"));
    EXPECT_TRUE(history->at(2).reasonText.isEmpty());
}

TEST_F(Payment, AnExpiredVoucherIsFoundAndFreesItsItems)
{
    const auto issued = client->payments().issueVoucher(kUnit, some(0, 2), job);
    ASSERT_TRUE(issued);
    server->clock().setNow(server->clock().now().addDays(40));
    client->clock().setNow(server->clock().now());
    logIn(*client, tests::kPassword);
    ASSERT_TRUE(client->payments().settleVouchers(kUnit, job));
    EXPECT_EQ(client->outbox().find(issued->id)->state, SubmissionState::Expired);
    const auto rows = client->payments().refresh(kUnit, job)->rows;
    EXPECT_EQ(rows[0].hold, ArrearHold::Open);
    EXPECT_GT(rows[0].lateFee.fen(), 0) << "past its day 滞纳金 grows, as the tax side computes it";
    EXPECT_EQ(rows[0].total, rows[0].due + rows[0].lateFee);
    EXPECT_FALSE(client->payments().voidVoucher(kUnit, issued->id, job));
}

/// 滞纳金 has grown since the clerk confirmed the sum: neither way to pay goes on with the other amount.
TEST_F(Payment, AnAmountThatGrewAfterItWasConfirmedIsNotPaid)
{
    const auto confirmed = some(0, 2);
    server->clock().setNow(server->clock().now().addDays(40));
    client->clock().setNow(server->clock().now());
    logIn(*client, tests::kPassword);
    arrears = client->payments().refresh(kUnit, job)->rows;
    ASSERT_NE(arrears[0].total, confirmed[0].amount);
    const auto paid = client->payments().pay(kUnit, agreement, confirmed, job);
    ASSERT_FALSE(paid);
    EXPECT_EQ(paid.error().code, QStringLiteral("payment.changed"));
    EXPECT_EQ(client->payments().issueVoucher(kUnit, confirmed, job).error().code, QStringLiteral("payment.changed"));
    EXPECT_TRUE(ledger()["payments"].empty());
    const auto again = client->payments().pay(kUnit, agreement, some(0, 2), job);
    ASSERT_TRUE(again) << again.error().code.toStdString();
    EXPECT_EQ(again->payment.total, arrears[0].total + arrears[1].total);
}

TEST_F(Payment, UnverifiedAgreementIsRefusedWithAReason)
{
    const auto outcome = client->payments().pay(kUnit, QStringLiteral("SF14010000000102"), some(0, 1), job);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->payment.state, SubmissionState::Failed);
    EXPECT_EQ(outcome->payment.reasonCode, QStringLiteral("agreement-invalid"));
}

TEST_F(Payment, AVoucherHoldsItsItems)
{
    const auto issued = client->payments().issueVoucher(kUnit, some(0, 2), job);
    ASSERT_TRUE(issued) << issued.error().code.toStdString();
    EXPECT_EQ(issued->state, SubmissionState::Succeeded);
    const auto voucher = client->payments().voucher(issued->id);
    ASSERT_TRUE(voucher);
    EXPECT_EQ(voucher->items.size(), 2);
    EXPECT_EQ(voucher->total, arrears[0].total + arrears[1].total);
    const auto held = client->payments().pay(kUnit, agreement, some(0, 1), job);
    ASSERT_FALSE(held);
    EXPECT_EQ(held.error().code, QStringLiteral("payment.closed"));
    EXPECT_EQ(client->payments().refresh(kUnit, job)->rows[0].hold, ArrearHold::InVoucher);

    const auto voiding = client->payments().voidVoucher(kUnit, issued->id, job);
    ASSERT_TRUE(voiding);
    settleAll(*client, {SubmissionKind::VoucherVoiding});
    EXPECT_EQ(client->payments().refresh(kUnit, job)->rows[0].hold, ArrearHold::Open);
    EXPECT_TRUE(client->payments().pay(kUnit, agreement, some(0, 1), job));
}

TEST_F(Payment, AVoucherKeepsItsPayerForTheNextPrint)
{
    const domain::Payer first{QStringLiteral("示例单位"), QStringLiteral("示范银行"), QStringLiteral("6222000000000015")};
    const auto issued = client->payments().issueVoucher(kUnit, some(0, 1), job, first);
    ASSERT_TRUE(issued);
    const auto kept = client->payments().payer(issued->id);
    ASSERT_TRUE(kept && *kept);
    EXPECT_EQ((*kept)->bankName, first.bankName);
    EXPECT_EQ((*kept)->account, first.account);
    auto corrected = first;
    corrected.account = QStringLiteral("6222000000000023");
    ASSERT_TRUE(client->payments().voucherPaper(issued->id, corrected));
    EXPECT_EQ((*client->payments().payer(issued->id))->account, corrected.account);
    EXPECT_FALSE(*client->payments().payer(QStringLiteral("no-such")));
}

TEST_F(Payment, AVoucherThatWasNeverIssuedIsRefused)
{
    const auto unknown = client->payments().voucher(QStringLiteral("no-such"));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, QStringLiteral("voucher.not-issued"));
}

}  // namespace
