#pragma once
// 职工缴费基数 (Q2), read in windows; names and documents come from the staff who are here.

#include "base/sqlite.h"
#include "domain/contribution_base.h"

#include <utility>
#include <vector>

namespace store {

/// How many bases and people a query has, and where to begin reading them: a window deep in a list of millions costs as much as the
/// first. It fits until bases or staff are written.
struct ContributionBasePlaces {
    static constexpr qint64 kStride = 1000;

    qint64 count = 0;
    qint64 people = 0;
    /// Each stands behind kStride more rows than the one before, the first before all: a staff id and an insurance.
    std::vector<std::pair<QString, QString>> places{{}};
};

class ContributionBaseTable final {
public:
    explicit ContributionBaseTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    /// All bases of the people on a page of a walk, those of one person in a row; tombstones remove theirs.
    void save(const QString &unit, const QVector<domain::ContributionBase> &rows, qint64 generation);
    /// After a full walk: of whom it did not meet. Returns how many bases.
    qint64 removeOlderThan(const QString &unit, qint64 generation);

    /// Reads the keys of all of them.
    ContributionBasePlaces places(const QString &unit, const domain::ContributionBaseQuery &query) const;
    std::vector<domain::KnownContributionBase> window(const QString &unit, const domain::ContributionBaseQuery &query,
                                                      const ContributionBasePlaces &places, qint64 offset,
                                                      qint64 limit) const;
    /// The next ones behind a person's insurance, for a walk through all of them; empty texts: from the start.
    std::vector<domain::KnownContributionBase> after(const QString &unit, const domain::ContributionBaseQuery &query,
                                                     const QString &staffId, const QString &insurance,
                                                     qint64 limit) const
    {
        return behind(unit, query, staffId, insurance, 0, limit);
    }

private:
    std::vector<domain::KnownContributionBase> behind(const QString &unit, const domain::ContributionBaseQuery &query,
                                                      const QString &staffId, const QString &insurance, qint64 skipped,
                                                      qint64 limit) const;


    base::sqlite::Connection &m_connection;
};

}  // namespace store
