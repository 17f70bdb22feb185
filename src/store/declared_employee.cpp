// DeclaredTable by employee.

#include "domain/document.h"
#include "store/declared_query.h"
#include "store/declared_table.h"
#include "store/values.h"

namespace store {

using base::sqlite::Statement;
using domain::Employee;
using domain::EmployeeQuery;

namespace {

/// Identities with something declared in the months, in the order of the index.
QByteArray identitiesSql(const EmployeeQuery &query)
{
    QByteArray sql = "SELECT w.identity FROM declared_who w WHERE w.registration_id = ?1"
                     " AND (?2 = '' OR same_name(w.name, ?2)) AND (?3 = '' OR w.document_type = ?3)";
    sql += query.documentNumber.isEmpty() ? " AND ?4 = ''" : " AND w.document_number = ?4";
    sql += " AND (?7 = '' OR is_looked_for(?7, w.name, w.document_number))";
    return sql
           + " AND EXISTS (SELECT 1 FROM declared_person p JOIN declared_item i ON i.key = p.item WHERE p.who = w.key"
             " AND i.state = 1 AND i.period_to >= ?5 AND i.period_from <= ?6) GROUP BY w.identity ORDER BY w.identity";
}

void bindQuery(Statement &statement, const QString &unit, const EmployeeQuery &query)
{
    statement.bindAll(unit, query.name, query.documentType, domain::normalizedDocument(query.documentNumber),
                      query.months.from.index(), query.months.to.index(), query.quick);
}

/// The newest of what is known of somebody, and the sums of the months.
Employee employeeOf(base::sqlite::Connection &connection, const QString &unit, const QString &identity,
                    domain::MonthRange months)
{
    Employee employee;
    employee.identity = identity;
    auto who = connection.query("SELECT name, document_type, document_number, person_number FROM declared_who"
                                " WHERE registration_id = ? AND identity = ? ORDER BY key DESC LIMIT 1",
                                unit, identity);
    if (who.next()) {
        employee.name = who.text(0);
        employee.documentType = who.text(1);
        employee.documentNumber = who.text(2);
        employee.personNumber = who.text(3);
    }
    auto sums = connection.query("SELECT min(i.period_from), max(i.period_to), count(*), sum(p.payable),"
                                 " sum(iif(i.received, p.payable, 0)) FROM declared_who w JOIN declared_person p"
                                 " ON p.who = w.key JOIN declared_item i ON i.key = p.item WHERE w.registration_id = ?"
                                 " AND w.identity = ? AND i.state = 1 AND i.period_to >= ? AND i.period_from <= ?",
                                 unit, identity, months.from.index(), months.to.index());
    if (sums.next()) {
        employee.first = month(sums, 0);
        employee.last = month(sums, 1);
        employee.items = sums.integer(2);
        employee.payable = money(sums, 3);
        employee.received = money(sums, 4);
    }
    return employee;
}

}  // namespace

qint64 DeclaredTable::employeeCount(const QString &unit, const EmployeeQuery &query) const
{
    auto row = m_connection.queryText("SELECT count(*) FROM (" + identitiesSql(query) + ")");
    bindQuery(row, unit, query);
    return row.next() ? row.integer(0) : 0;
}

std::vector<Employee> DeclaredTable::employees(const QString &unit, const EmployeeQuery &query, qint64 offset,
                                               qint64 limit) const
{
    QStringList identities;
    {
        auto row = m_connection.queryText(identitiesSql(query) + " LIMIT ?8 OFFSET ?9");
        bindQuery(row, unit, query);
        row.bind(8, limit);
        row.bind(9, offset);
        while (row.next())
            identities << row.text(0);
    }
    std::vector<Employee> employees;
    employees.reserve(static_cast<std::size_t>(identities.size()));
    for (const auto &identity : identities)
        employees.push_back(employeeOf(m_connection, unit, identity, query.months));
    return employees;
}

std::optional<Employee> DeclaredTable::employee(const QString &unit, const QString &identity,
                                                domain::MonthRange months) const
{
    auto found = employeeOf(m_connection, unit, identity, months);
    return found.items > 0 ? std::optional(std::move(found)) : std::nullopt;
}

QVector<domain::DeclaredPerson> DeclaredTable::rowsOf(const QString &unit, const QString &identity,
                                                      domain::MonthRange months) const
{
    static const QByteArray sql =
        QByteArray(kDeclaredColumns)
        + " FROM declared_who w CROSS JOIN declared_person p ON p.who = w.key CROSS JOIN declared_item i ON i.key = "
          "p.item"
          " WHERE w.registration_id = ? AND w.identity = ? AND i.state = 1 AND i.period_to >= ? AND i.period_from <= ?"
          " ORDER BY i.period_from, i.key, p.position";
    QVector<domain::DeclaredPerson> rows;
    auto row = m_connection.query(sql.constData(), unit, identity, months.from.index(), months.to.index());
    while (row.next())
        rows.append(readDeclared(row));
    return rows;
}

}  // namespace store
