#include "service/staff_service.h"

#include "service/streams.h"
#include "store/sync_table.h"

namespace service {

using base::sqlite::Connection;

base::Result<StaffOverview> StaffService::overview(const QString &unit)
{
    return m_env.store.read([&](Connection &c) {
        const auto state = store::SyncTable(c).state(unit, kStaffStream);
        return StaffOverview{store::StaffTable(c).counts(unit), state.syncedAt, !state.cursor.isEmpty()};
    });
}

base::Result<QStringList> StaffService::unitNumbers(const QString &unit)
{
    return m_env.store.read([&](Connection &c) { return store::StaffTable(c).unitNumbers(unit); });
}

base::Result<qint64> StaffService::count(const QString &unit, const domain::StaffQuery &query)
{
    return m_env.store.read([&](Connection &c) {
        return store::StaffTable(c).count(unit, query, hitsOf(c, unit, query, store::StaffOrder::PersonNumber).get());
    });
}

base::Result<std::vector<domain::Staff>> StaffService::window(const QString &unit, const domain::StaffQuery &query,
                                                              store::StaffOrder order, bool descending, qint64 offset,
                                                              qint64 limit)
{
    return m_env.store.read([&](Connection &c) {
        return store::StaffTable(c).window(unit, query, order, descending, offset, limit,
                                           hitsOf(c, unit, query, order).get());
    });
}

base::Result<std::vector<domain::UnitNumberCount>> StaffService::contributingByUnitNumber(const QString &unit)
{
    return m_env.store.read([&](Connection &c) { return store::StaffTable(c).contributingByUnitNumber(unit); });
}

std::shared_ptr<const store::StaffHits> StaffService::hitsOf(Connection &connection, const QString &unit,
                                                             const domain::StaffQuery &query, store::StaffOrder order)
{
    if (!store::StaffTable::goesByHits(query, order))
        return nullptr;
    return m_hits.get({unit, query, order}, [&] { return store::StaffTable(connection).hits(unit, query, order); });
}

base::Result<domain::Staff> StaffService::find(const QString &unit, const QString &staffId)
{
    const auto found = m_env.store.read([&](Connection &c) { return store::StaffTable(c).find(unit, staffId); });
    if (!found)
        return found.error();
    return *found ? base::Result<domain::Staff>(**found) : base::validation(QStringLiteral("staff.unknown"));
}

base::Result<qint64> StaffService::changeCount(const QString &unit, const domain::StaffChangeQuery &query)
{
    return m_env.store.read([&](Connection &c) { return store::StaffChangeTable(c).count(unit, query); });
}

base::Result<std::vector<domain::StaffChange>> StaffService::changes(const QString &unit,
                                                                     const domain::StaffChangeQuery &query,
                                                                     qint64 offset, qint64 limit, bool oldestFirst)
{
    return m_env.store.read(
        [&](Connection &c) { return store::StaffChangeTable(c).window(unit, query, offset, limit, oldestFirst); });
}

base::Result<std::vector<domain::StaffChange>> StaffService::changesBefore(const QString &unit,
                                                                           const domain::StaffChangeQuery &query,
                                                                           qint64 number, qint64 limit)
{
    return m_env.store.read([&](Connection &c) { return store::StaffChangeTable(c).older(unit, query, number, limit); });
}

}  // namespace service
