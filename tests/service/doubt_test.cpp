// Money that may be moving, and what was thought not to have arrived: nothing is sent beside it (X1, X4).

#include "gateway/fee.h"
#include "service/outbox.h"
#include "service/practice.h"

namespace {

using domain::ArrearHold;
using domain::FeeKind;
using domain::Submission;
using domain::SubmissionKind;
using domain::SubmissionState;
using tests::kUnit;

class Doubt : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
        ASSERT_TRUE(list);
        const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring({list->rows.first().id}), job);
        ASSERT_TRUE(sent);
        settleAll(*client, {SubmissionKind::Fee});
        declaration = sent->id;
        const auto arrears = client->payments().refresh(kUnit, job);
        ASSERT_TRUE(arrears && arrears->rows.size() == 1);
        for (const auto &candidate : *client->payments().agreements(kUnit, job)) {
            if (candidate.verified)
                agreement = candidate.number;
        }
    }
    QVector<domain::ConfirmedAmount> theArrear() { return paying({client->payments().arrears(kUnit)->rows.first().id}); }

    /// The bank leaves it open whether the money went.
    void payInDoubt(app::Application &machine, const QVector<domain::ConfirmedAmount> &what)
    {
        fault("partial=bank-timeout:PUT /v1/payments");
        const auto paid = machine.payments().pay(kUnit, agreement, what, job);
        ASSERT_TRUE(paid) << paid.error().code.toStdString();
        ASSERT_EQ(paid->payment.state, SubmissionState::Unknown);
        noFaults();
    }
    /// Sent, and provably not there.
    Submission neverArrived(const std::function<base::Result<Submission>()> &submit, const char *kind)
    {
        EXPECT_TRUE(server->setFaults({QStringLiteral("drop-before:PUT /v1/") + QLatin1String(kind)}));
        const auto sent = submit();
        EXPECT_TRUE(sent);
        noFaults();
        const auto asked = client->outbox().settle(sent->id, job);
        EXPECT_EQ(asked->state, SubmissionState::Pending);
        return *asked;
    }

    QString declaration;
    QString agreement;
};

TEST_F(Doubt, APaymentIsNotSentAgainBesideAnotherMachinesDoubt)
{
    auto other = connect(QStringLiteral("second"));
    logIn(*other, tests::kPassword);
    ASSERT_TRUE(other->payments().refresh(kUnit, job));
    const auto arrear = theArrear();
    const auto mine = neverArrived(
        [&]() -> base::Result<Submission> {
            const auto outcome = client->payments().pay(kUnit, agreement, arrear, job);
            return outcome ? base::Result(outcome->payment) : outcome.error();
        },
        "payments");
    payInDoubt(*other, arrear);
    const auto again = client->outbox().resend(mine.id, job);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, QStringLiteral("outbox.held"));
    EXPECT_EQ(again.error().sent, base::Sent::No);
    EXPECT_EQ(client->outbox().find(mine.id)->state, SubmissionState::Pending);
    EXPECT_EQ(client->payments().arrears(kUnit)->rows.first().hold, ArrearHold::InDoubt) << "the doubt is what is shown";
    ASSERT_TRUE(client->outbox().withdraw(mine.id, job));
    EXPECT_EQ(ledger()["payments"].size(), 1u);
}

TEST_F(Doubt, ADeclarationIsNotVoidedWhileItsPaymentIsInDoubt)
{
    auto other = connect(QStringLiteral("second"));
    logIn(*other, tests::kPassword);
    ASSERT_TRUE(other->payments().refresh(kUnit, job));
    const auto today = other->clock().today();
    ASSERT_TRUE(other->fees().sync(kUnit, today, today, job));
    payInDoubt(*client, theArrear());
    for (auto *machine : {client.get(), other.get()}) {
        const auto voiding = machine->fees().voidDeclaration(kUnit, declaration, QStringLiteral("申报有误"), job);
        ASSERT_FALSE(voiding);
        EXPECT_EQ(voiding.error().code, QStringLiteral("outbox.held"));
        EXPECT_EQ(machine->outbox().find(declaration)->state, SubmissionState::Succeeded);
    }
}

