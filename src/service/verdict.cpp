#include "service/verdict.h"

#include "domain/bank_answer.h"
#include "store/wage_table.h"

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
    } else {
        after.state = SubmissionState::Succeeded;
        after.reasonCode = voiding.reasonCode;
        after.reasonText = voiding.reasonText;
    }
    table.update(after);
}

/// The verdict on a payment with what may hide a deduction kept open.
gateway::Verdict doubted(gateway::Verdict verdict)
{
    bool inDoubt = false;
    for (auto &item : verdict.items) {
        if (item.state != SubmissionState::Failed
            || !domain::mayHaveMoved(domain::bankStep(item.reasonCode, item.reasonText)))
            continue;
        item.state = SubmissionState::Unknown;
        inDoubt = true;
    }
    if (inDoubt && !domain::isOpen(verdict.state)) {
        verdict.state = SubmissionState::Unknown;
        verdict.settledAt = {};
    }
    return verdict;
}

QString firstReason(const gateway::Verdict &verdict)
{
    if (!verdict.rejections.isEmpty())
        return verdict.rejections.first().text;
    for (const auto &item : verdict.items) {
        if (item.state == SubmissionState::Failed || item.state == SubmissionState::Unknown)
            return item.reasonText;
    }
    return {};
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
    after.reasonCode = verdict.reasonCode;
    after.reasonText = verdict.reasonText.isEmpty() ? firstReason(verdict) : verdict.reasonText;
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

}  // namespace service
