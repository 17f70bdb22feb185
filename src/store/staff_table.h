#pragma once
// Insured staff (E rows). Lists are read in windows; filter and order happen in SQL.

#include "base/sqlite.h"
#include "domain/staff.h"

#include <optional>
#include <vector>

namespace store {

/// Order of a staff list; ties are broken by id so that windows never overlap.
enum class StaffOrder { PersonNumber, Name, DocumentNumber, State, Wage };

class StaffTable final {
public:
    explicit StaffTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    void save(const QString &unit, const domain::Staff &staff, qint64 generation);
    void remove(const QString &unit, const QString &id);
    /// After a full walk: whoever it did not meet is gone. Returns how many.
    qint64 removeOlderThan(const QString &unit, qint64 generation);

    domain::StaffCounts counts(const QString &unit) const;
    qint64 count(const QString &unit, const domain::StaffQuery &query) const;
    /// Without their insurances.
    std::vector<domain::Staff> window(const QString &unit, const domain::StaffQuery &query, StaffOrder order,
                                      bool descending, qint64 offset, qint64 limit) const;
    /// With insurances.
    std::optional<domain::Staff> find(const QString &unit, const QString &id) const;
    /// The 单位编号 that occur, for 查询.
    QStringList unitNumbers(const QString &unit) const;
    std::vector<domain::UnitNumberCount> contributingByUnitNumber(const QString &unit) const;

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
