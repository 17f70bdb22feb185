#pragma once
// Insured staff (E rows). Lists are read in windows; filter and order happen in SQL.

#include "base/sqlite.h"
#include "domain/staff.h"
#include "store/staff_search.h"

#include <optional>
#include <vector>

namespace store {

/// Where a walk over everybody stands: behind this person.
struct StaffPlace {
    QString personNumber;
    QString id;
};

class StaffTable final {
public:
    explicit StaffTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    // What is written for quick search is collected in `search`; flush() it in the same transaction.
    void save(StaffSearch &search, const QString &unit, const domain::Staff &staff, qint64 generation);
    /// A full walk met somebody who is as before.
    void keep(const QString &unit, const QString &id, qint64 generation);
    void remove(StaffSearch &search, const QString &unit, const QString &id);
    /// After a full walk: whoever it did not meet is gone. Returns how many.
    qint64 removeOlderThan(StaffSearch &search, const QString &unit, qint64 generation);

    /// Of people, not of entries: who is 正常缴费 under one 单位编号 is.
    domain::StaffCounts counts(const QString &unit) const;
    /// Whether count() and window() go by hits(). They find them themselves when they are not given them, which whoever
    /// reads several windows keeps.
    static bool goesByHits(const domain::StaffQuery &query, StaffOrder order);
    StaffHits hits(const QString &unit, const domain::StaffQuery &query, StaffOrder order) const;
    qint64 count(const QString &unit, const domain::StaffQuery &query, const StaffHits *known = nullptr) const;
    /// Without their insurances.
    std::vector<domain::Staff> window(const QString &unit, const domain::StaffQuery &query, StaffOrder order,
                                      bool descending, qint64 offset, qint64 limit,
                                      const StaffHits *known = nullptr) const;
    /// A person's entries, one for each 单位编号, by the normalized document number; without their insurances.
    std::vector<domain::Staff> byDocument(const QString &unit, const QString &documentNumber) const;
    /// The next people behind a place, by 人员编号, without their insurances, of a query that does not go by hits.
    std::vector<domain::Staff> after(const QString &unit, const domain::StaffQuery &query, const StaffPlace &place,
                                     qint64 limit) const;
    /// Of everybody of a query, by 人员编号.
    QStringList ids(const QString &unit, const domain::StaffQuery &query) const;
    /// Those of the ids that are here, by 人员编号.
    QStringList inOrder(const QString &unit, const QStringList &ids) const;
    QVector<domain::StaffInsurance> insurances(const QString &unit, const QString &id) const;
    /// With insurances.
    std::optional<domain::Staff> find(const QString &unit, const QString &id) const;
    /// The 单位编号 that occur, for 查询.
    QStringList unitNumbers(const QString &unit) const;
    /// How many people were insured in each month, from the first month of their first insurance to the last of their last one.
    /// Reads everybody.
    QVector<qint64> insuredByMonth(const QString &unit, domain::Month from, domain::Month to) const;
    std::vector<domain::UnitNumberCount> contributingByUnitNumber(const QString &unit) const;

private:
    base::sqlite::Statement repeated(const QString &unit) const;
    /// Somebody who is here already; their insurances are gone afterwards.
    void update(StaffSearch &search, const QString &unit, const domain::Staff &staff, qint64 generation);
    void saveInsurances(const QString &unit, const domain::Staff &staff);
    std::vector<domain::Staff> rowsOfHits(const QString &unit, const StaffHits &hits, bool descending, qint64 offset,
                                      qint64 limit) const;

    base::sqlite::Connection &m_connection;
};

}  // namespace store
