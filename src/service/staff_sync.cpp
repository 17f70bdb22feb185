// StaffService::sync: the walk over the pages.

#include "gateway/staff.h"
#include "service/staff_service.h"
#include "service/streams.h"
#include "service/walk_pages.h"
#include "store/sync_table.h"

namespace service {

using base::sqlite::Connection;
using store::SyncState;

namespace {

/// Where a walk begins: where one was cut off, or anew.
SyncState startOf(const SyncState &last, StaffSync mode)
{
    if (mode == StaffSync::Auto && !last.cursor.isEmpty())
        return last;
    SyncState start = last;
    const bool incremental = mode != StaffSync::Full && last.sequence > 0;
    start.cursor.clear();
    start.since = incremental ? last.sequence : 0;
    start.generation = last.generation + 1;
    start.done = 0;
    start.total = 0;
    return start;
}

/// Puts the rows of one page into the store and keeps what that changes, in the transaction of the page.
class PageWriter final {
public:
    /// Before the first finished walk there is nothing to compare with.
    PageWriter(Connection &connection, const QString &unit, const SyncState &state, const QDateTime &at)
        : m_staff(connection), m_search(connection, unit), m_changes(connection), m_unit(unit), m_generation(state.generation), m_at(at),
          m_compares(state.sequence > 0)
    {
    }

    void write(const domain::Staff &row)
    {
        if (!m_compares)
            return put(row);
        const auto before = m_staff.find(m_unit, row.id);
        m_changes.add(m_unit, m_at,
                      domain::changesBetween(before, row.deleted ? std::nullopt : std::optional(row)));
        if (before && *before == row)
            m_staff.keep(m_unit, row.id, m_generation);
        else
            put(row);
    }

    /// A full walk has ended: whoever it did not meet is gone.
    void removeOthers()
    {
        if (m_compares)
            m_changes.addLeft(m_unit, m_at, m_generation);
        m_removed += m_staff.removeOlderThan(m_search, m_unit, m_generation);
    }

    /// After everything else: `last` when the walk ends with this page.
    void finish(bool last)
    {
        m_search.flush();
        if (last && m_compares)
            m_changes.prune(m_unit, m_at);
    }

    qint64 removed() const { return m_removed; }

private:
    void put(const domain::Staff &row)
    {
        if (row.deleted) {
            m_staff.remove(m_search, m_unit, row.id);
            ++m_removed;
        } else {
            m_staff.save(m_search, m_unit, row, m_generation);
        }
    }

    store::StaffTable m_staff;
    store::StaffSearch m_search;
    store::StaffChangeTable m_changes;
    const QString &m_unit;
    qint64 m_generation;
    QDateTime m_at;
    bool m_compares;
    qint64 m_removed = 0;
};

/// Commits one page together with the cursor behind it. `at`: when this update began.
base::Result<void> commitPage(store::Store &target, const QString &unit, const gateway::StaffPage &page, SyncState &state,
                              const QDateTime &at, StaffSyncReport &report)
{
    SyncState next = state;
    next.cursor = page.nextCursor;
    next.done += page.rows.size();
    next.total = page.total;
    const bool last = page.nextCursor.isEmpty();
    if (last) {
        next.sequence = page.sequence;
        next.syncedAt = at;
    }
    const auto work = [&](Connection &c) {
        PageWriter writer(c, unit, state, at);
        for (const auto &row : page.rows)
            writer.write(row);
        if (last && next.since == 0)
            writer.removeOthers();
        writer.finish(last);
        store::SyncTable(c).save(unit, kStaffStream, next);
        return writer.removed();
    };
    // The last page is waited for, and with it all before; a page that a loss of power takes back is fetched again.
    const auto removed = last ? target.write(work) : target.writeRepeatable(work);
    if (!removed)
        return removed.error();
    report.removed += *removed;
    state = next;
    return {};
}

}  // namespace

base::Result<StaffSyncReport> StaffService::sync(const QString &unit, StaffSync mode, base::Job &job)
{
    // Two full walks side by side would take each other's people for gone.
    const Turn turn(m_walks, unit, job);
    if (!turn)
        return base::cancelled();
    auto report = pull(unit, mode, job);
    if (!report && report.error().code == kRestart && mode != StaffSync::Full)
        report = pull(unit, StaffSync::Full, job);  // once
    return report;
}

base::Result<StaffSyncReport> StaffService::pull(const QString &unit, StaffSync mode, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    const auto last = m_env.store.read([&](Connection &c) { return store::SyncTable(c).state(unit, kStaffStream); });
    if (!last)
        return last.error();
    SyncState state = startOf(*last, mode);
    const QDateTime at = m_env.clock.now();
    StaffSyncReport report;
    report.full = state.since == 0;

    job.report(state.done, state.total);
    gateway::StaffPages pages(*access, state.since, state.cursor, kPageSize, job);
    const auto walked = walkPages(
        state.cursor, job, [&pages](const QString &) { return pages.next(); },
        [&](const gateway::StaffPage &page) {
            const auto committed = commitPage(m_env.store, unit, page, state, at, report);
            m_hits.forget();
            job.report(state.done, state.total);
            return committed;
        });
    if (!walked)
        return walked.error();
    report.updated = state.done - (report.full ? 0 : report.removed);
    return report;
}

base::Result<StaffSyncReport> StaffService::syncAtLogin(const QString &unit, base::Job &job)
{
    const auto state = m_env.store.read([&](Connection &c) { return store::SyncTable(c).state(unit, kStaffStream); });
    if (!state)
        return state.error();
    return state->syncedAt.isValid() ? sync(unit, StaffSync::Auto, job) : base::Result<StaffSyncReport>(StaffSyncReport());
}

}  // namespace service
