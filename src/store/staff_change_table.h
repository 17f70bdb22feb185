#pragma once
// What updates changed about people (E4). Bounded, so that it never outgrows the roster: the last 24 months, and at most
// a million entries, which is also what one worksheet holds.

#include "base/sqlite.h"
#include "domain/staff_change.h"

#include <vector>

namespace store {

class StaffChangeTable final {
public:
    static constexpr int kMonthsKept = 24;
    static constexpr qint64 kMostKept = 1'000'000;

    explicit StaffChangeTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    void add(const QString &unit, const QDateTime &at, const std::vector<domain::StaffChange> &changes);
    /// Everybody a full walk did not meet, before StaffTable::removeOlderThan() takes them.
    void addLeft(const QString &unit, const QDateTime &at, qint64 generation);
    void prune(const QString &unit, const QDateTime &now, qint64 most = kMostKept);

    qint64 count(const QString &unit, const domain::StaffChangeQuery &query) const;
    std::vector<domain::StaffChange> window(const QString &unit, const domain::StaffChangeQuery &query, qint64 offset,
                                            qint64 limit, bool oldestFirst = false) const;
    /// Newest first, those older than number `below`: a walk through all of them that does not count again.
    std::vector<domain::StaffChange> older(const QString &unit, const domain::StaffChangeQuery &query, qint64 below,
                                           qint64 limit) const;

private:
    qint64 newest(const QString &unit) const;

    base::sqlite::Connection &m_connection;
};

}  // namespace store
