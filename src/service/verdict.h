#pragma once
// What an answer of the tax side does to the local rows; part of the outbox.

#include "gateway/submission.h"
#include "store/submission_table.h"

namespace service {

/// A bank may refuse with words that hide a deduction (domain/bank_answer.h). Until the clerk has asked and confirmed
/// that no money went, such an item is 结果未知, and so is its payment: it holds what it was to pay.
enum class BankDoubt { Keep, Cleared };

/// Brings a submission, its items or lines, and what it voids up to the verdict. Runs inside the caller's transaction.
domain::Submission applyVerdict(base::sqlite::Connection &connection, const store::OutboxRow &row,
                                const gateway::Verdict &answer, BankDoubt doubt = BankDoubt::Keep);

/// Payments of a unit as the tax side lists them, of this machine and of others. What another machine cannot be sure of
/// (BankDoubt::Keep) holds its arrears here too, until it was paid anew: then somebody has made sure. What failed
/// elsewhere without a doubt is over and of no use here. Runs inside the caller's transaction.
void mergePayments(base::sqlite::Connection &connection, const QString &unit,
                   QVector<gateway::RemoteSubmission> payments);

}  // namespace service
