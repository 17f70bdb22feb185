#pragma once
// 职工参保信息 (manual 3.1.4): pulled page by page, resumed where it was cut off, shown from the local store.

#include "domain/staff.h"
#include "service/environment.h"
#include "store/staff_table.h"

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
    QStringList unitNumbers;
};

class StaffService final {
public:
    explicit StaffService(const Environment &environment) : m_env(environment) {}

    /// Each page is checked and committed, with its cursor, while the next one is on the wire. Cancelling keeps what came.
    base::Result<StaffSyncReport> sync(const QString &unit, StaffSync mode, base::Job &job);

    base::Result<StaffOverview> overview(const QString &unit);
    base::Result<qint64> count(const QString &unit, const domain::StaffQuery &query);
    base::Result<std::vector<domain::Staff>> window(const QString &unit, const domain::StaffQuery &query,
                                                    store::StaffOrder order, bool descending, qint64 offset,
                                                    qint64 limit);
    base::Result<std::vector<domain::UnitNumberCount>> contributingByUnitNumber(const QString &unit);
    /// With insurances; Validation staff.unknown.
    base::Result<domain::Staff> find(const QString &unit, const QString &staffId);

private:
    Environment m_env;
};

}  // namespace service
