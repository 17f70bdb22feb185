#include "service/outbox.h"

#include "base/ids.h"
#include "base/log.h"
#include "store/trail_table.h"

namespace service {

using base::Error;
using base::Sent;
using base::sqlite::Connection;
using domain::Submission;
using domain::SubmissionKind;
using domain::SubmissionState;
using store::OutboxRow;
using store::SubmissionTable;

namespace {

SubmissionState stateAfter(const Error &error)
{
    switch (error.sent) {
    case Sent::No: return SubmissionState::Pending;       // provably not there
    case Sent::Unknown: return SubmissionState::Unknown;  // ask before anything else
    case Sent::Yes: return SubmissionState::Failed;       // the tax side refused it
    }
    return SubmissionState::Unknown;
}

Submission submissionOf(const Intent &intent, const QDateTime &now)
{
    Submission submission;
    submission.id = base::newId();
    submission.kind = intent.kind;
    submission.state = SubmissionState::Pending;
    submission.variant = intent.variant;
    submission.targetId = intent.targetId;
    submission.reference = intent.reference;
    submission.itemCount = intent.itemCount;
    submission.headcount = intent.headcount;
    submission.total = intent.total;
    submission.paid = intent.kind == SubmissionKind::Fee ? QStringLiteral("none") : QString();
    submission.createdAt = now;
    return submission;
}

/// Whether the tax side has something new to say about it. 待提交 is provably not there; 发送中 is what an answer left that
/// could not be stored (whoever asks holds the claim, so nobody is sending it); a declaration whose 作废 was sent from here
/// is settled by that; a voucher changes after it was issued (paid, expired).
bool canBeAsked(const SubmissionTable &table, const Submission &submission)
{
    switch (submission.state) {
    case SubmissionState::Sending:
    case SubmissionState::Unknown:
    case SubmissionState::Awaiting: return true;
    case SubmissionState::Voiding: return table.openVoidingOf(submission.id).isEmpty();
    case SubmissionState::Succeeded:
        return submission.kind == SubmissionKind::Voucher && submission.paid != QLatin1String("all");
    case SubmissionState::Pending:
    case SubmissionState::Partial:
    case SubmissionState::Failed:
    case SubmissionState::Voided:
    case SubmissionState::Expired: return false;
    }
    return false;
}

/// What the store says of a write after which somebody must know whether anything was sent.
Error withSent(Error error, Sent sent)
{
    error.sent = sent;
    return error;
}

/// field.md 3.5: what is in an open or successful submission is not submitted again. Refuses by throwing.
void refuseHeldItems(const SubmissionTable &table, const QString &unit, const Intent &intent)
{
    std::vector<SubmissionKind> holders{intent.kind};
    if (intent.kind == SubmissionKind::Payment)
        holders.push_back(SubmissionKind::Voucher);
    else if (intent.kind == SubmissionKind::Voucher)
        holders.push_back(SubmissionKind::Payment);
    for (const auto &item : intent.items) {
        for (const auto kind : holders) {
            if (!table.holderOf(unit, kind, item.key).isEmpty())
                throw base::validation(QStringLiteral("outbox.held"));
        }
    }
    if (!intent.targetId.isEmpty() && !table.openVoidingOf(intent.targetId).isEmpty())
        throw base::validation(QStringLiteral("outbox.held"));
}

}  // namespace

base::Result<qint64> Outbox::recover()
{
    return m_env.store.write([](Connection &c) { return SubmissionTable(c).markInterrupted(); });
}

base::Result<Submission> Outbox::submit(const QString &unit, const Intent &intent, base::Job &job)
{
    if (job.cancelled())
        return base::cancelled();
    const auto submission = submissionOf(intent, m_env.clock.now());
    const auto stored = m_env.store.write([&](Connection &c) {
        SubmissionTable table(c);
        refuseHeldItems(table, unit, intent);
        table.insert({unit, submission, intent.body, {}});
        table.setItems(submission.id, intent.items);
        store::WageTable wages(c);
        wages.saveLines(submission.id, intent.lines);
        if (intent.clearsDraft)
            wages.clearDraft(unit, *intent.clearsDraft);
        if (intent.kind == SubmissionKind::FeeVoiding)
            table.setState(intent.targetId, SubmissionState::Voiding);
    });
    if (!stored)
        return stored.error();
    return send(submission.id, job);
}

base::Result<Submission> Outbox::resend(const QString &id, base::Job &job)
{
    return send(id, job);
}

base::Result<Submission> Outbox::send(const QString &id, base::Job &job)
{
    const Claim claim(*this, id);
    // 发送中 is on disk before the first byte leaves: a crash from here on is 结果未知 at the next start.
    const auto row = m_env.store.write([&](Connection &c) {
        SubmissionTable table(c);
        auto found = table.find(id);
        if (!found)
            throw base::validation(QStringLiteral("outbox.unknown"));
        if (found->submission.state == SubmissionState::Pending)
            table.setState(id, SubmissionState::Sending);
        return *found;
    });
    if (!row)
        return row.error();
    if (row->submission.state != SubmissionState::Pending)
        return row->submission;  // somebody was quicker
    const auto access = m_env.sessions.access(row->unit);
    if (!access)
        return noteFailure(*row, SubmissionState::Pending, access.error());
    const auto verdict = gateway::put(*access, row->submission.kind, id, row->payload, job);
    if (!verdict)
        return noteFailure(*row, stateAfter(verdict.error()), verdict.error());
    return conclude(*row, *verdict);
}

base::Result<void> Outbox::withdraw(const QString &id)
{
    const Claim claim(*this, id);
    return m_env.store.write([&](Connection &c) {
        SubmissionTable table(c);
        const auto row = table.find(id);
        if (!row || row->submission.state != SubmissionState::Pending)
            throw base::validation(QStringLiteral("outbox.not-pending"));
        if (row->submission.kind == SubmissionKind::FeeVoiding)
            table.setState(row->submission.targetId, SubmissionState::Succeeded);
        if (row->submission.kind == SubmissionKind::Wage)
            store::WageTable(c).returnToDraft(row->unit, wageKindOf(row->submission), id,
                                              store::WageTable::Returned::All);
        table.remove(id);
    });
}

base::Result<Submission> Outbox::settle(const QString &id, base::Job &job)
{
    return ask(id, BankDoubt::Keep, job);
}

base::Result<Submission> Outbox::confirmNotDeducted(const QString &id, base::Job &job)
{
    return ask(id, BankDoubt::Cleared, job);
}

base::Result<Submission> Outbox::ask(const QString &id, BankDoubt doubt, base::Job &job)
{
    const Claim claim(*this, id);
    bool askable = false;
    const auto row = m_env.store.read([&](Connection &c) {
        const SubmissionTable table(c);
        auto found = table.find(id);
        askable = found && canBeAsked(table, found->submission);
        return found;
    });
    if (!row)
        return row.error();
    if (!*row)
        return base::validation(QStringLiteral("outbox.unknown"));
    const auto &submission = (*row)->submission;
    if (!askable)
        return submission;
    const auto access = m_env.sessions.access((*row)->unit);
    if (!access)
        return access.error();
    const auto verdict = gateway::ask(*access, submission.kind, id, job);
    if (verdict)
        return conclude(**row, *verdict, doubt);
    // What another machine sent has no body here that could be sent again.
    if (verdict.error().code != QLatin1String("not-found") || submission.elsewhere)
        return verdict.error();
    // The tax side has never seen it. The same id and body may be sent again; even if the first attempt still
    // arrived late, it would be the same request.
    Error never = verdict.error();
    never.code = QStringLiteral("outbox.never-arrived");
    never.text.clear();
    return noteFailure(**row, SubmissionState::Pending, never);
}

base::Result<FeedbackReport> Outbox::feedback(const QString &unit, const std::vector<SubmissionKind> &kinds,
                                              base::Job &job)
{
    const auto open = m_env.store.read([&](Connection &c) { return SubmissionTable(c).open(unit, kinds); });
    if (!open)
        return open.error();
    FeedbackReport report;
    for (const auto &before : *open) {
        if (job.cancelled())
            return base::cancelled();
        ++report.asked;
        const auto after = settle(before.id, job);
        if (!after) {
            report.error = after.error();
            report.stillOpen.push_back(before);
        } else if (before.state != SubmissionState::Pending && after->state == SubmissionState::Pending) {
            report.neverArrived.push_back(*after);
        } else {
            (domain::isOpen(after->state) ? report.stillOpen : report.settled).push_back(*after);
        }
        job.report(report.asked, static_cast<qint64>(open->size()));
    }
    return report;
}

base::Result<Submission> Outbox::conclude(const OutboxRow &row, const gateway::Verdict &verdict, BankDoubt doubt)
{
    auto concluded = m_env.store.write([&](Connection &c) {
        if (doubt == BankDoubt::Cleared)
            store::TrailTable(c).add(row.unit, domain::TrailEvent::Confirmation, row.submission.id, "{}");
        return applyVerdict(c, row, verdict, doubt);
    });
    return concluded ? concluded : withSent(concluded.error(), Sent::Yes);
}

base::Result<Submission> Outbox::noteFailure(const OutboxRow &row, SubmissionState state, const Error &error)
{
    Submission after = row.submission;
    after.state = state;
    after.reasonCode = error.code;
    after.reasonText = error.text;
    if (state == SubmissionState::Failed)
        after.settledAt = m_env.clock.now();
    base::log::warn(QStringLiteral("submission %1: %2 (%3)").arg(after.id, error.code, error.detail));
    const auto stored = m_env.store.write([&](Connection &c) {
        SubmissionTable table(c);
        table.update(after, error.requestId);
        if (state == SubmissionState::Failed && after.kind == SubmissionKind::FeeVoiding)
            table.setState(after.targetId, SubmissionState::Succeeded);
    });
    if (!stored)
        return withSent(stored.error(), state == SubmissionState::Pending ? Sent::No : error.sent);
    return after;
}

base::Result<Submission> Outbox::find(const QString &id)
{
    const auto row = m_env.store.read([&](Connection &c) { return SubmissionTable(c).find(id); });
    if (!row)
        return row.error();
    return *row ? base::Result<Submission>((*row)->submission) : base::validation(QStringLiteral("outbox.unknown"));
}

base::Result<std::vector<Submission>> Outbox::list(const QString &unit, const store::SubmissionQuery &query)
{
    return m_env.store.read([&](Connection &c) { return SubmissionTable(c).list(unit, query); });
}

base::Result<QVector<domain::SubmissionItem>> Outbox::items(const QString &id)
{
    return m_env.store.read([&](Connection &c) { return SubmissionTable(c).items(id); });
}

base::Result<std::vector<domain::SubmissionEvent>> Outbox::history(const QString &id)
{
    return m_env.store.read([&](Connection &c) { return SubmissionTable(c).history(id); });
}

Outbox::Claim::Claim(Outbox &outbox, const QString &id) : m_outbox(outbox), m_id(id)
{
    std::unique_lock lock(outbox.m_mutex);
    outbox.m_released.wait(lock, [&] { return !outbox.m_inFlight.contains(id); });
    outbox.m_inFlight.insert(id);
}

Outbox::Claim::~Claim()
{
    {
        const std::lock_guard lock(m_outbox.m_mutex);
        m_outbox.m_inFlight.remove(m_id);
    }
    m_outbox.m_released.notify_all();
}

}  // namespace service
