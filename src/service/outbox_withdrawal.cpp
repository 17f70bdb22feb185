// 撤回: Outbox::withdraw. An id that is given up must not be taken later.

#include "service/outbox.h"

namespace service {

using base::sqlite::Connection;
using domain::Submission;
using domain::SubmissionKind;
using domain::SubmissionState;
using store::OutboxRow;
using store::SubmissionTable;

base::Result<std::optional<Submission>> Outbox::withdraw(const QString &id, base::Job &job)
{
    const Turn claim(m_claims, id);
    bool late = false;
    const auto row = m_env.store.read([&](Connection &c) {
        const SubmissionTable table(c);
        auto found = table.find(id);
        if (!found || found->submission.state != SubmissionState::Pending)
            throw base::validation(QStringLiteral("outbox.not-pending"));
        late = table.mayArriveLate(id);
        return *found;
    });
    if (!row)
        return row.error();
    if (late) {
        const auto arrived = refuseLateCopy(*row, job);
        if (!arrived || *arrived)
            return arrived;
    }
    const auto forgotten = m_env.store.write([&](Connection &c) {
        SubmissionTable table(c);
        if (const auto now = table.find(id); !now || now->submission.state != SubmissionState::Pending)
            throw base::validation(QStringLiteral("outbox.not-pending"));  // it has turned up in a list meanwhile
        if (row->submission.kind == SubmissionKind::FeeVoiding)
            table.endVoiding(row->submission.targetId);
        if (row->submission.kind == SubmissionKind::Wage)
            store::WageTable(c).returnToDraft(row->unit, wageKindOf(row->submission), id,
                                              store::WageTable::Returned::All);
        table.remove(id);
    });
    return forgotten ? base::Result<std::optional<Submission>>(std::nullopt) : forgotten.error();
}

/// Nothing: it will never be taken. A submission: it is there after all.
base::Result<std::optional<Submission>> Outbox::refuseLateCopy(const OutboxRow &row, base::Job &job)
{
    const auto &submission = row.submission;
    const auto access = m_env.sessions.access(row.unit);
    if (!access)
        return access.error();
    const auto refused = gateway::withdraw(*access, submission.kind, submission.id, job);
    if (refused)
        return std::optional<Submission>();
    if (refused.error().code != QLatin1String("already-received"))
        return refused.error();
    const auto verdict = gateway::ask(*access, submission.kind, submission.id, job);
    const auto after = verdict ? conclude(row, *verdict) : noteFailure(row, SubmissionState::Unknown, refused.error());
    return after ? base::Result<std::optional<Submission>>(*after) : after.error();
}

}  // namespace service
