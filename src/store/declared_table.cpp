#include "store/declared_table.h"

#include "store/values.h"

namespace store {

using base::sqlite::Connection;
using base::sqlite::Statement;
using domain::DeclaredPerson;
using domain::Money;

namespace {

constexpr int kRemovedAtOnce = 20'000;

/// What makes two rows the same person: the document, or the number when there is no document.
QString identityOf(const domain::FeePerson &person)
{
    return person.documentNumber.isEmpty() ? QLatin1Char('#') + person.personNumber
                                           : person.documentType + QLatin1Char('|') + person.documentNumber.toUpper();
}

bool areOfOneItem(const DeclaredPerson &a, const DeclaredPerson &b)
{
    return a.item.noticeNumber == b.item.noticeNumber && a.declarationId == b.declarationId && a.received == b.received;
}

}  // namespace

qint64 DeclaredTable::itemKey(const QString &unit, qint64 walk, const DeclaredPerson &row)
{
    auto found = m_connection.query("SELECT key FROM declared_item WHERE registration_id = ? AND walk = ?"
                                    " AND notice_number = ? AND declaration_id = ? AND received = ?",
                                    unit, walk, row.item.noticeNumber, row.declarationId, row.received);
    if (found.next())
        return found.integer(0);
    auto statement =
        m_connection.query("INSERT INTO declared_item (registration_id, walk, state, declaration_id, received,"
                           " " SHEBAO_FEE_ITEM_COLUMNS ") VALUES (?,?,0,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                           " RETURNING key",
                           unit, walk, row.declarationId, row.received);
    bindFeeItem(statement, 5, row.item);
    const qint64 key = statement.next() ? statement.integer(0) : 0;
    while (statement.next()) {
    }  // it is inserted when it has ended
    return key;
}

qint64 DeclaredTable::whoKey(const QString &unit, const domain::FeePerson &person)
{
    const QString identity = identityOf(person);
    auto found = m_connection.query("SELECT key FROM declared_who WHERE registration_id = ? AND identity = ?"
                                    " AND person_number = ? AND name = ?",
                                    unit, identity, person.personNumber, person.name);
    if (found.next())
        return found.integer(0);
    auto made = m_connection.query("INSERT INTO declared_who (registration_id, identity, person_number, name,"
                                   " document_type, document_number) VALUES (?,?,?,?,?,?) RETURNING key",
                                   unit, identity, person.personNumber, person.name, person.documentType,
                                   person.documentNumber);
    const qint64 key = made.next() ? made.integer(0) : 0;
    while (made.next()) {
    }
    return key;
}

void DeclaredTable::append(const QString &unit, qint64 walk, const QVector<DeclaredPerson> &rows)
{
    qsizetype at = 0;
    while (at < rows.size()) {
        const DeclaredPerson &begin = rows[at];
        const qint64 item = itemKey(unit, walk, begin);
        auto known = m_connection.query("SELECT people FROM declared_item WHERE key = ?", item);
        const qint64 first = known.next() ? known.integer(0) : 0;
        known.reset();
        qint64 position = first;
        Money due;
        Money relief;
        Money payable;
        for (; at < rows.size() && areOfOneItem(rows[at], begin); ++at) {
            const auto &person = rows[at].person;
            m_connection.run("INSERT INTO declared_person VALUES (?,?,?,?,?,?,?,?,?,?)", item, position++,
                             whoKey(unit, person), person.wage.fen(), person.base.fen(), column(person.rate.ratePpm),
                             column(person.rate.fixed), person.due.fen(), person.relief.fen(), person.payable.fen());
            due += person.due;
            relief += person.relief;
            payable += person.payable;
        }
        m_connection.run(
            "UPDATE declared_item SET people = ?, due = due + ?, relief = relief + ?, payable = payable + ?"
            " WHERE key = ?",
            position, due.fen(), relief.fen(), payable.fen(), item);
    }
}

void DeclaredTable::show(const QString &unit, qint64 walk, domain::MonthRange months, const QDateTime &at)
{
    // A month that was fetched is known as a whole: what its walk did not meet is gone there.
    m_connection.run("UPDATE declared_item SET state = 2 WHERE registration_id = ? AND walk <> ? AND state = 1"
                     " AND period_to >= ? AND period_from <= ?",
                     unit, walk, months.from.index(), months.to.index());
    m_connection.run("UPDATE declared_item SET state = 1 WHERE registration_id = ? AND walk = ?", unit, walk);
    for (int month = months.from.index(); month <= months.to.index(); ++month)
        m_connection.run("INSERT OR REPLACE INTO declared_month VALUES (?,?,?)", unit, month, column(at));
}

bool DeclaredTable::removeSome(const QString &unit, qint64 underWay)
{
    auto found = m_connection.query("SELECT key FROM declared_item WHERE registration_id = ?"
                                    " AND (state = 2 OR (state = 0 AND walk <> ?)) LIMIT 1",
                                    unit, underWay);
    if (!found.next())
        return false;
    const qint64 item = found.integer(0);
    found.reset();
    const qint64 removed = m_connection.run("DELETE FROM declared_person WHERE item = ?1 AND position IN"
                                            " (SELECT position FROM declared_person WHERE item = ?1 LIMIT ?2)",
                                            item, qint64(kRemovedAtOnce));
    if (removed < kRemovedAtOnce)
        m_connection.run("DELETE FROM declared_item WHERE key = ?", item);
    return true;
}

qint64 DeclaredTable::forgetSome(qint64 after)
{
    auto row = m_connection.query("SELECT coalesce(max(key), 0) FROM (SELECT key FROM declared_who WHERE key > ?"
                                  " ORDER BY key LIMIT ?)",
                                  after, qint64(kRemovedAtOnce));
    const qint64 last = row.next() ? row.integer(0) : 0;
    row.reset();
    m_connection.run("DELETE FROM declared_who WHERE key > ? AND key <= ? AND NOT EXISTS (SELECT 1 FROM declared_person"
                     " WHERE who = declared_who.key)",
                     after, last);
    return last;
}

QVector<QDateTime> DeclaredTable::fetchedAt(const QString &unit, domain::MonthRange months) const
{
    QVector<QDateTime> times(qMax(0, months.count()));
    auto row = m_connection.query("SELECT month, synced_at FROM declared_month WHERE registration_id = ?"
                                  " AND month BETWEEN ? AND ?",
                                  unit, months.from.index(), months.to.index());
    while (row.next())
        times[row.integer(0) - months.from.index()] = instant(row, 1);
    return times;
}

QDateTime DeclaredTable::lastFetched(const QString &unit) const
{
    auto row = m_connection.query("SELECT max(synced_at) FROM declared_month WHERE registration_id = ?", unit);
    return row.next() ? instant(row, 0) : QDateTime();
}

domain::DeclaredChoices DeclaredTable::choices(const QString &unit) const
{
    domain::DeclaredChoices choices;
    const auto texts = [&](const char *sql) {
        QStringList found;
        auto row = m_connection.query(sql, unit);
        while (row.next())
            found << row.text(0);
        return found;
    };
    const auto codes = [&](const char *sql) {
        QVector<domain::CodeName> found;
        auto row = m_connection.query(sql, unit);
        while (row.next())
            found.append({row.text(0), row.text(1)});
        return found;
    };
    choices.unitNumbers = texts("SELECT DISTINCT unit_number FROM declared_item WHERE registration_id = ? AND state = 1"
                                " ORDER BY 1");
    choices.agencies = texts("SELECT DISTINCT agency_name FROM declared_item WHERE registration_id = ? AND state = 1"
                             " ORDER BY 1");
    choices.subcategories =
        texts("SELECT DISTINCT subcategory FROM declared_item WHERE registration_id = ? AND state = 1"
              " AND subcategory <> '' ORDER BY 1");
    choices.collectionItems = codes("SELECT collection_code, max(collection_name) FROM declared_item"
                                    " WHERE registration_id = ? AND state = 1 GROUP BY 1 ORDER BY 1");
    choices.categories = codes("SELECT category_code, max(category_name) FROM declared_item"
                               " WHERE registration_id = ? AND state = 1 GROUP BY 1 ORDER BY 1");
    return choices;
}

}  // namespace store
