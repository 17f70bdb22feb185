#include "service/verdict.h"

#include "domain/bank_answer.h"
#include "store/wage_table.h"

#include <algorithm>

namespace service {

using domain::Submission;
using domain::SubmissionKind;
using domain::SubmissionState;
using store::SubmissionTable;

namespace {

/// Items that are paid, failed or held as a whole with their submission.
void settleItems(SubmissionTable &table, const Submission &after, const gateway::Verdict &verdict)
{
    if (after.kind == SubmissionKind::Payment) {
        for (const auto &item : verdict.items)
            table.setItemState(after.id, item);
        return;
    }
    auto items = table.items(after.id);
    for (auto &item : items) {
        item.state = after.state;
        table.setItemState(after.id, item);
    }
}

/// The voiding of a declaration or voucher decides about its target.
void settleTarget(SubmissionTable &table, const Submission &voiding)
{
    const auto target = table.find(voiding.targetId);
    if (!target || domain::isOpen(voiding.state))
        return;
    Submission after = target->submission;
    if (voiding.state == SubmissionState::Succeeded) {
        after.state = SubmissionState::Voided;
        after.settledAt = voiding.settledAt;
    } else if (after.state != SubmissionState::Voiding && after.state != SubmissionState::Succeeded) {
        return;  // another machine has voided it, or it has expired
    } else {
        after.state = SubmissionState::Succeeded;
        after.reasonCode = voiding.reasonCode;
        after.reasonText = voiding.reasonText;
    }
    table.update(after);
}

/// Turns failed items whose bank's words may hide a deduction into 结果未知, except those somebody has made `sure` of;
/// false when there is none.
bool markDoubts(QVector<domain::SubmissionItem> &items, const QSet<QString> &sure = {})
{
    bool inDoubt = false;
    for (auto &item : items) {
        if (item.state != SubmissionState::Failed || sure.contains(item.key)
            || !domain::mayHaveMoved(domain::bankStep(item.reasonCode, item.reasonText)))
            continue;
        item.state = SubmissionState::Unknown;
        inDoubt = true;
    }
    return inDoubt;
}

/// A payment is not over while one of its items is in doubt. Of a Verdict or a Submission.
template <class Answer>
void keepOpen(Answer &answer)
{
    if (domain::isOpen(answer.state))
        return;
    answer.state = SubmissionState::Unknown;
    answer.settledAt = {};
}

/// The verdict on a payment with what may hide a deduction kept open.
gateway::Verdict doubted(gateway::Verdict verdict)
{
    if (markDoubts(verdict.items))
        keepOpen(verdict);
    return verdict;
}

QString firstReason(const QVector<domain::SubmissionItem> &items)
{
    for (const auto &item : items) {
        if (item.state == SubmissionState::Failed || item.state == SubmissionState::Unknown)
            return item.reasonText;
    }
    return {};
}

/// One that is not here yet.
void insertPayment(SubmissionTable &table, const QString &unit, gateway::RemoteSubmission payment)
{
    auto &submission = payment.submission;
    if (submission.state == SubmissionState::Failed)
        return;
    submission.reasonText = firstReason(payment.items);
    table.insert({unit, submission, {}, {}});
    table.setItems(submission.id, payment.items);
}

/// One that is here: what is under way is left to its own feedback, and a doubt to the clerk, unless nothing is doubtful any
/// more. What was 待提交 has arrived after all: nobody would ask for it.
bool mayRefresh(SubmissionState here, bool inDoubt)
{
    return here == SubmissionState::Unknown ? !inDoubt : here == SubmissionState::Pending || !domain::isOpen(here);
}

gateway::Verdict verdictOf(const gateway::RemoteSubmission &payment)
{
    gateway::Verdict verdict;
    verdict.state = payment.submission.state;
    verdict.submittedAt = payment.submission.createdAt;
    verdict.settledAt = payment.submission.settledAt;
    verdict.items = payment.items;
    return verdict;
}

}  // namespace

Submission applyVerdict(base::sqlite::Connection &connection, const store::OutboxRow &row,
                        const gateway::Verdict &answer, BankDoubt doubt)
{
    const bool maybe = row.submission.kind == SubmissionKind::Payment && doubt == BankDoubt::Keep;
    const auto verdict = maybe ? doubted(answer) : answer;
    SubmissionTable table(connection);
    Submission after = row.submission;
    after.state = verdict.state;
    after.settledAt = verdict.settledAt;
    if (verdict.submittedAt.isValid())  // until then it was when it was made here; it may have been sent days later
        after.createdAt = verdict.submittedAt;
    after.reasonCode = verdict.reasonCode;
    after.reasonText = verdict.reasonText;
    if (after.reasonText.isEmpty())
        after.reasonText = verdict.rejections.isEmpty() ? firstReason(verdict.items) : verdict.rejections.first().text;
    if (!verdict.paid.isEmpty())
        after.paid = verdict.paid;
    if (!verdict.reference.isEmpty())
        after.reference = verdict.reference;
    table.update(after);
    if (!verdict.detail.isEmpty())
        table.setDetail(after.id, verdict.detail);
    settleItems(table, after, verdict);
    store::WageTable wages(connection);
    for (const auto &rejection : verdict.rejections)
        wages.rejectLine(after.id, rejection.line, rejection.code, rejection.text);
    if (!after.targetId.isEmpty())
        settleTarget(table, after);
    return after;
}

void mergePayments(base::sqlite::Connection &connection, const QString &unit,
                   QVector<gateway::RemoteSubmission> payments)
{
    // The newest first; of the same second the one that is listed later.
    std::reverse(payments.begin(), payments.end());
    std::stable_sort(payments.begin(), payments.end(), [](const auto &a, const auto &b) {
        return a.submission.createdAt > b.submission.createdAt;
    });
    SubmissionTable table(connection);
    QSet<QString> paidAnew;
    for (const auto &payment : payments) {
        auto marked = payment;
        const bool inDoubt = markDoubts(marked.items, paidAnew);
        if (inDoubt)
            keepOpen(marked.submission);
        const auto known = table.find(payment.submission.id);
        if (!known)
            insertPayment(table, unit, marked);
        else if (known->unit == unit && mayRefresh(known->submission.state, inDoubt))  // of one that is over, the clerk is sure
            applyVerdict(connection, *known,
                         verdictOf(known->submission.state == SubmissionState::Pending ? marked : payment), BankDoubt::Cleared);
        for (const auto &item : payment.items) {
            if (item.state != SubmissionState::Failed)
                paidAnew.insert(item.key);
        }
    }
}

}  // namespace service
