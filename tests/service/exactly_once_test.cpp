// X1: every fault in every flow; the ledger has each submission once, the client knows what happened.
#include "service/practice.h"

#include <thread>

namespace {

using domain::FeeKind;
using domain::SubmissionKind;
using domain::SubmissionState;
using domain::WageKind;
using tests::kUnit;

struct Flow {
    const char *name;
    const char *path;
    const char *ledger;
    SubmissionKind kind;
};

void PrintTo(const Flow &flow, std::ostream *out)
{
    *out << flow.name;
}

constexpr Flow kFlows[] = {
    {"wage", "/v1/wage-declarations", "wageDeclarations", SubmissionKind::Wage},
    {"fee", "/v1/fee-declarations", "feeDeclarations", SubmissionKind::Fee},
    {"voiding", "/v1/fee-voidings", "voidings", SubmissionKind::FeeVoiding},
    {"payment", "/v1/payments", "payments", SubmissionKind::Payment},
    {"voucher", "/v1/vouchers", "vouchers", SubmissionKind::Voucher},
};
constexpr const char *kFaults[] = {"drop-before", "drop-after", "reset",        "reset-after", "status=503",
                                   "status-after=500", "malformed",  "html", "html=502",    "cut",   "late=40"};

class ExactlyOnce : public tests::Practice, public testing::WithParamInterface<std::tuple<Flow, const char *>> {
public:
    const Flow &flow() const { return std::get<0>(GetParam()); }

protected:
    /// Brings the unit to where this flow's submission is the next step.
    void prepare()
    {
        ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Auto, job));
        if (flow().kind == SubmissionKind::Wage) {
            domain::StaffQuery normal;
            normal.state = domain::ContributionState::Normal;
            const auto people = client->staff().window(kUnit, normal, store::StaffOrder::Name, false, 0, 1);
            ASSERT_TRUE(client->wages().add(kUnit, tests::kDaily, people->front().id, tests::wage(765432),
                                            domain::Month::of(client->clock().today())));
        } else if (flow().kind == SubmissionKind::Fee) {
            ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
        } else {
            declareAll();
        }
    }

    base::Result<domain::Submission> submit()
    {
        switch (flow().kind) {
        case SubmissionKind::Wage: return client->wages().submit(kUnit, tests::kDaily, true, job);
        case SubmissionKind::Fee: {
            const auto list = client->fees().assessments(kUnit, FeeKind::Daily);
            return client->fees().submit(kUnit, FeeKind::Daily, declaring({list->rows[0].id, list->rows[1].id}), job);
        }
        case SubmissionKind::FeeVoiding: {
            const auto records = client->outbox().list(kUnit, {{SubmissionKind::Fee}, std::nullopt, {}, {}});
            return client->fees().voidDeclaration(kUnit, records->front().id, {}, job);
        }
        case SubmissionKind::Payment: {
            const auto outcome
                = client->payments().pay(kUnit, QStringLiteral("SF14010000000101"),
                                         paying({client->payments().arrears(kUnit)->rows[0].id}), job);
            return outcome ? base::Result(outcome->payment) : outcome.error();
        }
        case SubmissionKind::Voucher:
        case SubmissionKind::VoucherVoiding:
            return client->payments().issueVoucher(kUnit, paying({client->payments().arrears(kUnit)->rows[0].id}), job);
        }
        return base::cancelled();
    }
};

TEST_P(ExactlyOnce, LedgerHasItOnce)
{
    prepare();
    const std::string spec = std::string(std::get<1>(GetParam())) + ":PUT " + flow().path + ":1";
    fault(spec.c_str());
    const auto sent = submit();
    ASSERT_TRUE(sent) << sent.error().code.toStdString();
    EXPECT_EQ(sent->state, SubmissionState::Unknown) << sent->reasonCode.toStdString();
    EXPECT_FALSE(sent->reasonCode.isEmpty());

    // While it is unknown, the same thing cannot be submitted again.
    if (flow().kind != SubmissionKind::Wage) {
        const auto again = submit();
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().sent, base::Sent::No);
    }
    settleAll(*client, {flow().kind});
    const auto after = client->outbox().find(sent->id);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->state, SubmissionState::Succeeded);

    const auto books = ledger();
    int found = 0;
    for (const auto &entry : books[flow().ledger])
        found += entry["id"] == sent->id.toStdString();
    EXPECT_EQ(found, 1);
    for (const char *counter : {"declaredTimes", "paidTimes"}) {
        if (!books.contains(counter))
            continue;
        for (const auto &[id, times] : books[counter].items())
            EXPECT_LE(times.get<int>(), 1) << counter << ' ' << id;
    }
}

