// What an answer may do to a submission here, and what it may not (X1): one that is late, and one that denies it.
#include "service/practice.h"

#include <thread>

namespace {

using domain::FeeKind;
using domain::SubmissionKind;
using domain::SubmissionState;
using tests::kUnit;

class OutboxAnswers : public tests::Practice {
protected:
    /// In the place of the tax side another one that knows the unit, but nothing that was submitted.
    void forgetEverything()
    {
        taxside::Options options;
        options.employees = employees;
        options.admin = true;
        options.port = address.port();
        options.dbFile = folder.filePath(QStringLiteral("other.db"));
        server.reset();
        server = std::make_unique<taxside::Server>(options);
        server->clock().setNow(client->clock().now());
        ASSERT_TRUE(server->start());
        logIn(*client, unit.right(6));
    }
    void expectVanished(const QString &id)
    {
        const auto before = client->outbox().find(id);
        ASSERT_TRUE(before);
        const auto asked = client->outbox().settle(id, job);
        ASSERT_FALSE(asked) << int(asked->state);
        EXPECT_EQ(asked.error().code, QStringLiteral("outbox.vanished"));
        EXPECT_EQ(asked.error().sent, base::Sent::Yes);
        EXPECT_EQ(client->outbox().find(id)->state, before->state);
        EXPECT_EQ(client->outbox().withdraw(id, job).error().code, QStringLiteral("outbox.not-pending"));
    }
    QString firstArrear() { return client->payments().arrears(kUnit)->rows.front().id; }
};

TEST_F(OutboxAnswers, WhatWasAcknowledgedIsNeverTakenForNotArrived)
{
    ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto list = client->fees().assessments(kUnit, FeeKind::Daily);
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring({list->rows[0].id}), job);
    ASSERT_TRUE(sent);
    ASSERT_EQ(sent->state, SubmissionState::Awaiting);
    forgetEverything();
    expectVanished(sent->id);
    const auto report = client->outbox().feedback(kUnit, {SubmissionKind::Fee}, job);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->neverArrived.empty());
    ASSERT_TRUE(report->error);
    EXPECT_EQ(report->error->code, QStringLiteral("outbox.vanished"));
}

TEST_F(OutboxAnswers, AVoucherThatWasIssuedStaysIssued)
{
    declareAll();
    const auto voucher = client->payments().issueVoucher(kUnit, paying({firstArrear()}), job);
    ASSERT_TRUE(voucher);
    ASSERT_EQ(voucher->state, SubmissionState::Succeeded);
    forgetEverything();
    expectVanished(voucher->id);
}

TEST_F(OutboxAnswers, APaymentWithAnAmbiguousBankTextHasArrived)
{
    declareAll();
    fault("partial=bank-timeout:PUT /v1/payments");
    const auto paid = client->payments().pay(kUnit, QStringLiteral("SF14010000000101"), paying({firstArrear()}), job);
    ASSERT_TRUE(paid);
    ASSERT_EQ(paid->payment.state, SubmissionState::Unknown);
    forgetEverything();
    expectVanished(paid->payment.id);
}

/// A server address that leads elsewhere says nothing about what arrived.
TEST_F(OutboxAnswers, AnAddressThatNobodyServesIsNotAnAnswerAboutASubmission)
{
    ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto list = client->fees().assessments(kUnit, FeeKind::Daily);
    fault("drop-after:PUT /v1/fee-declarations:1");
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring({list->rows[0].id}), job);
    ASSERT_TRUE(sent);
    ASSERT_EQ(sent->state, SubmissionState::Unknown);
    http::Client wire({"test", {}});
    const gateway::TaxSide astray(wire, address.resolved(QUrl(QStringLiteral("elsewhere/"))));
    gateway::Access access;
    access.taxSide = &astray;
    const auto asked = gateway::ask(access, SubmissionKind::Fee, sent->id, job);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, QStringLiteral("unknown-path"));
}

/// The voucher is voided while an answer from before is on its way.
TEST_F(OutboxAnswers, ALateAnswerDoesNotUndoWhatCameMeanwhile)
{
    declareAll();
    const auto voucher = client->payments().issueVoucher(kUnit, paying({firstArrear()}), job);
    ASSERT_TRUE(voucher);
    fault("slow=1500:GET /v1/vouchers/:1");
    std::thread asks([&] {
        base::Job own;
        const auto asked = client->outbox().settle(voucher->id, own);
        ASSERT_TRUE(asked);
        EXPECT_EQ(asked->state, SubmissionState::Voided);
    });
    while (!server->pendingFaults().isEmpty())
        QThread::msleep(5);
    QThread::msleep(100);  // the answer is written, its bytes are under way
    const auto voided = client->payments().voidVoucher(kUnit, voucher->id, job);
    ASSERT_TRUE(voided);
    EXPECT_EQ(client->outbox().find(voucher->id)->state, SubmissionState::Voided);
    asks.join();
    EXPECT_EQ(client->outbox().find(voucher->id)->state, SubmissionState::Voided);
    EXPECT_TRUE(client->payments().issueVoucher(kUnit, paying({firstArrear()}), job)) << "its item is free";
}

}  // namespace
