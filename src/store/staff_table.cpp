#include "store/staff_table.h"

#include "store/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace store {

using base::sqlite::Statement;

namespace {

constexpr const char *kStaffColumns = "id, person_number, unit_number, name, document_type, document_number, department,"
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
struct StaffFilter {
    QByteArray sql;
    std::vector<QString> texts;
    std::optional<int> state;

    /// Returns the place of the next value.
    int bind(Statement &statement, const QString &unit) const
    {
        int at = 1;
        statement.bind(at++, unit);
        for (const auto &text : texts)
            statement.bind(at++, text);
        if (state)
            statement.bind(at++, *state);
        return at;
    }
};

/// Without query.quick: `hits`, when there are any to be among.
StaffFilter filterOf(const domain::StaffQuery &query, const StaffHits *hits)
{
    // Left to itself SQLite walks the primary key from end to end for a document number.
    const auto index = query.documentNumber.isEmpty() ? "" : " INDEXED BY staff_by_document";
    StaffFilter filter{QByteArray(" FROM staff") + index + " WHERE registration_id = ?", {}, std::nullopt};
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
    if (hits) {
        filter.sql += " AND id IN (SELECT value FROM json_each(?))";
        filter.texts.push_back(hits->json());
    }
    if (query.state) {
        filter.sql += " AND state = ?";
        filter.state = static_cast<int>(*query.state);
    }
    return filter;
}

/// Whether a query leaves people out by a text that is searched for.
bool findsSome(const domain::StaffQuery &query)
{
    // A document number alone, or with a name, is found by its index.
    return !query.quick.isEmpty() || (!query.name.isEmpty() && query.documentNumber.isEmpty());
}

/// Whether the hits of a query are all there is to say of it.
bool isOfHitsAlone(domain::StaffQuery query)
{
    query.quick.clear();
    return query == domain::StaffQuery();
}

/// Whether the hits are in this order, and everybody of the query is among them.
bool areWindows(const domain::StaffQuery &query, StaffOrder order)
{
    return order == StaffOrder::Wage || (isOfHitsAlone(query) && order != StaffOrder::State);
}

std::vector<domain::Staff> rowsOf(Statement &row)
{
    std::vector<domain::Staff> rows;
    while (row.next())
        rows.push_back(staffOf(row));
    return rows;
}

QStringList textsOf(Statement &row)
{
    QStringList texts;
    while (row.next())
        texts.append(row.text(0));
    return texts;
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

void StaffTable::save(StaffSearch &search, const QString &unit, const domain::Staff &staff, qint64 generation)
{
    // Of a first download everybody is new: nothing to compare with, nothing to remove.
    const auto block = search.freeBlock();
    const bool isNew = m_connection.run("INSERT INTO staff VALUES (?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING", unit,
                                        staff.id, staff.personNumber, staff.unitNumber, staff.name, staff.documentType,
                                        staff.documentNumber, staff.department, static_cast<int>(staff.state),
                                        column(staff.wage), generation, block)
                       > 0;
    if (isNew)
        search.put(block, staff);
    else
        update(search, unit, staff, generation);
    saveInsurances(unit, staff);
}

void StaffTable::update(StaffSearch &search, const QString &unit, const domain::Staff &staff, qint64 generation)
{
    auto row = m_connection.query("UPDATE staff SET person_number = ?3, unit_number = ?4, name = ?5, document_type = ?6,"
                                  " document_number = ?7, department = ?8, state = ?9, wage = ?10, generation = ?11"
                                  " WHERE registration_id = ?1 AND id = ?2 RETURNING block",
                                  unit, staff.id, staff.personNumber, staff.unitNumber, staff.name, staff.documentType,
                                  staff.documentNumber, staff.department, static_cast<int>(staff.state),
                                  column(staff.wage), generation);
    while (row.next())
        search.put(row.integer(0), staff);
    m_connection.run("DELETE FROM staff_insurance WHERE registration_id = ? AND staff_id = ?", unit, staff.id);
}

void StaffTable::saveInsurances(const QString &unit, const domain::Staff &staff)
{
    auto insert = m_connection.query("INSERT INTO staff_insurance VALUES (?,?,?,?,?,?,?,?,?)"
                                     " ON CONFLICT DO NOTHING", unit, staff.id);
    for (const auto &each : staff.insurances) {
        insert.bind(3, each.insurance);
        insert.bind(4, each.insuranceName);
        insert.bind(5, static_cast<int>(each.state));
        insert.bind(6, each.from.index());
        insert.bind(7, column(each.to));
        insert.bind(8, column(each.wage));
        insert.bind(9, column(each.base));
        while (insert.next()) {}
        insert.reset();
    }
}

void StaffTable::keep(const QString &unit, const QString &id, qint64 generation)
{
    m_connection.run("UPDATE staff SET generation = ? WHERE registration_id = ? AND id = ?", generation, unit, id);
}

void StaffTable::remove(StaffSearch &search, const QString &unit, const QString &id)
{
    auto row = m_connection.query("DELETE FROM staff WHERE registration_id = ? AND id = ? RETURNING block", unit, id);
    while (row.next())
        search.remove(row.integer(0), id);
}

qint64 StaffTable::removeOlderThan(StaffSearch &search, const QString &unit, qint64 generation)
{
    qint64 removed = 0;
    auto row = m_connection.query("DELETE FROM staff WHERE registration_id = ? AND generation < ? RETURNING block, id",
                                  unit, generation);
    for (; row.next(); ++removed)
        search.remove(row.integer(0), row.text(1));
    return removed;
}

bool StaffTable::goesByHits(const domain::StaffQuery &query, StaffOrder order)
{
    return findsSome(query) || order == StaffOrder::Wage || (isOfHitsAlone(query) && order == StaffOrder::Name);
}

StaffHits StaffTable::hits(const QString &unit, const domain::StaffQuery &query, StaffOrder order) const
{
    const StaffSearch search(m_connection, unit);
    if (order != StaffOrder::Wage || isOfHitsAlone(query))
        return search.find(query, order);
    // Wages have no index: who is left by the whole query is put in order once, for all windows.
    const auto found = findsSome(query) ? std::optional(search.find(query, StaffOrder::PersonNumber)) : std::nullopt;
    const auto filter = filterOf(query, found ? &*found : nullptr);
    auto row = m_connection.queryText("SELECT id, wage" + filter.sql);
    filter.bind(row, unit);
    StaffHits hits;
    while (row.next())
        hits.add(row.view(0), wageKey(maybeMoney(row, 1)));
    hits.sort();
    return hits;
}

qint64 StaffTable::count(const QString &unit, const domain::StaffQuery &query, const StaffHits *known) const
{
    if (findsSome(query) && !known) {
        const auto found = hits(unit, query, StaffOrder::PersonNumber);
        return count(unit, query, &found);
    }
    if (query == domain::StaffQuery())
        return StaffSearch(m_connection, unit).size();
    if (known && isOfHitsAlone(query))
        return known->size();
    const auto filter = filterOf(query, known);
    auto row = m_connection.queryText("SELECT count(*)" + filter.sql);
    filter.bind(row, unit);
    return row.next() ? row.integer(0) : 0;
}

std::vector<domain::Staff> StaffTable::window(const QString &unit, const domain::StaffQuery &query, StaffOrder order,
                                              bool descending, qint64 offset, qint64 limit, const StaffHits *known) const
{
    if (goesByHits(query, order) && !known) {
        const auto found = hits(unit, query, order);
        return window(unit, query, order, descending, offset, limit, &found);
    }
    if (known && areWindows(query, order))
        return rowsOfHits(unit, *known, descending, offset, limit);
    const auto filter = filterOf(query, known);
    const QByteArray direction = descending ? " DESC" : " ASC";
    auto row = m_connection.queryText(QByteArray("SELECT ") + kStaffColumns + filter.sql
                                      + (known ? " ORDER BY +" : " ORDER BY ") + orderOf(order) + direction + ", id"
                                      + direction + " LIMIT ? OFFSET ?");
    const int at = filter.bind(row, unit);
    row.bind(at, limit);
    row.bind(at + 1, offset);
    return rowsOf(row);
}

/// Found people are in order already: a window is read by their ids.
std::vector<domain::Staff> StaffTable::rowsOfHits(const QString &unit, const StaffHits &hits, bool descending,
                                                  qint64 offset, qint64 limit) const
{
    std::vector<domain::Staff> window;
    for (qint64 at = offset; at < hits.size() && at < offset + limit; ++at) {
        auto row = m_connection.queryText(QByteArray("SELECT ") + kStaffColumns
                                          + " FROM staff WHERE registration_id = ? AND id = ?");
        row.bindAll(unit, hits.id(descending ? hits.size() - 1 - at : at));
        if (row.next())
            window.push_back(staffOf(row));
    }
    return window;
}

std::vector<domain::Staff> StaffTable::byDocument(const QString &unit, const QString &documentNumber) const
{
    // The index is named for the reason filterOf names it.
    auto row = m_connection.queryText(QByteArray("SELECT ") + kStaffColumns
                                      + " FROM staff INDEXED BY staff_by_document WHERE registration_id = ? AND document_number = ?");
    row.bindAll(unit, documentNumber);
    return rowsOf(row);
}

std::vector<domain::Staff> StaffTable::after(const QString &unit, const domain::StaffQuery &query,
                                             const StaffPlace &place, qint64 limit) const
{
    const auto filter = filterOf(query, nullptr);
    auto row = m_connection.queryText(QByteArray("SELECT ") + kStaffColumns + filter.sql
                                      + " AND (person_number, id) > (?, ?) ORDER BY person_number, id LIMIT ?");
    const int at = filter.bind(row, unit);
    row.bind(at, place.personNumber);
    row.bind(at + 1, place.id);
    row.bind(at + 2, limit);
    return rowsOf(row);
}

std::optional<domain::Staff> StaffTable::find(const QString &unit, const QString &id) const
{
    auto row = m_connection.queryText(QByteArray("SELECT ") + kStaffColumns
                                      + " FROM staff WHERE registration_id = ? AND id = ?");
    row.bindAll(unit, id);
    if (!row.next())
        return std::nullopt;
    auto staff = staffOf(row);
    staff.insurances = insurances(unit, id);
    return staff;
}

QStringList StaffTable::ids(const QString &unit, const domain::StaffQuery &query) const
{
    const auto hits = StaffSearch(m_connection, unit).find(query, StaffOrder::PersonNumber);
    const auto filter = filterOf(query, &hits);
    auto row = m_connection.queryText("SELECT id" + filter.sql + " ORDER BY +person_number, id");
    filter.bind(row, unit);
    return textsOf(row);
}

QStringList StaffTable::inOrder(const QString &unit, const QStringList &ids) const
{
    const auto json = QJsonDocument(QJsonArray::fromStringList(ids)).toJson(QJsonDocument::Compact);
    auto row = m_connection.query("SELECT id FROM staff WHERE registration_id = ? AND id IN (SELECT value FROM json_each(?))"
                                  " ORDER BY +person_number, id",  // +: by their ids, not through everybody
                                  unit, QString::fromUtf8(json));
    return textsOf(row);
}

QVector<domain::StaffInsurance> StaffTable::insurances(const QString &unit, const QString &id) const
{
    auto row = m_connection.query("SELECT insurance, insurance_name, state, from_month, to_month, wage, base"
                                  " FROM staff_insurance WHERE registration_id = ? AND staff_id = ? ORDER BY insurance",
                                  unit, id);
    QVector<domain::StaffInsurance> insurances;
    while (row.next()) {
        insurances.append({row.text(0), row.text(1), enumeration<domain::ContributionState>(row, 2), month(row, 3),
                           maybeMonth(row, 4), maybeMoney(row, 5), maybeMoney(row, 6)});
    }
    return insurances;
}

QStringList StaffTable::unitNumbers(const QString &unit) const
{
    auto row = m_connection.query("SELECT DISTINCT unit_number FROM staff WHERE registration_id = ? ORDER BY 1", unit);
    return textsOf(row);
}

}  // namespace store