/// 撤回 of what the tax side had not seen, while a copy was still on its way.
class LateCopy : public ExactlyOnce {
protected:
    int times(const QString &id) const
    {
        const auto books = ledger();
        int found = 0;
        for (const auto &entry : books[flow().ledger])
            found += entry["id"] == id.toStdString();
        return found;
    }
    /// Sent, not answered, and 待提交 again before it has arrived.
    QString neverArrived()
    {
        prepare();
        fault((std::string(std::get<1>(GetParam())) + ":PUT " + flow().path + ":1").c_str());
        const auto sent = submit();
        EXPECT_TRUE(sent && sent->state == SubmissionState::Unknown);
        if (!sent)
            return {};
        const auto asked = client->outbox().settle(sent->id, job);
        EXPECT_TRUE(asked && asked->state == SubmissionState::Pending);
        EXPECT_EQ(asked->reasonCode, QStringLiteral("outbox.never-arrived"));
        return sent->id;
    }
};

TEST_P(LateCopy, IsRefusedAfterTheWithdrawal)
{
    const QString id = neverArrived();
    const auto withdrawn = client->outbox().withdraw(id, job);
    ASSERT_TRUE(withdrawn) << withdrawn.error().code.toStdString();
    EXPECT_FALSE(*withdrawn);
    EXPECT_FALSE(client->outbox().find(id));
    // Under a new id it is done, once; then the first copy arrives.
    const auto again = submit();
    ASSERT_TRUE(again) << again.error().code.toStdString();
    QThread::msleep(1000);
    settleAll(*client, {flow().kind});
    EXPECT_EQ(client->outbox().find(again->id)->state, SubmissionState::Succeeded);
    EXPECT_EQ(times(id), 0);
    EXPECT_EQ(times(again->id), 1);
}

TEST_P(LateCopy, ThatHasArrivedMeanwhileGoesOn)
{
    const QString id = neverArrived();
    QThread::msleep(1000);
    const auto withdrawn = client->outbox().withdraw(id, job);
    ASSERT_TRUE(withdrawn) << withdrawn.error().code.toStdString();
    ASSERT_TRUE(*withdrawn);
    EXPECT_NE((*withdrawn)->state, SubmissionState::Pending);
    settleAll(*client, {flow().kind});
    EXPECT_EQ(client->outbox().find(id)->state, SubmissionState::Succeeded);
    EXPECT_EQ(times(id), 1);
}

INSTANTIATE_TEST_SUITE_P(EveryFlow, LateCopy, testing::Combine(testing::ValuesIn(kFlows), testing::Values("late=700")),
                         [](const auto &chosen) { return std::string(std::get<0>(chosen.param).name); });

INSTANTIATE_TEST_SUITE_P(EveryFaultInEveryFlow, ExactlyOnce,
                         testing::Combine(testing::ValuesIn(kFlows), testing::ValuesIn(kFaults)), [](const auto &chosen) {
                             std::string name = std::string(std::get<0>(chosen.param).name) + "_" + std::get<1>(chosen.param);
                             for (char &c : name)
                                 c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
                             return name;
                         });

/// The disk is full when the answer is to be stored.
class Unstored : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
        item = client->fees().assessments(kUnit, FeeKind::Daily)->rows[0].id;
    }
    void script(const char *sql)
    {
        using namespace base::sqlite;
        const auto data = folder.filePath(QStringLiteral("first"));
        Connection(data + QStringLiteral("/shebao.db"), Access::ReadWrite, app::keyOf(data).value()).script(sql);
    }
    /// Nothing but 发送中 can be stored of a submission.
    void refuseAnswers()
    {
        script("CREATE TRIGGER full BEFORE UPDATE ON submission WHEN NEW.state <> 1 BEGIN SELECT RAISE(ABORT, 'full'); END");
    }
    void storeAgain() { script("DROP TRIGGER full"); }
    SubmissionState state() { return client->outbox().list(kUnit, {{SubmissionKind::Fee}, {}, {}, {}})->front().state; }

    QString item;
};

