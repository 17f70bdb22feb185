#pragma once
// 职工缴费基数查询 (manual 3.1.8.2; Q2): pulled page by page, resumed where it was cut off, shown from the local store.

#include "domain/contribution_base.h"
#include "service/environment.h"
#include "service/last_found.h"
#include "service/turns.h"
#include "store/contribution_base_table.h"
#include "store/sync_table.h"

#include <memory>
#include <vector>

namespace service {

struct ContributionBaseSyncReport {
    qint64 updated = 0;  ///< people
};

struct ContributionBaseCounts {
    qint64 bases = 0;
    qint64 people = 0;
};

/// Goes once through all bases of a query: for exports.
class ContributionBaseWalk final {
public:
    ContributionBaseWalk(store::Store &store, const QString &unit, const domain::ContributionBaseQuery &query)
        : m_store(store), m_unit(unit), m_query(query)
    {
    }
    /// Back to the start.
    void begin() { m_staffId = m_insurance = QString(); }
    /// None at the end.
    base::Result<std::vector<domain::KnownContributionBase>> next(qint64 limit);

private:
    store::Store &m_store;
    QString m_unit;
    domain::ContributionBaseQuery m_query;
    QString m_staffId;
    QString m_insurance;
};

class ContributionBaseService final {
public:
    explicit ContributionBaseService(const Environment &environment) : m_env(environment) {}

    /// What was cut off goes on; otherwise everybody the first time, and then who changed. One at
    /// a time for a unit: another one waits.
    base::Result<ContributionBaseSyncReport> sync(const QString &unit, base::Job &job);
    /// Invalid: never finished.
    base::Result<QDateTime> syncedAt(const QString &unit);
    /// Reads all keys; windows of the same query that follow cost little.
    base::Result<ContributionBaseCounts> count(const QString &unit, const domain::ContributionBaseQuery &query);
    base::Result<std::vector<domain::KnownContributionBase>>
    window(const QString &unit, const domain::ContributionBaseQuery &query, qint64 offset, qint64 limit);
    std::shared_ptr<ContributionBaseWalk> walk(const QString &unit, const domain::ContributionBaseQuery &query)
    {
        return std::make_shared<ContributionBaseWalk>(m_env.store, unit, query);
    }

private:
    base::Result<ContributionBaseSyncReport> walkFrom(const QString &unit, store::SyncState state, base::Job &job);

    struct Searched {
        QString unit;
        domain::ContributionBaseQuery query;
        bool operator==(const Searched &) const = default;
    };
    std::shared_ptr<const store::ContributionBasePlaces>
    find(base::sqlite::Connection &connection, const QString &unit, const domain::ContributionBaseQuery &query);

    Environment m_env;
    Turns m_walks;
    /// Where the windows of the query that was counted last begin.
    LastFound<Searched, store::ContributionBasePlaces> m_places;
};

}  // namespace service
