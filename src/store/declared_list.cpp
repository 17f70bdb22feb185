// The list of DeclaredTable: totals and windows.

#include "store/declared_query.h"
#include "store/declared_table.h"

#include <unordered_map>

namespace store {

using base::sqlite::Connection;
using domain::DeclaredPerson;
using domain::DeclaredQuery;
using domain::DeclaredTotals;
using domain::Money;

namespace {

/// So many people are found from the people, not by going along everything that was declared.
constexpr qint64 kFew = 2000;

/// What of each item belongs to others than a list is of.
using ByItem = std::unordered_map<qint64, DeclaredTotals>;

bool typeAlone(const DeclaredQuery &query)
{
    return query.name.isEmpty() && query.documentNumber.isEmpty() && query.quick.isEmpty() && !query.documentType.isEmpty();
}

/// Whether no more than kFew have this type of document, or another one (`test`: = or <>).
bool areFew(Connection &connection, const QString &unit, const char *test, const QString &documentType)
{
    const QByteArray sql = QByteArray("SELECT count(*) FROM (SELECT 1 FROM declared_who WHERE registration_id = ?"
                                      " AND document_type ")
                           + test + " ? LIMIT ?)";
    auto row = connection.query(sql.constData(), unit, documentType, kFew + 1);
    return row.next() && row.integer(0) <= kFew;
}

DeclaredQuery withoutPerson(DeclaredQuery query)
{
    query.name.clear();
    query.documentType.clear();
    query.documentNumber.clear();
    return query;
}

ByItem ofOtherTypes(Connection &connection, const QString &unit, const QString &documentType)
{
    auto row = connection.query("SELECT p.item, count(*), sum(p.due), sum(p.relief), sum(p.payable) FROM declared_who w"
                                " CROSS JOIN declared_person p ON p.who = w.key WHERE w.registration_id = ?"
                                " AND w.document_type <> ? GROUP BY p.item",
                                unit, documentType);
    ByItem others;
    while (row.next())
        others[row.integer(0)] = {row.integer(1), money(row, 2), money(row, 3), money(row, 4), {}};
    return others;
}

/// Along the items, whose sums are known, without those of others.
DeclaredTotals totalsWithout(Connection &connection, const DeclaredSql &sql, const ByItem &others)
{
    auto item = sql.run(connection, "SELECT i.key, i.people, i.due, i.relief, i.payable, i.received", sql.itemsFrom());
    DeclaredTotals totals;
    while (item.next()) {
        const auto found = others.find(item.integer(0));
        const auto less = found == others.end() ? DeclaredTotals() : found->second;
        const auto payable = money(item, 4) - less.payable;
        totals.rows += item.integer(1) - less.rows;
        totals.due += money(item, 2) - less.due;
        totals.relief += money(item, 3) - less.relief;
        totals.payable += payable;
        if (item.integer(5) != 0)
            totals.received += payable;
    }
    return totals;
}

std::vector<DeclaredPerson> readAll(base::sqlite::Statement row)
{
    std::vector<DeclaredPerson> found;
    while (row.next())
        found.push_back(readDeclared(row));
    return found;
}

/// People of an item by position, of one type of document when it is given.
std::vector<DeclaredPerson> stretch(Connection &connection, qint64 item, const QString &documentType, qint64 from,
                                    qint64 count)
{
    static const QByteArray people =
        QByteArray(kDeclaredColumns)
        + " FROM declared_person p JOIN declared_item i ON i.key = p.item JOIN declared_who w ON w.key = p.who"
          " WHERE p.item = ?";
    static const QByteArray anyone = people + " AND p.position >= ? ORDER BY p.position LIMIT ?";
    static const QByteArray ofType = people + " AND w.document_type = ? ORDER BY p.position LIMIT ? OFFSET ?";
    if (documentType.isEmpty())
        return readAll(connection.query(anyone.constData(), item, from, count));
    return readAll(connection.query(ofType.constData(), item, documentType, count, from));
}

/// Item by item, those before the window passed by their numbers.
std::vector<DeclaredPerson> windowAlongItems(Connection &connection, const DeclaredSql &sql,
                                             const QString &documentType, const ByItem &others, qint64 offset,
                                             qint64 limit)
{
    std::vector<DeclaredPerson> found;
    auto items = sql.run(connection, "SELECT i.key, i.people", sql.itemsFrom() + " ORDER BY i.period_from DESC, i.key");
    qint64 passed = 0;
    while (static_cast<qint64>(found.size()) < limit && items.next()) {
        const auto other = others.find(items.integer(0));
        const qint64 people = items.integer(1) - (other == others.end() ? 0 : other->second.rows);
        const qint64 from = qMax<qint64>(0, offset - passed);
        if (from < people) {
            for (auto &row : stretch(connection, items.integer(0), documentType, from,
                                     limit - static_cast<qint64>(found.size())))
                found.push_back(std::move(row));
        }
        passed += people;
    }
    return found;
}

}  // namespace

DeclaredTotals DeclaredTable::totals(const QString &unit, const DeclaredQuery &query) const
{
    const bool few = !typeAlone(query) || areFew(m_connection, unit, "=", query.documentType);
    const DeclaredSql sql(unit, query, few);
    if (!query.asksForPerson())
        return totalsWithout(m_connection, sql, {});
    // Of the type that nearly everybody has: everything but the rest.
    if (!few && areFew(m_connection, unit, "<>", query.documentType))
        return totalsWithout(m_connection, DeclaredSql(unit, withoutPerson(query), false),
                             ofOtherTypes(m_connection, unit, query.documentType));
    auto row = sql.run(m_connection,
                       "SELECT count(*), sum(p.due), sum(p.relief), sum(p.payable), sum(iif(i.received, p.payable, 0))",
                       sql.peopleFrom());
    return row.next() ? DeclaredTotals{row.integer(0), money(row, 1), money(row, 2), money(row, 3), money(row, 4)}
                      : DeclaredTotals();
}

std::vector<DeclaredPerson> DeclaredTable::window(const QString &unit, const DeclaredQuery &query, qint64 offset,
                                                  qint64 limit) const
{
    const bool few = !typeAlone(query) || areFew(m_connection, unit, "=", query.documentType);
    const DeclaredSql sql(unit, query, few);
    if (!query.asksForPerson())
        return windowAlongItems(m_connection, sql, {}, {}, offset, limit);
    if (!few && areFew(m_connection, unit, "<>", query.documentType))
        return windowAlongItems(m_connection, DeclaredSql(unit, withoutPerson(query), false), query.documentType,
                                ofOtherTypes(m_connection, unit, query.documentType), offset, limit);
    return readAll(sql.run(m_connection, kDeclaredColumns,
                           sql.peopleFrom() + " ORDER BY i.period_from DESC, i.key, p.position LIMIT "
                               + QByteArray::number(limit) + " OFFSET " + QByteArray::number(offset)));
}

}  // namespace store
