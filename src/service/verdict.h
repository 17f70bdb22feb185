#pragma once
// What an answer of the tax side does to the local rows; part of the outbox.

#include "gateway/submission.h"
#include "store/submission_table.h"

namespace service {

/// Brings a submission, its items or lines, and what it voids up to the verdict. Runs inside the caller's transaction.
domain::Submission applyVerdict(base::sqlite::Connection &connection, const store::OutboxRow &row,
                                const gateway::Verdict &verdict);

}  // namespace service
