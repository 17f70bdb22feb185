#include "service/declared_service.h"

#include "gateway/declared_person.h"
#include "service/streams.h"
#include "service/walk_pages.h"
#include "store/declared_table.h"
#include "store/sync_table.h"

#include <algorithm>

namespace service {

using base::sqlite::Connection;
using domain::MonthRange;
using store::DeclaredTable;
using store::SyncState;

namespace {

constexpr int kFreshSeconds = 600;
constexpr int kRestarts = 3;

/// The months of a walk in one number, kept as its `since`.
qint64 coded(MonthRange months)
{
    return qint64(months.from.index()) * 100'000 + months.to.index();
}

/// Where a walk begins: where one over the same months was cut off, or anew.
SyncState startOf(const SyncState &last, MonthRange months, bool anew)
{
    if (!anew && !last.cursor.isEmpty() && last.since == coded(months))
        return last;
    SyncState start;
    start.since = coded(months);
    start.generation = last.generation + 1;
    start.syncedAt = last.syncedAt;
    return start;
}

base::Error restart()
{
    base::Error error;
    error.kind = base::Error::Kind::Business;
    error.code = kRestart;
    return error;
}

/// One walk from `state` on.
class Walk final {
public:
    Walk(const Environment &env, const gateway::Access &access, QString unit, MonthRange months, SyncState state)
        : m_env(env), m_access(access), m_unit(std::move(unit)), m_months(months), m_state(std::move(state)),
          m_total(m_state.total), m_at(env.clock.now())
    {
    }

    base::Result<qint64> run(base::Job &job)
    {
        const auto walked = walkPages(
            m_state.cursor, job, [&](const QString &cursor) { return fetch(cursor, job); },
            [&](const gateway::DeclaredPage &page) {
                const auto stored = store(page);
                job.report(m_state.done, m_state.total);
                return stored;
            });
        return walked ? base::Result(m_state.done) : walked.error();
    }

private:
    base::Result<gateway::DeclaredPage> fetch(const QString &cursor, base::Job &job)
    {
        auto page = gateway::fetchDeclaredPersons(m_access, m_months, cursor, kPageSize, job);
        // Something was declared since the page before: it may belong in front of the cursor.
        if (page && !cursor.isEmpty() && page->total != m_total)
            return restart();
        if (page)
            m_total = page->total;
        return page;
    }

    base::Result<void> store(const gateway::DeclaredPage &page)
    {
        SyncState next = m_state;
        next.cursor = page.nextCursor;
        next.done += page.rows.size();
        next.total = page.total;
        const bool last = page.nextCursor.isEmpty();
        if (last && next.done != next.total)
            return restart();  // more or less than was announced: it would be shown as the whole
        if (last)
            next.syncedAt = m_at;
        const auto work = [&](Connection &c) {
            DeclaredTable table(c);
            table.append(m_unit, m_state.generation, page.rows);
            if (last)
                table.show(m_unit, m_state.generation, m_months, m_at);
            store::SyncTable(c).save(m_unit, kDeclaredStream, next);
            return true;
        };
        // The last page is waited for, and with it all before; a page that a loss of power takes back is fetched again.
        const auto done = last ? m_env.store.write(work) : m_env.store.writeRepeatable(work);
        if (!done)
            return done.error();
        m_state = next;
        return {};
    }

    const Environment &m_env;
    const gateway::Access &m_access;
    QString m_unit;
    MonthRange m_months;
    SyncState m_state;
    qint64 m_total;  ///< as the page before has announced it
    QDateTime m_at;
};

}  // namespace

base::Result<bool> DeclaredService::isDue(const QString &unit, MonthRange months)
{
    const auto times = m_env.store.read([&](Connection &c) { return DeclaredTable(c).fetchedAt(unit, months); });
    if (!times)
        return times.error();
    const auto fresh = m_env.clock.now().addSecs(-kFreshSeconds);
    return std::any_of(times->cbegin(), times->cend(),
                       [&](const QDateTime &at) { return !at.isValid() || at < fresh; });
}

/// Rows that are not shown (any more) go in pieces, so that nobody waits long for the one writer.
base::Result<void> DeclaredService::clean(const QString &unit, qint64 underWay, base::Job &job)
{
    bool more = true;
    while (more && !job.cancelled()) {
        const auto removed =
            m_env.store.writeRepeatable([&](Connection &c) { return DeclaredTable(c).removeSome(unit, underWay); });
        if (!removed)
            return removed.error();
        more = *removed;
    }
    return {};
}

/// Nobody is kept of whom nothing is declared any more.
base::Result<void> DeclaredService::forget(base::Job &job)
{
    qint64 last = 0;
    do {
        const auto done = m_env.store.writeRepeatable([&](Connection &c) { return DeclaredTable(c).forgetSome(last); });
        if (!done)
            return done.error();
        last = *done;
    } while (last > 0 && !job.cancelled());
    return {};
}

base::Result<qint64> DeclaredService::sync(const QString &unit, MonthRange months, DeclaredSync mode, base::Job &job)
{
    if (months.count() < 1 || months.count() > kMostMonths)
        return base::validation(QStringLiteral("declared.months"));
    // Two walks would take each other's rows for what a walk before has left.
    const Turn turn(m_walks, unit, job);
    if (!turn)
        return base::cancelled();
    if (mode == DeclaredSync::Due) {
        const auto due = isDue(unit, months);
        if (!due)
            return due.error();
        if (!*due)
            return 0;
    }
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    for (int attempt = 0;; ++attempt) {
        const auto last =
            m_env.store.read([&](Connection &c) { return store::SyncTable(c).state(unit, kDeclaredStream); });
        if (!last)
            return last.error();
        const auto start = startOf(*last, months, attempt > 0);
        if (const auto cleaned = clean(unit, start.generation, job); !cleaned)
            return cleaned.error();
        const auto rows = Walk(m_env, *access, unit, months, start).run(job);
        // Something was voided meanwhile, or the cursor is of another day: what came is of no use.
        const bool again = !rows && attempt < kRestarts && rows.error().code == kRestart;
        if (again)
            continue;
        if (rows) {
            if (const auto cleaned = clean(unit, 0, job); !cleaned)
                return cleaned.error();
            if (const auto forgotten = forget(job); !forgotten)
                return forgotten.error();
        }
        return rows;
    }
}

base::Result<DeclaredOverview> DeclaredService::overview(const QString &unit)
{
    return m_env.store.read([&](Connection &c) {
        const DeclaredTable table(c);
        return DeclaredOverview{table.choices(unit), table.lastFetched(unit)};
    });
}

base::Result<QDateTime> DeclaredService::fetched(const QString &unit, MonthRange months)
{
    return m_env.store.read([&](Connection &c) {
        const auto times = DeclaredTable(c).fetchedAt(unit, months);
        const bool whole = !times.isEmpty()
            && std::all_of(times.cbegin(), times.cend(), [](const QDateTime &at) { return at.isValid(); });
        return whole ? *std::min_element(times.cbegin(), times.cend()) : QDateTime();
    });
}

base::Result<domain::DeclaredTotals> DeclaredService::totals(const QString &unit, const domain::DeclaredQuery &query)
{
    return m_env.store.read([&](Connection &c) { return DeclaredTable(c).totals(unit, query); });
}

base::Result<std::vector<domain::DeclaredPerson>>
DeclaredService::window(const QString &unit, const domain::DeclaredQuery &query, qint64 offset, qint64 limit)
{
    return m_env.store.read([&](Connection &c) { return DeclaredTable(c).window(unit, query, offset, limit); });
}

}  // namespace service
