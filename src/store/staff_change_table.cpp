#include "store/staff_change_table.h"

#include "store/values.h"

namespace store {

using base::sqlite::Statement;
using domain::StaffChange;
using domain::StaffField;

namespace {

constexpr const char *kChangeColumns =
    "number, at, staff_id, name, document_type, document_number, field, insurance_name, before, after";

StaffChange changeOf(const Statement &row)
{
    return {row.integer(0), instant(row, 1), row.text(2), row.text(3), row.text(4), row.text(5),
            enumeration<StaffField>(row, 6), row.text(7), row.text(8), row.text(9)};
}

/// WHERE clause and its values after the unit's.
struct ChangeFilter {
    QByteArray sql = " FROM staff_change WHERE registration_id = ?";
    std::vector<QString> texts;

    explicit ChangeFilter(const domain::StaffChangeQuery &query)
    {
        add(" AND has_name(name, ?)", query.name);
        add(" AND document_type = ?", query.documentType);
        add(" AND instr(document_number, ?)", query.documentNumber);
        add(" AND at >= ?", column(query.from));
        add(" AND at < ?", column(query.until));
        add(" AND is_looked_for(?, name, document_number)", query.quick);
    }
    int bind(Statement &statement, const QString &unit) const
    {
        int at = 1;
        statement.bind(at++, unit);
        for (const auto &text : texts)
            statement.bind(at++, text);
        return at;
    }

private:
    void add(const char *condition, const QString &value)
    {
        if (value.isEmpty())
            return;
        sql += condition;
        texts.push_back(value);
    }
};

std::vector<StaffChange> changesOf(Statement &rows)
{
    std::vector<StaffChange> changes;
    while (rows.next())
        changes.push_back(changeOf(rows));
    return changes;
}

/// The condition that follows the query's own ends with two values.
std::vector<StaffChange> select(base::sqlite::Connection &connection, const QString &unit,
                                const domain::StaffChangeQuery &query, const char *tail, qint64 first, qint64 second)
{
    const ChangeFilter filter(query);
    auto rows = connection.queryText(QByteArray("SELECT ") + kChangeColumns + filter.sql + tail);
    const int at = filter.bind(rows, unit);
    rows.bind(at, first);
    rows.bind(at + 1, second);
    return changesOf(rows);
}

}  // namespace

qint64 StaffChangeTable::newest(const QString &unit) const
{
    auto row = m_connection.query("SELECT coalesce(max(number), 0) FROM staff_change WHERE registration_id = ?", unit);
    return row.next() ? row.integer(0) : 0;
}

void StaffChangeTable::add(const QString &unit, const QDateTime &at, const std::vector<StaffChange> &changes)
{
    if (changes.empty())
        return;
    qint64 number = newest(unit);
    for (const auto &change : changes) {
        m_connection.run("INSERT INTO staff_change (registration_id, number, at, staff_id, name, document_type,"
                         " document_number, field, insurance_name, before, after) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                         unit, ++number, column(at), change.staffId, change.name, change.documentType,
                         change.documentNumber, static_cast<int>(change.field), change.insuranceName, change.before,
                         change.after);
    }
}

void StaffChangeTable::addLeft(const QString &unit, const QDateTime &at, qint64 generation)
{
    m_connection.run("INSERT INTO staff_change (registration_id, number, at, staff_id, name, document_type,"
                     " document_number, field, insurance_name, before, after)"
                     " SELECT registration_id, ?3 + row_number() OVER (ORDER BY id), ?4, id, name, document_type,"
                     " document_number, ?5, '', '', '' FROM staff WHERE registration_id = ?1 AND generation < ?2",
                     unit, generation, newest(unit), column(at), static_cast<int>(StaffField::Left));
}

void StaffChangeTable::prune(const QString &unit, const QDateTime &now, qint64 most)
{
    m_connection.run("DELETE FROM staff_change WHERE registration_id = ? AND number <= ?", unit, newest(unit) - most);
    // Numbers count up with time, so what is too old ends where the first one begins that is not.
    m_connection.run("DELETE FROM staff_change WHERE registration_id = ?1 AND number < coalesce((SELECT number FROM"
                     " staff_change WHERE registration_id = ?1 AND at >= ?2 ORDER BY number LIMIT 1), ?3)",
                     unit, column(now.addMonths(-kMonthsKept)), newest(unit) + 1);
}

qint64 StaffChangeTable::count(const QString &unit, const domain::StaffChangeQuery &query) const
{
    const ChangeFilter filter(query);
    auto row = m_connection.queryText("SELECT count(*)" + filter.sql);
    filter.bind(row, unit);
    return row.next() ? row.integer(0) : 0;
}

std::vector<StaffChange> StaffChangeTable::window(const QString &unit, const domain::StaffChangeQuery &query,
                                                  qint64 offset, qint64 limit, bool oldestFirst) const
{
    return select(m_connection, unit, query,
                  oldestFirst ? " ORDER BY number LIMIT ? OFFSET ?" : " ORDER BY number DESC LIMIT ? OFFSET ?", limit, offset);
}

std::vector<StaffChange> StaffChangeTable::older(const QString &unit, const domain::StaffChangeQuery &query,
                                                 qint64 below, qint64 limit) const
{
    return select(m_connection, unit, query, " AND number < ? ORDER BY number DESC LIMIT ?", below, limit);
}

}  // namespace store
