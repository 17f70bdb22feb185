#include "store/staff_table.h"

#include "store/values.h"

#include <QStringList>

namespace store {

using base::sqlite::Statement;

namespace {

constexpr const char *kColumns = "id, person_number, unit_number, name, document_type, document_number, department,"
                                 " state, wage";

domain::Staff staffOf(const Statement &row)
{
    domain::Staff staff;
    staff.id = row.text(0);
    staff.personNumber = row.text(1);
    staff.unitNumber = row.text(2);
    staff.name = row.text(3);
    staff.documentType = row.text(4);
    staff.documentNumber = row.text(5);
    staff.department = row.text(6);
    staff.state = enumeration<domain::ContributionState>(row, 7);
    staff.wage = maybeMoney(row, 8);
    return staff;
}

/// WHERE clause and its values; only conditions that are set, so that an index serves them.
struct Filter {
    QByteArray sql;
    std::vector<QString> texts;
    std::optional<int> state;

    void bind(Statement &statement, const QString &unit, int at = 1) const
    {
        statement.bind(at++, unit);
        for (const auto &text : texts)
            statement.bind(at++, text);
        if (state)
            statement.bind(at, *state);
    }
    int size() const { return 1 + static_cast<int>(texts.size()) + (state ? 1 : 0); }
};

Filter filterOf(const domain::StaffQuery &query)
{
    Filter filter{" FROM staff WHERE registration_id = ?", {}, std::nullopt};
    const auto equal = [&filter](const char *column, const QString &value) {
        if (value.isEmpty())
            return;
        filter.sql += QByteArray(" AND ") + column + " = ?";
        filter.texts.push_back(value);
    };
    equal("name", query.name);
    equal("document_type", query.documentType);
    equal("document_number", query.documentNumber);
    equal("unit_number", query.unitNumber);
    if (query.state) {
        filter.sql += " AND state = ?";
        filter.state = static_cast<int>(*query.state);
    }
    return filter;
}

QByteArray orderOf(StaffOrder order)
{
    switch (order) {
    case StaffOrder::PersonNumber: return "person_number";
    case StaffOrder::Name: return "name";
    case StaffOrder::DocumentNumber: return "document_number";
    case StaffOrder::State: return "state";
    case StaffOrder::Wage: return "wage";
    }
    return "person_number";
}

}  // namespace

void StaffTable::save(const QString &unit, const domain::Staff &staff, qint64 generation)
{
    // No INSERT OR REPLACE: it would delete the insurances of the row by cascade before they are compared.
    m_connection.run("INSERT INTO staff VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (registration_id, id) DO UPDATE SET"
                     " person_number = excluded.person_number, unit_number = excluded.unit_number,"
                     " name = excluded.name, document_type = excluded.document_type,"
                     " document_number = excluded.document_number, department = excluded.department,"
                     " state = excluded.state, wage = excluded.wage, generation = excluded.generation",
                     unit, staff.id, staff.personNumber, staff.unitNumber, staff.name, staff.documentType,
                     staff.documentNumber, staff.department, static_cast<int>(staff.state), column(staff.wage),
                     generation);
    m_connection.run("DELETE FROM staff_insurance WHERE registration_id = ? AND staff_id = ?", unit, staff.id);
    for (const auto &insurance : staff.insurances) {
        m_connection.run("INSERT OR REPLACE INTO staff_insurance VALUES (?,?,?,?,?,?,?,?,?)", unit, staff.id,
                         insurance.insurance, insurance.insuranceName, static_cast<int>(insurance.state),
                         insurance.from.index(), column(insurance.to), column(insurance.wage),
                         column(insurance.base));
    }
}

void StaffTable::remove(const QString &unit, const QString &id)
{
    m_connection.run("DELETE FROM staff WHERE registration_id = ? AND id = ?", unit, id);
}

qint64 StaffTable::removeOlderThan(const QString &unit, qint64 generation)
{
    return m_connection.run("DELETE FROM staff WHERE registration_id = ? AND generation < ?", unit, generation);
}

domain::StaffCounts StaffTable::counts(const QString &unit) const
{
    constexpr auto normal = static_cast<int>(domain::ContributionState::Normal);
    auto row = m_connection.query("SELECT count(*), coalesce(sum(state = ?), 0),"
                                  " coalesce(sum(state = ? AND wage IS NULL), 0) FROM staff WHERE registration_id = ?",
                                  normal, normal, unit);
    row.next();
    return {row.integer(0), row.integer(1), row.integer(0) - row.integer(1), row.integer(2)};
}

qint64 StaffTable::count(const QString &unit, const domain::StaffQuery &query) const
{
    const auto filter = filterOf(query);
    auto row = m_connection.queryText("SELECT count(*)" + filter.sql);
    filter.bind(row, unit);
    return row.next() ? row.integer(0) : 0;
}

std::vector<domain::Staff> StaffTable::window(const QString &unit, const domain::StaffQuery &query, StaffOrder order,
                                              bool descending, qint64 offset, qint64 limit) const
{
    const auto filter = filterOf(query);
    const QByteArray direction = descending ? " DESC" : " ASC";
    auto row = m_connection.queryText(QByteArray("SELECT ") + kColumns + filter.sql + " ORDER BY " + orderOf(order)
                                      + direction + ", id" + direction + " LIMIT ? OFFSET ?");
    filter.bind(row, unit);
    row.bind(filter.size() + 1, limit);
    row.bind(filter.size() + 2, offset);
    std::vector<domain::Staff> window;
    while (row.next())
        window.push_back(staffOf(row));
    return window;
}

std::optional<domain::Staff> StaffTable::find(const QString &unit, const QString &id) const
{
    auto row = m_connection.queryText(QByteArray("SELECT ") + kColumns
                                      + " FROM staff WHERE registration_id = ? AND id = ?");
    row.bindAll(unit, id);
    if (!row.next())
        return std::nullopt;
    auto staff = staffOf(row);
    auto insurance = m_connection.query("SELECT insurance, insurance_name, state, from_month, to_month, wage, base"
                                        " FROM staff_insurance WHERE registration_id = ? AND staff_id = ?"
                                        " ORDER BY insurance",
                                        unit, id);
    while (insurance.next()) {
        staff.insurances.append({insurance.text(0), insurance.text(1),
                                 enumeration<domain::ContributionState>(insurance, 2), month(insurance, 3),
                                 maybeMonth(insurance, 4), maybeMoney(insurance, 5), maybeMoney(insurance, 6)});
    }
    return staff;
}

QStringList StaffTable::unitNumbers(const QString &unit) const
{
    auto row = m_connection.query("SELECT DISTINCT unit_number FROM staff WHERE registration_id = ? ORDER BY 1", unit);
    QStringList numbers;
    while (row.next())
        numbers.append(row.text(0));
    return numbers;
}

std::vector<domain::UnitNumberCount> StaffTable::contributingByUnitNumber(const QString &unit) const
{
    auto row = m_connection.query("SELECT unit_number, count(*) FROM staff WHERE registration_id = ? AND state = ?"
                                  " GROUP BY unit_number ORDER BY unit_number",
                                  unit, static_cast<int>(domain::ContributionState::Normal));
    std::vector<domain::UnitNumberCount> counts;
    while (row.next())
        counts.push_back({row.text(0), row.integer(1)});
    return counts;
}

}  // namespace store