/// The web may void it all the same; declared anew it is owed under another id, and the doubt still holds it.
TEST_F(Doubt, APaymentInDoubtHoldsTheFeeThatIsDeclaredAnew)
{
    const auto before = theArrear();
    auto other = connect(QStringLiteral("second"));
    logIn(*other, tests::kPassword);
    const auto today = other->clock().today();
    ASSERT_TRUE(other->fees().sync(kUnit, today, today, job));
    payInDoubt(*client, before);
    service::Intent web;  // knows nothing of payments
    web.kind = SubmissionKind::FeeVoiding;
    web.variant = QStringLiteral("daily");
    web.targetId = declaration;
    web.body = gateway::feeVoidingBody(declaration, QStringLiteral("申报有误"));
    ASSERT_TRUE(other->outbox().submit(kUnit, web, job));
    settleAll(*other, {SubmissionKind::FeeVoiding});
    ASSERT_TRUE(client->fees().sync(kUnit, today, today, job));
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(list);
    QStringList all;
    for (const auto &row : list->rows)
        all << row.id;
    ASSERT_TRUE(client->fees().submit(kUnit, FeeKind::Daily, declaring(all), job));
    settleAll(*client, {SubmissionKind::Fee});
    const auto owed = client->payments().refresh(kUnit, job);
    ASSERT_TRUE(owed);
    int held = 0;
    for (const auto &arrear : owed->rows) {
        EXPECT_NE(arrear.id, before.first().id);
        if (arrear.hold != ArrearHold::InDoubt)
            continue;
        ++held;
        const auto anew = client->payments().pay(kUnit, agreement, paying({arrear.id}), job);
        ASSERT_FALSE(anew);
        EXPECT_EQ(anew.error().code, QStringLiteral("payment.closed"));
    }
    EXPECT_EQ(held, 1);
}

TEST_F(Doubt, APaymentThatTurnsUpInTheListIsNotPendingAnyMore)
{
    ASSERT_TRUE(server->setFaults({QStringLiteral("late=700:PUT /v1/payments:1")}));
    const auto paid = client->payments().pay(kUnit, agreement, theArrear(), job);
    ASSERT_TRUE(paid);
    ASSERT_EQ(client->outbox().settle(paid->payment.id, job)->state, SubmissionState::Pending);
    QThread::msleep(1000);
    ASSERT_TRUE(client->payments().refresh(kUnit, job));
    EXPECT_EQ(client->outbox().find(paid->payment.id)->state, SubmissionState::Succeeded);
    EXPECT_EQ(client->outbox().items(paid->payment.id)->first().taxReceiptNumber.size(), 18);
}

TEST_F(Doubt, ADeclarationThatTurnsUpInTheListIsNotPendingAnyMore)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(list && !list->rows.isEmpty());
    ASSERT_TRUE(server->setFaults({QStringLiteral("late=700:PUT /v1/fee-declarations:1")}));
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring({list->rows.first().id}), job);
    ASSERT_TRUE(sent);
    ASSERT_EQ(client->outbox().settle(sent->id, job)->state, SubmissionState::Pending);
    QThread::msleep(1000);
    const auto today = client->clock().today();
    ASSERT_TRUE(client->fees().sync(kUnit, today, today, job));
    settleAll(*client, {SubmissionKind::Fee});
    EXPECT_EQ(client->outbox().find(sent->id)->state, SubmissionState::Succeeded);
    EXPECT_EQ(client->outbox().items(sent->id)->first().state, SubmissionState::Succeeded);
    EXPECT_EQ(client->outbox().withdraw(sent->id, job).error().code, QStringLiteral("outbox.not-pending"));
}

/// What is printed is when it was paid, not when somebody first tried.
TEST_F(Doubt, TheDayOfARecordIsTheDayItArrived)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(list && !list->rows.isEmpty());
    const auto mine = neverArrived(
        [&] { return client->fees().submit(kUnit, FeeKind::Daily, declaring({list->rows.first().id}), job); }, "fee-declarations");
    const auto later = tests::beginning().addDays(2);
    server->clock().setNow(later);
    client->clock().setNow(later);
    logIn(*client, tests::kPassword);
    ASSERT_TRUE(client->outbox().resend(mine.id, job));
    const auto sent = client->outbox().find(mine.id);
    EXPECT_EQ(sent->createdAt.date(), later.date());
    EXPECT_NE(mine.createdAt.date(), later.date());
}

TEST_F(Doubt, AVoucherNobodyKnowsDoesNotKeepTheRestFromBeingPaid)
{
    declareAll();
    const auto rows = client->payments().arrears(kUnit)->rows;
    ASSERT_GE(rows.size(), 2);
    ASSERT_TRUE(client->payments().issueVoucher(kUnit, paying({rows[0].id}), job));
    fault("status=404:GET /v1/vouchers/");
    const auto listed = client->payments().refresh(kUnit, job);
    ASSERT_TRUE(listed) << listed.error().code.toStdString();
    EXPECT_EQ(listed->rows[0].hold, ArrearHold::InVoucher);
    EXPECT_TRUE(client->payments().pay(kUnit, agreement, paying({rows[1].id}), job));
}

}  // namespace
