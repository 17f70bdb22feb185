// What was sent, and what may have been, after a restore (X1, X2): nothing can be submitted twice.
#include "service/backup_practice.h"

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using domain::Month;
using domain::SubmissionKind;
using domain::SubmissionState;
using store::Restored;
using tests::BackupTest;
using tests::kDaily;

class RestoreSent : public BackupTest {
protected:
    void restore(const QString &file, const char *name = "first")
    {
        ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
        ASSERT_TRUE(client->backups().confirmRestore());
        restart(name);
        ASSERT_EQ(client->restored(), Restored::Applied);
        logIn(*client, tests::kPassword);
    }
    std::vector<domain::Staff> contributing(int count)
    {
        domain::StaffQuery normal;
        normal.state = domain::ContributionState::Normal;
        return *client->staff().window(unit, normal, store::StaffOrder::PersonNumber, false, 0, count);
    }
    Month present() const { return Month::of(client->clock().today()); }
    void draft(const domain::Staff &person, const domain::WageForm &form, qint64 fen)
    {
        ASSERT_TRUE(client->wages().add(unit, form, person.id, tests::wage(fen),
                                        form.kind == domain::WageKind::Daily ? std::optional(present()) : std::nullopt));
    }
    QStringList inDraft(const domain::WageForm &form)
    {
        QStringList people;
        for (const auto &line : *client->wages().draft(unit, form))
            people << line.staffId;
        return people;
    }
    base::Result<service::PaymentOutcome> pay(const QString &arrear)
    {
        return client->payments().pay(unit, QStringLiteral("SF14010000000101"), paying({arrear}), job);
    }
    std::optional<SubmissionState> stateOf(const QString &id)
    {
        const auto found = client->outbox().find(id);
        return found ? std::optional(found->state) : std::nullopt;
    }
};

/// Wages hold nothing by themselves: only a draft without them keeps them from being sent again.
TEST_F(RestoreSent, WagesThatWereSentStandInNoDraft)
{
    const auto people = contributing(3);
    draft(people[0], kDaily, 765432);
    draft(people[1], kDaily, 812345);
    draft(people[0], tests::kAnnual, 700000);
    const auto file = made();
    ASSERT_TRUE(client->wages().remove(unit, kDaily, {people[1].id}));
    const auto sent = client->wages().submit(unit, kDaily, true, job);
    ASSERT_TRUE(sent);
    ASSERT_NO_FATAL_FAILURE(restore(file));
    EXPECT_EQ(inDraft(kDaily), QStringList{people[1].id}) << "who was not sent still stands there";
    EXPECT_EQ(inDraft(tests::kAnnual), QStringList{people[0].id});
    settleAll(*client, {SubmissionKind::Wage});
    EXPECT_EQ(stateOf(sent->id), SubmissionState::Succeeded);
    EXPECT_EQ(ledger()["wageDeclarations"].size(), 1u);
}

TEST_F(RestoreSent, LinesThatTheTaxSideRejectedStayInTheDraft)
{
    const auto people = contributing(2);
    ASSERT_TRUE(people[1].wage);
    draft(people[0], kDaily, 765432);
    draft(people[1], kDaily, people[1].wage->fen());  // 基数没有发生变化
    const auto file = made();
    const auto sent = client->wages().submit(unit, kDaily, true, job);
    ASSERT_TRUE(sent);
    settleAll(*client, {SubmissionKind::Wage});
    ASSERT_EQ(stateOf(sent->id), SubmissionState::Partial);
    ASSERT_NO_FATAL_FAILURE(restore(file));
    EXPECT_EQ(inDraft(kDaily), QStringList{people[1].id});
}

TEST_F(RestoreSent, WhatWasPaidCannotBePaidAgain)
{
    declareAll();
    const auto arrears = client->payments().arrears(unit)->rows;
    const auto file = made();
    ASSERT_TRUE(pay(arrears[0].id));
    const auto voucher = client->payments().issueVoucher(unit, paying({arrears[1].id}), job);
    ASSERT_TRUE(voucher);
    ASSERT_NO_FATAL_FAILURE(restore(file));
    for (const auto &arrear : {arrears[0].id, arrears[1].id}) {
        const auto paid = pay(arrear);
        ASSERT_FALSE(paid);
        EXPECT_EQ(paid.error().code, QStringLiteral("payment.closed"));
        const auto issued = client->payments().issueVoucher(unit, paying({arrear}), job);
        ASSERT_FALSE(issued);
        EXPECT_EQ(issued.error().code, QStringLiteral("payment.closed"));
    }
    EXPECT_EQ(ledger()["payments"].size(), 1u);
    EXPECT_EQ(ledger()["vouchers"].size(), 1u);
}

