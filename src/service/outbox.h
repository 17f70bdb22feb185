#pragma once
// Exactly once (X1). Everything that changes something at the tax side goes through here:
//
//   submit: intent committed → PUT under its id → answer and state committed
//   settle: ask by id; a submission that never arrived is 待提交 again, and only then may be sent again. What the tax
//           side has once answered for has arrived, whatever it says later
//   withdraw: what may still be on its way is refused by the tax side before it is forgotten here
//
// Only what provably never left stays 待提交. A timeout, a reset, a 5xx, a strange answer or a crash is 结果未知.

#include "gateway/submission.h"
#include "service/environment.h"
#include "service/turns.h"
#include "service/verdict.h"
#include "store/submission_table.h"
#include "store/wage_table.h"

namespace service {

/// What is about to be submitted.
struct Intent {
    domain::SubmissionKind kind = domain::SubmissionKind::Fee;
    QString variant;
    QString targetId;
    QString reference;
    qint64 headcount = 0;
    qint64 itemCount = 0;
    domain::Money total;
    QByteArray body;
    QVector<domain::SubmissionItem> items;  ///< of fees; must be free and as confirmed, or the intent is refused
    QVector<domain::WageLine> lines;        ///< of wages
    std::optional<domain::Payer> payer;     ///< on a voucher
    std::optional<domain::WageForm> clearsDraft;
};

/// What 获取反馈 found.
struct FeedbackReport {
    qint64 asked = 0;                         ///< 0: 无需获取反馈
    std::vector<domain::Submission> settled;  ///< no longer open
    std::vector<domain::Submission> stillOpen;
    std::vector<domain::Submission> neverArrived;  ///< asked for, and not at the tax side: 待提交 again
    std::optional<base::Error> error;              ///< the last thing that kept one from being asked
};

class Outbox final {
public:
    explicit Outbox(const Environment &environment) : m_env(environment) {}

    /// After a start: what was being sent when the process died is 结果未知.
    base::Result<void> recover();

    /// Stores the intent, then sends it. The result is the submission as it stands, also when sending failed (its state
    /// and reason say how). An Error: nothing was stored and nothing sent, unless its `sent` says otherwise: then what came of
    /// it could not be stored, and asking by id settles it.
    /// Validation: outbox.held (an item is in another open or successful submission); fee.changed, payment.changed (a
    /// refresh has meanwhile stored another amount than the one the items carry).
    base::Result<domain::Submission> submit(const QString &unit, const Intent &intent, base::Job &job);
    /// Sends one that is 待提交 again, under the same id with the same body, after a look at what other machines pay.
    /// Validation: outbox.held, as submit().
    base::Result<domain::Submission> resend(const QString &id, base::Job &job);
    /// 撤回 of one that is 待提交; the lines of a wage declaration are back in the draft. What never left is only
    /// forgotten here. Of what was 结果未知 once a copy may arrive late, so the tax side is told to refuse it first; when
    /// it has arrived meanwhile, nothing is withdrawn and the result is how it stands. Without an answer it stays as it
    /// is. Validation: outbox.not-pending.
    base::Result<std::optional<domain::Submission>> withdraw(const QString &id, base::Job &job);
    /// Asks for every open one of these kinds.
    base::Result<FeedbackReport> feedback(const QString &unit, const std::vector<domain::SubmissionKind> &kinds,
                                          base::Job &job);
    /// Asks for one, when there can be something new to learn; else it is returned as it stands. Business
    /// outbox.vanished: the tax side has acknowledged it before, and now says that it does not know it.
    base::Result<domain::Submission> settle(const QString &id, base::Job &job);
    /// Of a payment that a bank refused with words that may hide a deduction: the clerk has made sure that no money
    /// went. The tax side is asked once more; what it still calls failed has failed, and may be paid again.
    base::Result<domain::Submission> confirmNotDeducted(const QString &id, base::Job &job);

    base::Result<domain::Submission> find(const QString &id);
    base::Result<std::vector<domain::Submission>> list(const QString &unit, const store::SubmissionQuery &query);
    base::Result<QVector<domain::SubmissionItem>> items(const QString &id);
    base::Result<std::vector<domain::SubmissionEvent>> history(const QString &id);

private:
    enum class Attempt { First, Again };
    base::Result<domain::Submission> send(const QString &id, Attempt attempt, base::Job &job);
    base::Result<domain::Submission> ask(const QString &id, BankDoubt doubt, base::Job &job);
    base::Result<std::optional<domain::Submission>> refuseLateCopy(const store::OutboxRow &row, base::Job &job);
    base::Result<void> accountsForAll(const store::OutboxRow &row, const gateway::Verdict &verdict);
    template <class Change>
    base::Result<domain::Submission> bring(const store::OutboxRow &asked, Change change);
    base::Result<domain::Submission> conclude(const store::OutboxRow &row, const gateway::Verdict &verdict,
                                              BankDoubt doubt = BankDoubt::Keep);
    base::Result<domain::Submission> noteFailure(const store::OutboxRow &row, domain::SubmissionState state,
                                                 const base::Error &error);

    Environment m_env;
    Turns m_claims;  ///< one attempt at a time for each submission
};

}  // namespace service
