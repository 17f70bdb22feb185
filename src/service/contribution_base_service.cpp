#include "service/contribution_base_service.h"

#include "gateway/contribution_base.h"
#include "service/streams.h"
#include "service/walk_pages.h"

namespace service {

using base::sqlite::Connection;
using domain::ContributionBaseQuery;
using domain::KnownContributionBase;
using store::ContributionBaseTable;
using store::SyncState;

namespace {

constexpr int kPeopleAtOnce = 500;

SyncState startOf(const SyncState &last)
{
    if (!last.cursor.isEmpty())
        return last;
    SyncState start = last;
    start.since = last.sequence;
    start.generation = last.generation + 1;
    start.done = 0;
    start.total = 0;
    return start;
}

/// Commits one page together with the cursor behind it.
base::Result<void> commitPage(const Environment &env, const QString &unit, const gateway::ContributionBasePage &page,
                              SyncState &state)
{
    SyncState next = state;
    next.cursor = page.nextCursor;
    next.total = page.total;
    QString person;
    for (const auto &row : page.rows) {
        next.done += row.staffId != person ? 1 : 0;
        person = row.staffId;
    }
    const bool last = page.nextCursor.isEmpty();
    if (last) {
        next.sequence = page.sequence;
        next.syncedAt = env.clock.now();
    }
    const auto work = [&](Connection &c) {
        ContributionBaseTable table(c);
        table.save(unit, page.rows, state.generation);
        if (last && state.since == 0)
            table.removeOlderThan(unit, state.generation);
        store::SyncTable(c).save(unit, kBaseStream, next);
        return true;
    };
    // The last page is waited for, and with it all before; a page that a loss of power takes back is fetched again.
    const auto written = last ? env.store.write(work) : env.store.writeRepeatable(work);
    if (!written)
        return written.error();
    state = next;
    return {};
}

}  // namespace

base::Result<std::vector<KnownContributionBase>> ContributionBaseWalk::next(qint64 limit)
{
    auto rows = m_store.read(
        [&](Connection &c) { return ContributionBaseTable(c).after(m_unit, m_query, m_staffId, m_insurance, limit); });
    if (rows && !rows->empty()) {
        m_staffId = rows->back().base.staffId;
        m_insurance = rows->back().base.insurance;
    }
    return rows;
}

base::Result<ContributionBaseSyncReport> ContributionBaseService::sync(const QString &unit, base::Job &job)
{
    const Turn turn(m_walks, unit, job);
    if (!turn)
        return base::cancelled();
    const auto last = m_env.store.read([&](Connection &c) { return store::SyncTable(c).state(unit, kBaseStream); });
    if (!last)
        return last.error();
    auto report = walkFrom(unit, startOf(*last), job);
    if (!report && report.error().code == kRestart) {  // once
        SyncState fresh;
        fresh.generation = last->generation + 1;
        fresh.syncedAt = last->syncedAt;
        report = walkFrom(unit, fresh, job);
    }
    return report;
}

base::Result<ContributionBaseSyncReport> ContributionBaseService::walkFrom(const QString &unit, SyncState state,
                                                                           base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    job.report(state.done, state.total);
    const auto walked = walkPages(
        state.cursor, job,
        [&, since = state.since](const QString &cursor) {
            return gateway::fetchContributionBases(*access, since, cursor, kPeopleAtOnce, job);
        },
        [&](const gateway::ContributionBasePage &page) {
            const auto committed = commitPage(m_env, unit, page, state);
            m_places.forget();
            job.report(state.done, state.total);
            return committed;
        });
    if (!walked)
        return walked.error();
    return ContributionBaseSyncReport{state.done};
}

base::Result<QDateTime> ContributionBaseService::syncedAt(const QString &unit)
{
    return m_env.store.read([&](Connection &c) { return store::SyncTable(c).state(unit, kBaseStream).syncedAt; });
}

base::Result<ContributionBaseCounts> ContributionBaseService::count(const QString &unit, const ContributionBaseQuery &query)
{
    m_places.forget();  // staff may have come meanwhile, who are not written here
    return m_env.store.read([&](Connection &c) {
        const auto places = find(c, unit, query);
        return ContributionBaseCounts{places->count, places->people};
    });
}

base::Result<std::vector<KnownContributionBase>>
ContributionBaseService::window(const QString &unit, const ContributionBaseQuery &query, qint64 offset, qint64 limit)
{
    return m_env.store.read([&](Connection &c) {
        return ContributionBaseTable(c).window(unit, query, *find(c, unit, query), offset, limit);
    });
}

std::shared_ptr<const store::ContributionBasePlaces>
ContributionBaseService::find(Connection &connection, const QString &unit, const ContributionBaseQuery &query)
{
    return m_places.get({unit, query}, [&] { return ContributionBaseTable(connection).places(unit, query); });
}

}  // namespace service