/// Two machines, and a clock that stands wrong: what was answered is not under way again.
TEST_F(RestoreSent, TheStateThatHasComeFurtherStaysWhateverTheClocksSay)
{
    const auto list = client->fees().refresh(unit, domain::FeeKind::Daily, job);
    ASSERT_TRUE(list);
    const auto sent = client->fees().submit(unit, domain::FeeKind::Daily, declaring({list->rows.front().id}), job);
    ASSERT_TRUE(sent);
    const auto underWay = made();
    ASSERT_EQ(stateOf(sent->id), SubmissionState::Awaiting);
    settleAll(*client, {SubmissionKind::Fee});
    const auto answered = made("b.sbbak");
    const auto live = [this](const char *sql) {
        client.reset();
        Connection(data() + QStringLiteral("/shebao.db"), Access::ReadWrite, app::keyOf(data()).value()).script(sql);
        client = connect(QStringLiteral("first"));
    };
    live("UPDATE submission_event SET at = '2020' || substr(at, 5)");  // set back
    ASSERT_NO_FATAL_FAILURE(restore(underWay));
    EXPECT_EQ(stateOf(sent->id), SubmissionState::Succeeded);

    live("DELETE FROM submission_event; UPDATE submission SET state = 3;"
         "UPDATE submission_event SET at = '2099' || substr(at, 5)");
    ASSERT_NO_FATAL_FAILURE(restore(answered));
    EXPECT_EQ(stateOf(sent->id), SubmissionState::Succeeded);
}

/// 待提交 in a backup is what was true when it was made.
TEST_F(RestoreSent, WhatABackupCallsPendingIsAskedBeforeItIsBelieved)
{
    ASSERT_TRUE(client->fees().refresh(unit, domain::FeeKind::Daily, job));
    const auto fees = client->fees().assessments(unit, domain::FeeKind::Daily)->rows;
    client->units().leave(unit, job);
    const auto sent = client->fees().submit(unit, domain::FeeKind::Daily, declaring({fees[0].id}), job);
    const auto kept = client->fees().submit(unit, domain::FeeKind::Daily, declaring({fees[1].id}), job);
    ASSERT_TRUE(sent && kept);
    ASSERT_EQ(sent->state, SubmissionState::Pending);
    const auto file = made();
    logIn(*client, tests::kPassword);
    ASSERT_TRUE(client->outbox().resend(sent->id, job));

    restart("second");  // the first folder is lost
    ASSERT_NO_FATAL_FAILURE(restore(file, "second"));
    for (const auto &id : {sent->id, kept->id}) {
        EXPECT_EQ(stateOf(id), SubmissionState::Unknown);
        EXPECT_EQ(client->outbox().find(id)->reasonCode, QStringLiteral("outbox.restored"));
        EXPECT_EQ(client->outbox().withdraw(id, job).error().code, QStringLiteral("outbox.not-pending"));
    }
    const auto chain = client->trail().check(unit, job);
    ASSERT_TRUE(chain);
    EXPECT_EQ(chain->firstWrong, 0);
    const auto report = client->outbox().feedback(unit, {SubmissionKind::Fee}, job);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->neverArrived.size(), 1u);
    EXPECT_EQ(report->neverArrived.front().id, kept->id);
    ASSERT_TRUE(client->outbox().resend(kept->id, job)) << "its body is still here";
    settleAll(*client, {SubmissionKind::Fee});
    for (const auto &id : {sent->id, kept->id})
        EXPECT_EQ(stateOf(id), SubmissionState::Succeeded);
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 2u);
}

TEST_F(RestoreSent, WhatThisMachineItselfCallsPendingIsPending)
{
    ASSERT_TRUE(client->fees().refresh(unit, domain::FeeKind::Daily, job));
    const auto id = client->fees().assessments(unit, domain::FeeKind::Daily)->rows.front().id;
    client->units().leave(unit, job);
    const auto sent = client->fees().submit(unit, domain::FeeKind::Daily, declaring({id}), job);
    ASSERT_TRUE(sent);
    ASSERT_NO_FATAL_FAILURE(restore(made()));
    EXPECT_EQ(stateOf(sent->id), SubmissionState::Pending);
    EXPECT_TRUE(client->outbox().withdraw(sent->id, job));
}

/// Cut off between the two renames, and nothing of what was there is known.
TEST_F(RestoreSent, WithoutALiveFileNothingIsBelieved)
{
    ASSERT_TRUE(client->fees().refresh(unit, domain::FeeKind::Daily, job));
    const auto id = client->fees().assessments(unit, domain::FeeKind::Daily)->rows.front().id;
    client->units().leave(unit, job);
    const auto sent = client->fees().submit(unit, domain::FeeKind::Daily, declaring({id}), job);
    ASSERT_TRUE(sent);
    const auto file = made();
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    client.reset();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(data() + QStringLiteral("/shebao.db") + QLatin1String(end));
    client = connect(QStringLiteral("first"));
    ASSERT_TRUE(client);
    ASSERT_EQ(client->restored(), Restored::Applied);
    EXPECT_EQ(stateOf(sent->id), SubmissionState::Unknown);
}

}  // namespace
