#pragma once
// 社保费申报明细: what was declared and accepted, down to the person. A walk brings items with their people, page by
// page, and shows them when it has ended; until then the walk before is shown. Windows and totals by item cost as much
// as there are items, however many people they have.

#include "base/sqlite.h"
#include "domain/certificate.h"
#include "domain/declared_person.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace store {

class DeclaredTable final {
public:
    explicit DeclaredTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    // A walk
    void append(const QString &unit, qint64 walk, const QVector<domain::DeclaredPerson> &rows);
    /// The walk has ended: it is shown, what it replaces is not any more.
    void show(const QString &unit, qint64 walk, domain::MonthRange months, const QDateTime &at);
    /// Removes some of what is not shown and belongs to no walk `underWay` (0: none). False when nothing was left.
    bool removeSome(const QString &unit, qint64 underWay);
    /// Of the next people after `after` removes those of whom nothing declared is kept any more; the last one looked at, 0 at
    /// the end.
    qint64 forgetSome(qint64 after);
    /// When each month of these was fetched; not valid: never.
    QVector<QDateTime> fetchedAt(const QString &unit, domain::MonthRange months) const;
    /// The latest of all; not valid: never.
    QDateTime lastFetched(const QString &unit) const;

    // The list
    domain::DeclaredChoices choices(const QString &unit) const;
    domain::DeclaredTotals totals(const QString &unit, const domain::DeclaredQuery &query) const;
    std::vector<domain::DeclaredPerson> window(const QString &unit, const domain::DeclaredQuery &query, qint64 offset,
                                               qint64 limit) const;

    // By employee
    qint64 employeeCount(const QString &unit, const domain::EmployeeQuery &query) const;
    std::vector<domain::Employee> employees(const QString &unit, const domain::EmployeeQuery &query, qint64 offset,
                                            qint64 limit) const;
    /// Nothing when nothing of the months was declared for him.
    std::optional<domain::Employee> employee(const QString &unit, const QString &identity,
                                             domain::MonthRange months) const;
    /// All that was declared for one employee, the oldest first.
    QVector<domain::DeclaredPerson> rowsOf(const QString &unit, const QString &identity,
                                           domain::MonthRange months) const;

private:
    qint64 itemKey(const QString &unit, qint64 walk, const domain::DeclaredPerson &row);
    qint64 whoKey(const QString &unit, const domain::FeePerson &person);

    base::sqlite::Connection &m_connection;
};

}  // namespace store
