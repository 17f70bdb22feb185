#pragma once
// 职工参保信息 (manual 3.1.4): pulled page by page, resumed where it was cut off, shown from the local store.

#include "domain/staff.h"
#include "service/environment.h"
#include "service/last_found.h"
#include "service/turns.h"
#include "store/staff_change_table.h"
#include "store/staff_table.h"

#include <memory>

namespace service {

struct StaffSyncReport {
    qint64 updated = 0;  ///< entries inserted or refreshed
    qint64 removed = 0;
    bool full = false;
};

enum class StaffSync {
    Auto,         ///< resume what was cut off, else everything the first time, else what changed
    Incremental,  ///< 增量更新
    Full,         ///< 全量更新
};

struct StaffOverview {
    domain::StaffCounts counts;
    QDateTime syncedAt;       ///< invalid: never finished
    bool interrupted = false; ///< a walk was cut off and will resume
};

/// Goes once through everybody of a selection, by 人员编号, a part at a time: for exports.
class StaffWalk final {
public:
    StaffWalk(store::Store &store, const QString &unit, const domain::StaffSelection &selection)
        : m_store(store), m_unit(unit), m_selection(selection)
    {
    }
    /// How many there will be, before the first next().
    base::Result<qint64> begin();
    /// The next people with their insurances; none at the end.
    base::Result<std::vector<domain::Staff>> next(qint64 limit);

private:
    std::vector<domain::Staff> byIds(const store::StaffTable &staff, qint64 limit);
    std::vector<domain::Staff> byPlace(const store::StaffTable &staff, qint64 limit);

    store::Store &m_store;
    QString m_unit;
    domain::StaffSelection m_selection;
    std::optional<QStringList> m_ids;  ///< of those who were found or chosen; otherwise everybody of the query
    qsizetype m_at = 0;
    store::StaffPlace m_place;
};

class StaffService final {
public:
    explicit StaffService(const Environment &environment) : m_env(environment) {}

    /// Each page is checked and committed, with its cursor and with what it changed, while the next one is on the wire.
    /// Cancelling keeps what came. One at a time for a unit: another one waits.
    base::Result<StaffSyncReport> sync(const QString &unit, StaffSync mode, base::Job &job);

    /// What a login does (E7): brings what changed, or goes on where an update was cut off. Before the first download has
    /// finished it does nothing: that one is the staff page's, with its progress.
    base::Result<StaffSyncReport> syncAtLogin(const QString &unit, base::Job &job);

    base::Result<StaffOverview> overview(const QString &unit);
    /// What people are there under. Reads everybody: half a second for a million.
    base::Result<QStringList> unitNumbers(const QString &unit);
    base::Result<qint64> count(const QString &unit, const domain::StaffQuery &query);
    /// Without their insurances.
    base::Result<std::vector<domain::Staff>> window(const QString &unit, const domain::StaffQuery &query,
                                                    store::StaffOrder order, bool descending, qint64 offset,
                                                    qint64 limit);
    base::Result<std::vector<domain::UnitNumberCount>> contributingByUnitNumber(const QString &unit);
    /// With insurances; Validation staff.unknown.
    base::Result<domain::Staff> find(const QString &unit, const QString &staffId);

    std::shared_ptr<StaffWalk> walk(const QString &unit, const domain::StaffSelection &selection)
    {
        return std::make_shared<StaffWalk>(m_env.store, unit, selection);
    }

    /// What updates changed (E4).
    base::Result<qint64> changeCount(const QString &unit, const domain::StaffChangeQuery &query);
    base::Result<std::vector<domain::StaffChange>> changes(const QString &unit, const domain::StaffChangeQuery &query,
                                                           qint64 offset, qint64 limit, bool oldestFirst = false);
    /// Newest first, those below a number: for a walk through all of them.
    base::Result<std::vector<domain::StaffChange>> changesBefore(const QString &unit,
                                                                 const domain::StaffChangeQuery &query, qint64 number,
                                                                 qint64 limit);

private:
    base::Result<StaffSyncReport> pull(const QString &unit, StaffSync mode, base::Job &job);

    /// Who was found last: count and windows of one search read it once.
    struct Searched {
        QString unit;
        domain::StaffQuery query;
        store::StaffOrder order;
        bool operator==(const Searched &) const = default;
    };
    std::shared_ptr<const store::StaffHits> hitsOf(base::sqlite::Connection &connection, const QString &unit,
                                                   const domain::StaffQuery &query, store::StaffOrder order);

    Environment m_env;
    Turns m_walks;
    LastFound<Searched, store::StaffHits> m_hits;
};

}  // namespace service
