#include "service/outbox.h"

#include "base/ids.h"
#include "base/log.h"
#include "service/payment_sync.h"
#include "store/fee_table.h"
#include "store/payer_table.h"
#include "store/trail_table.h"

#include <algorithm>

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

/// Whether the tax side has ever answered for it. What is 结果未知 because of a bank's words was answered, too, and what
/// another machine sent is known from the tax side alone.
bool isAcknowledged(const SubmissionTable &table, const Submission &submission)
{
    if (submission.elsewhere
        || (submission.state != SubmissionState::Unknown && submission.state != SubmissionState::Sending))
        return true;
    const auto items = table.items(submission.id);
    return std::any_of(items.cbegin(), items.cend(),
                       [](const auto &item) { return item.state != SubmissionState::Awaiting; });
}

/// What the store says of a write after which somebody must know whether anything was sent.
Error withSent(Error error, Sent sent)
{
    error.sent = sent;
    return error;
}

constexpr SubmissionKind kPaying[] = {SubmissionKind::Payment, SubmissionKind::Voucher};

bool pays(SubmissionKind kind)
{
    return kind == SubmissionKind::Payment || kind == SubmissionKind::Voucher;
}

bool isHeld(const SubmissionTable &table, const QString &unit, const Submission &submission, const domain::SubmissionItem &item)
{
    if (!pays(submission.kind))
        return !table.holderOf(unit, submission.kind, item.key, submission.id).isEmpty();
    return std::any_of(std::begin(kPaying), std::end(kPaying), [&](SubmissionKind kind) {
        return !table.payerOf(unit, kind, item.key, item.item, submission.id).isEmpty();
    });
}

/// field.md 3.5: what is in another open or successful submission is not submitted again, and what money may be moving for is
/// not voided. Refuses by throwing.
void refuseHeld(const SubmissionTable &table, const QString &unit, const Submission &submission,
                const QVector<domain::SubmissionItem> &items)
{
    const auto held = [&](const domain::SubmissionItem &item) { return isHeld(table, unit, submission, item); };
    const auto beingPaid = [&](const domain::SubmissionItem &item) {
        return std::any_of(std::begin(kPaying), std::end(kPaying),
                           [&](SubmissionKind kind) { return !table.openHolderOf(unit, kind, item.item).isEmpty(); });
    };
    const auto target = submission.kind == SubmissionKind::FeeVoiding ? table.items(submission.targetId)
                                                                      : QVector<domain::SubmissionItem>();
    if (std::any_of(items.cbegin(), items.cend(), held) || std::any_of(target.cbegin(), target.cend(), beingPaid)
        || (!submission.targetId.isEmpty() && !table.openVoidingOf(submission.targetId, submission.id).isEmpty()))
        throw base::validation(QStringLiteral("outbox.held"));
}

/// The amounts are those that were confirmed; a refresh may have stored others since they were compared. In the transaction
/// of the intent nothing can come between. Refuses by throwing.
void refuseChangedAmounts(Connection &c, const QString &unit, const Intent &intent)
{
    const store::FeeTable fees(c);
    const bool declares = intent.kind == SubmissionKind::Fee;
    for (const auto &item : intent.items) {
        if ((declares ? fees.payableOf(unit, item.key) : fees.arrearTotal(unit, item.key)) != item.amount)
            throw base::validation(declares ? QStringLiteral("fee.changed") : QStringLiteral("payment.changed"));
    }
}

}  // namespace

base::Result<void> Outbox::recover()
{
    return m_env.store.write([](Connection &c) { SubmissionTable(c).markInterrupted(); });
}

base::Result<Submission> Outbox::submit(const QString &unit, const Intent &intent, base::Job &job)
{
    if (job.cancelled())
        return base::cancelled();
    const auto submission = submissionOf(intent, m_env.clock.now());
    const auto stored = m_env.store.write([&](Connection &c) {
        SubmissionTable table(c);
        refuseHeld(table, unit, submission, intent.items);
        refuseChangedAmounts(c, unit, intent);
        table.insert({unit, submission, intent.body, {}});
        table.setItems(submission.id, intent.items);
        if (intent.payer)
            store::PayerTable(c).save(submission.id, *intent.payer);
        store::WageTable wages(c);
        wages.saveLines(submission.id, intent.lines);
        if (intent.clearsDraft)
            wages.clearDraft(unit, *intent.clearsDraft);
        if (intent.kind == SubmissionKind::FeeVoiding)
            table.setState(intent.targetId, SubmissionState::Voiding);
    });
    if (!stored)
        return stored.error();
    return send(submission.id, Attempt::First, job);
}

/// Another machine may have paid it meanwhile, or may not know whether it has: the tax side refuses the first, only this
/// finds the second.
base::Result<Submission> Outbox::resend(const QString &id, base::Job &job)
{
    const auto row = m_env.store.read([&](Connection &c) { return SubmissionTable(c).find(id); });
    if (!row)
        return row.error();
    if (*row && (pays((*row)->submission.kind) || (*row)->submission.kind == SubmissionKind::FeeVoiding)) {
        if (const auto merged = syncRecentPayments(m_env, (*row)->unit, job); !merged)
            return merged.error();
    }
    return send(id, Attempt::Again, job);
}

