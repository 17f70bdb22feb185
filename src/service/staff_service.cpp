#include "service/staff_service.h"

#include "gateway/staff.h"
#include "service/streams.h"
#include "store/sync_table.h"

#include <future>

namespace service {

using base::sqlite::Connection;
using store::SyncState;

namespace {

constexpr int kPageSize = 1000;

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

/// Commits one page together with the cursor behind it.
base::Result<void> commitPage(store::Store &target, const QString &unit, const gateway::StaffPage &page, SyncState &state,
                              const QDateTime &now, StaffSyncReport &report)
{
    SyncState next = state;
    next.cursor = page.nextCursor;
    next.done += page.rows.size();
    next.total = page.total;
    const bool last = page.nextCursor.isEmpty();
    if (last) {
        next.sequence = page.sequence;
        next.syncedAt = now;
    }
    qint64 removed = 0;
    const auto committed = target.write([&](Connection &c) {
        store::StaffTable staff(c);
        for (const auto &row : page.rows) {
            if (row.deleted) {
                staff.remove(unit, row.id);
                ++removed;
            } else {
                staff.save(unit, row, next.generation);
            }
        }
        if (last && next.since == 0)
            removed += staff.removeOlderThan(unit, next.generation);
        store::SyncTable(c).save(unit, kStaffStream, next);
    });
    if (!committed)
        return committed;
    report.removed += removed;
    state = next;
    return {};
}

}  // namespace

base::Result<StaffSyncReport> StaffService::sync(const QString &unit, StaffSync mode, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    const auto last = m_env.store.read([&](Connection &c) { return store::SyncTable(c).state(unit, kStaffStream); });
    if (!last)
        return last.error();
    SyncState state = startOf(*last, mode);
    StaffSyncReport report;
    report.full = state.since == 0;
    const auto fetch = [&access, &job, since = state.since](const QString &cursor) {
        return gateway::fetchStaff(*access, since, cursor, kPageSize, job);
    };

    job.report(state.done, state.total);
    auto page = fetch(state.cursor);
    while (page) {
        // The next page is on the wire while this one is written.
        std::future<base::Result<gateway::StaffPage>> next;
        if (!page->nextCursor.isEmpty())
            next = std::async(std::launch::async, fetch, page->nextCursor);
        const auto committed = commitPage(m_env.store, unit, *page, state, m_env.clock.now(), report);
        if (!committed) {
            job.cancel();  // the page on the wire is of no use any more
            return committed.error();
        }
        job.report(state.done, state.total);
        if (!next.valid()) {
            report.updated = state.done - (report.full ? 0 : report.removed);
            return report;
        }
        page = next.get();
        if (job.cancelled())
            return base::cancelled();
    }
    if (page.error().code == QLatin1String("sync-restart")) {
        // The cursor outlived the tax side's memory of it: a walk anew, once.
        return mode == StaffSync::Full ? base::Result<StaffSyncReport>(page.error())
                                       : sync(unit, StaffSync::Full, job);
    }
    return page.error();
}

base::Result<StaffOverview> StaffService::overview(const QString &unit)
{
    return m_env.store.read([&](Connection &c) {
        const auto state = store::SyncTable(c).state(unit, kStaffStream);
        const store::StaffTable staff(c);
        return StaffOverview{staff.counts(unit), state.syncedAt, !state.cursor.isEmpty(), staff.unitNumbers(unit)};
    });
}

base::Result<qint64> StaffService::count(const QString &unit, const domain::StaffQuery &query)
{
    return m_env.store.read([&](Connection &c) { return store::StaffTable(c).count(unit, query); });
}

base::Result<std::vector<domain::Staff>> StaffService::window(const QString &unit, const domain::StaffQuery &query,
                                                              store::StaffOrder order, bool descending, qint64 offset,
                                                              qint64 limit)
{
    return m_env.store.read([&](Connection &c) {
        return store::StaffTable(c).window(unit, query, order, descending, offset, limit);
    });
}

base::Result<std::vector<domain::UnitNumberCount>> StaffService::contributingByUnitNumber(const QString &unit)
{
    return m_env.store.read([&](Connection &c) { return store::StaffTable(c).contributingByUnitNumber(unit); });
}

base::Result<domain::Staff> StaffService::find(const QString &unit, const QString &staffId)
{
    const auto found = m_env.store.read([&](Connection &c) { return store::StaffTable(c).find(unit, staffId); });
    if (!found)
        return found.error();
    return *found ? base::Result<domain::Staff>(**found) : base::validation(QStringLiteral("staff.unknown"));
}

}  // namespace service