TEST_F(Unstored, AnAnswerIsAskedForAgainInTheSameProcess)
{
    refuseAnswers();
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring({item}), job);
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().kind, base::Error::Kind::Store);
    EXPECT_EQ(sent.error().sent, base::Sent::Yes);
    EXPECT_EQ(state(), SubmissionState::Sending);
    const auto meanwhile = client->outbox().feedback(kUnit, {SubmissionKind::Fee}, job);
    ASSERT_TRUE(meanwhile && meanwhile->error);
    EXPECT_EQ(meanwhile->error->sent, base::Sent::Yes);
    EXPECT_EQ(client->fees().submit(kUnit, FeeKind::Daily, declaring({item}), job).error().code, QStringLiteral("outbox.held"));
    storeAgain();
    settleAll(*client, {SubmissionKind::Fee});
    EXPECT_EQ(state(), SubmissionState::Succeeded);
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 1u);
}

TEST_F(Unstored, ADoubtSaysThatItMayHaveArrived)
{
    refuseAnswers();
    fault("reset:PUT /v1/fee-declarations:1");
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring({item}), job);
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().sent, base::Sent::Unknown);
    storeAgain();
    const auto report = client->outbox().feedback(kUnit, {SubmissionKind::Fee}, job);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->neverArrived.size(), 1u);
    EXPECT_EQ(state(), SubmissionState::Pending);
}

TEST_F(Unstored, WhatNeverLeftSaysSo)
{
    refuseAnswers();
    server->stop();
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring({item}), job);
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().sent, base::Sent::No);
}

class Refused : public tests::Practice {};

TEST_F(Refused, WithoutAConnectionNothingLeftAndItCanBeSentLater)
{
    ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto list = client->fees().assessments(kUnit, FeeKind::Daily);
    server->stop();
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring({list->rows[0].id}), job);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->state, SubmissionState::Pending);
    EXPECT_EQ(sent->reasonCode, QStringLiteral("network.refused"));
    EXPECT_TRUE(client->outbox().withdraw(sent->id, job)) << "it never left, so nobody has to be told";
}

/// Nobody knows whether the withdrawal has arrived: the record stays, and withdrawing again is harmless.
TEST_F(Refused, AWithdrawalWithoutAnAnswerChangesNothing)
{
    ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto confirmed = declaring({client->fees().assessments(kUnit, FeeKind::Daily)->rows[0].id});
    fault("drop-before:PUT /v1/fee-declarations");
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, confirmed, job);
    ASSERT_TRUE(sent);
    ASSERT_EQ(client->outbox().settle(sent->id, job)->state, SubmissionState::Pending);
    for (const char *lost : {"drop-before:PUT /v1/withdrawals", "drop-after:PUT /v1/withdrawals"}) {
        fault(lost);
        const auto withdrawn = client->outbox().withdraw(sent->id, job);
        ASSERT_FALSE(withdrawn);
        EXPECT_EQ(withdrawn.error().sent, base::Sent::Unknown);
        EXPECT_EQ(client->outbox().find(sent->id)->state, SubmissionState::Pending);
    }
    noFaults();
    // That one had arrived: whoever sends it all the same is refused, with words.
    const auto resent = client->outbox().resend(sent->id, job);
    ASSERT_TRUE(resent);
    EXPECT_EQ(resent->state, SubmissionState::Failed);
    EXPECT_EQ(resent->reasonCode, QStringLiteral("withdrawn"));
    EXPECT_TRUE(ledger()["feeDeclarations"].empty());
    EXPECT_TRUE(client->fees().submit(kUnit, FeeKind::Daily, confirmed, job)) << "and is free to declare anew";
}

TEST_F(Refused, AnExpiredSessionSendsNothing)
{
    ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto list = client->fees().assessments(kUnit, FeeKind::Daily);
    client->units().leave(kUnit, job);
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring({list->rows[0].id}), job);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->state, SubmissionState::Pending);
    EXPECT_TRUE(ledger()["feeDeclarations"].empty());
    logIn(*client, tests::kPassword);
    ASSERT_TRUE(client->outbox().resend(sent->id, job));
    settleAll(*client, {SubmissionKind::Fee});
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 1u);
}

TEST_F(Refused, ManyClicksMakeOneSubmission)
{
    ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto confirmed = declaring({client->fees().assessments(kUnit, FeeKind::Daily)->rows[0].id});
    fault("latency=100:PUT /v1/fee-declarations");
    std::atomic<int> accepted{0};
    std::vector<std::thread> clicks;
    for (int i = 0; i < 8; ++i) {
        clicks.emplace_back([&] {
            base::Job own;
            accepted += client->fees().submit(kUnit, FeeKind::Daily, confirmed, own).has_value();
        });
    }
    for (auto &click : clicks)
        click.join();
    EXPECT_EQ(accepted, 1);
    settleAll(*client, {SubmissionKind::Fee});
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 1u);
}

}  // namespace