base::Result<Submission> Outbox::send(const QString &id, Attempt attempt, base::Job &job)
{
    const Turn claim(m_claims, id);
    // 发送中 is on disk before the first byte leaves: a crash from here on is 结果未知 at the next start.
    bool begins = false;
    const auto row = m_env.store.write([&](Connection &c) {
        SubmissionTable table(c);
        auto found = table.find(id);
        if (!found)
            throw base::validation(QStringLiteral("outbox.unknown"));
        begins = found->submission.state == SubmissionState::Pending;
        if (begins && attempt == Attempt::Again)
            refuseHeld(table, found->unit, found->submission, table.items(id));
        if (begins) {
            found->submission.state = SubmissionState::Sending;
            table.setState(id, SubmissionState::Sending);
        }
        return *found;
    });
    if (!row)
        return row.error();
    if (!begins)
        return row->submission;  // somebody was quicker
    const auto access = m_env.sessions.access(row->unit);
    if (!access)
        return noteFailure(*row, SubmissionState::Pending, access.error());
    const auto verdict = gateway::put(*access, row->submission.kind, id, row->payload, job);
    if (!verdict)
        return noteFailure(*row, stateAfter(verdict.error()), verdict.error());
    return conclude(*row, *verdict);
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
    const Turn claim(m_claims, id);
    bool askable = false;
    bool acknowledged = false;
    const auto row = m_env.store.read([&](Connection &c) {
        const SubmissionTable table(c);
        auto found = table.find(id);
        askable = found && canBeAsked(table, found->submission);
        acknowledged = found && isAcknowledged(table, found->submission);
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
    if (verdict.error().code != QLatin1String("not-found"))
        return verdict.error();
    Error error = verdict.error();
    error.text.clear();
    if (acknowledged) {
        // Other books answer, or these are not whole: it is there, and nobody may submit it anew.
        error.code = QStringLiteral("outbox.vanished");
        error.sent = Sent::Yes;
        return error;
    }
    // The tax side has never seen it. The same id and body may be sent again; even if the first attempt still
    // arrived late, it would be the same request. Whoever withdraws it instead has it refused first.
    error.code = QStringLiteral("outbox.never-arrived");
    return noteFailure(**row, SubmissionState::Pending, error);
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

/// What an answer does, unless the row is no longer in the state that was asked about: then what came meanwhile is newer.
template <class Change>
base::Result<Submission> Outbox::bring(const OutboxRow &asked, Change change)
{
    return m_env.store.write([&](Connection &c) {
        const auto now = SubmissionTable(c).find(asked.submission.id);
        if (!now)
            throw base::validation(QStringLiteral("outbox.unknown"));
        return now->submission.state == asked.submission.state ? change(c, *now) : now->submission;
    });
}

/// Whether the answer speaks of what was to be paid, each once.
base::Result<void> Outbox::accountsForAll(const OutboxRow &row, const gateway::Verdict &verdict)
{
    if (row.submission.kind != SubmissionKind::Payment)
        return {};
    const auto stored = items(row.submission.id);
    if (!stored)
        return stored.error();
    const auto keysOf = [](const QVector<domain::SubmissionItem> &items) {
        QStringList keys;
        for (const auto &item : items)
            keys << item.key;
        keys.sort();
        return keys;
    };
    if (keysOf(*stored) == keysOf(verdict.items))
        return {};
    Error error;
    error.kind = Error::Kind::Protocol;
    error.code = QStringLiteral("protocol.shape");
    error.detail = QStringLiteral("items");
    error.sent = Sent::Unknown;
    return error;
}

base::Result<Submission> Outbox::conclude(const OutboxRow &row, const gateway::Verdict &verdict, BankDoubt doubt)
{
    if (const auto whole = accountsForAll(row, verdict); !whole)
        return row.submission.state == SubmissionState::Sending ? noteFailure(row, SubmissionState::Unknown, whole.error())
                                                                : base::Result<Submission>(whole.error());
    auto concluded = bring(row, [&](Connection &c, const OutboxRow &now) {
        if (doubt == BankDoubt::Cleared)
            store::TrailTable(c).add(now.unit, domain::TrailEvent::Confirmation, now.submission.id, "{}");
        return applyVerdict(c, now, verdict, doubt);
    });
    return concluded ? concluded : withSent(concluded.error(), Sent::Yes);
}

base::Result<Submission> Outbox::noteFailure(const OutboxRow &row, SubmissionState state, const Error &error)
{
    base::log::warn(QStringLiteral("submission %1: %2 (%3)").arg(row.submission.id, error.code, error.detail));
    auto stored = bring(row, [&](Connection &c, const OutboxRow &now) {
        Submission after = now.submission;
        after.state = state;
        after.reasonCode = error.code;
        after.reasonText = error.text;
        if (state == SubmissionState::Failed)
            after.settledAt = m_env.clock.now();
        SubmissionTable table(c);
        table.update(after, error.requestId);
        if (state == SubmissionState::Failed && after.kind == SubmissionKind::FeeVoiding)
            table.endVoiding(after.targetId);
        return after;
    });
    return stored ? stored : withSent(stored.error(), state == SubmissionState::Pending ? Sent::No : error.sent);
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

}  // namespace service
