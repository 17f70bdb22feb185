#include "store/contribution_base_table.h"

#include "store/values.h"

#include <string>

namespace store {

using base::sqlite::Statement;
using domain::ContributionBase;
using domain::ContributionBaseQuery;
using domain::KnownContributionBase;

namespace {

KnownContributionBase baseOf(const Statement &row)
{
    KnownContributionBase known;
    auto &base = known.base;
    base.staffId = row.text(0);
    base.insurance = row.text(1);
    base.insuranceName = row.text(2);
    base.personNumber = row.text(3);
    base.unitNumber = row.text(4);
    base.wage = maybeMoney(row, 5);
    base.base = money(row, 6);
    base.from = month(row, 7);
    base.to = maybeMonth(row, 8);
    known.name = row.text(9);  // NULL, which reads as empty, of whom nobody downloaded
    known.documentType = row.text(10);
    known.documentNumber = row.text(11);
    return known;
}

/// FROM and WHERE with their values: people are looked for among the staff, whose document numbers have an index.
struct BaseFilter {
    QByteArray sql;
    std::vector<QString> texts;

    int bind(Statement &statement, const QString &unit) const
    {
        int at = 1;
        statement.bind(at++, unit);
        for (const auto &text : texts)
            statement.bind(at++, text);
        return at;
    }
};

BaseFilter filterOf(const ContributionBaseQuery &query)
{
    if (query.isEmpty())
        return {
            " FROM contribution_base b LEFT JOIN staff s ON s.registration_id = b.registration_id AND s.id = b.staff_id"
            " WHERE b.registration_id = ?",
            {}};
    BaseFilter filter{
        " FROM staff s JOIN contribution_base b ON b.registration_id = s.registration_id AND b.staff_id = s.id"
        " WHERE s.registration_id = ?",
        {}};
    const auto add = [&filter](const char *condition, const QString &value) {
        if (value.isEmpty())
            return;
        filter.sql += condition;
        filter.texts.push_back(value);
    };
    add(" AND same_name(s.name, ?)", query.name);
    add(" AND s.document_type = ?", query.documentType);
    add(" AND s.document_number = ?", query.documentNumber);
    add(" AND is_looked_for(?, s.name, s.document_number)", query.quick);
    return filter;
}

QByteArray select(const BaseFilter &filter)
{
    return "SELECT b.staff_id, b.insurance, b.insurance_name, b.person_number, b.unit_number, b.wage, b.base,"
           " b.from_month, b.to_month, s.name, s.document_type, s.document_number"
           + filter.sql;
}

std::vector<KnownContributionBase> rowsOf(Statement &row)
{
    std::vector<KnownContributionBase> rows;
    while (row.next())
        rows.push_back(baseOf(row));
    return rows;
}

}  // namespace

void ContributionBaseTable::save(const QString &unit, const QVector<ContributionBase> &rows, qint64 generation)
{
    auto insert = m_connection.query("INSERT OR REPLACE INTO contribution_base VALUES (?,?,?,?,?,?,?,?,?,?,?)", unit);
    QString last;
    for (const auto &row : rows) {
        if (row.staffId != last)
            m_connection.run("DELETE FROM contribution_base WHERE registration_id = ? AND staff_id = ?", unit,
                             row.staffId);
        last = row.staffId;
        if (row.deleted)
            continue;
        insert.bind(2, row.staffId);
        insert.bind(3, row.insurance);
        insert.bind(4, row.insuranceName);
        insert.bind(5, row.personNumber);
        insert.bind(6, row.unitNumber);
        insert.bind(7, column(row.wage));
        insert.bind(8, qint64(row.base.fen()));
        insert.bind(9, row.from.index());
        insert.bind(10, column(row.to));
        insert.bind(11, generation);
        while (insert.next()) {
        }
        insert.reset();
    }
}

qint64 ContributionBaseTable::removeOlderThan(const QString &unit, qint64 generation)
{
    return m_connection.run("DELETE FROM contribution_base WHERE registration_id = ? AND generation < ?", unit,
                            generation);
}

ContributionBasePlaces ContributionBaseTable::places(const QString &unit, const ContributionBaseQuery &query) const
{
    // Without a query the join adds nothing to keys.
    const BaseFilter filter = query.isEmpty() ? BaseFilter{" FROM contribution_base b WHERE b.registration_id = ?", {}}
                                          : filterOf(query);
    auto row = m_connection.queryText("SELECT b.staff_id, b.insurance" + filter.sql
                                      + " ORDER BY b.staff_id, b.insurance");
    filter.bind(row, unit);
    ContributionBasePlaces found;
    std::string last;  // bases of one person follow each other
    while (row.next()) {
        if (const auto person = row.view(0); found.count == 0 || person != last) {
            ++found.people;
            last = person;
        }
        if (++found.count % ContributionBasePlaces::kStride == 0)
            found.places.emplace_back(row.text(0), row.text(1));
    }
    return found;
}

std::vector<KnownContributionBase> ContributionBaseTable::window(const QString &unit,
                                                                 const ContributionBaseQuery &query,
                                                                 const ContributionBasePlaces &places, qint64 offset,
                                                                 qint64 limit) const
{
    const auto at = qMin<qint64>(offset / ContributionBasePlaces::kStride, qint64(places.places.size()) - 1);
    const auto &[staffId, insurance] = places.places[std::size_t(at)];
    return behind(unit, query, staffId, insurance, offset - at * ContributionBasePlaces::kStride, limit);
}

std::vector<KnownContributionBase> ContributionBaseTable::behind(const QString &unit,
                                                                 const ContributionBaseQuery &query,
                                                                 const QString &staffId, const QString &insurance,
                                                                 qint64 skipped, qint64 limit) const
{
    const BaseFilter filter = filterOf(query);
    auto row = m_connection.queryText(
        select(filter) + " AND (b.staff_id, b.insurance) > (?, ?) ORDER BY b.staff_id, b.insurance LIMIT ? OFFSET ?");
    const int at = filter.bind(row, unit);
    row.bind(at, staffId);
    row.bind(at + 1, insurance);
    row.bind(at + 2, limit);
    row.bind(at + 3, skipped);
    return rowsOf(row);
}

}  // namespace store
