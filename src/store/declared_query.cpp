#include "store/declared_query.h"

#include "domain/document.h"

namespace store {

using base::sqlite::Statement;

domain::DeclaredPerson readDeclared(const Statement &row)
{
    domain::DeclaredPerson declared;
    declared.key = QStringLiteral("%1:%2").arg(row.integer(0)).arg(row.integer(1));
    declared.declarationId = row.text(2);
    declared.received = row.integer(3) != 0;
    declared.item = feeItem(row, 4);
    int at = 4 + kFeeItemColumns;
    auto &person = declared.person;
    person.personNumber = row.text(at++);
    person.name = row.text(at++);
    person.documentType = row.text(at++);
    person.documentNumber = row.text(at++);
    person.wage = money(row, at++);
    person.base = money(row, at++);
    if (!row.isNull(at))
        person.rate.ratePpm = static_cast<int>(row.integer(at));
    person.rate.fixed = maybeMoney(row, at + 1);
    at += 2;
    person.due = money(row, at++);
    person.relief = money(row, at++);
    person.payable = money(row, at);
    return declared;
}

DeclaredSql::DeclaredSql(const QString &unit, const domain::DeclaredQuery &query, bool few)
    : m_unit(unit), m_few(few)
{
    const auto addMonth = [this](const char *test, const std::optional<domain::Month> &month) {
        if (!month)
            return;
        m_values.append(month->index());
        m_items += test + QByteArray::number(m_values.size() + 1);
    };
    addMonth(" AND i.period_to >= ?", query.from);
    addMonth(" AND i.period_from <= ?", query.to);
    addText(m_items, " AND i.unit_number = ?", query.unitNumber);
    addText(m_items, " AND i.agency_name = ?", query.agencyName);
    addText(m_items, " AND i.collection_code = ?", query.collectionItem);
    addText(m_items, " AND i.category_code = ?", query.category);
    addText(m_items, " AND i.subcategory = ?", query.subcategory);
    addText(m_people, " AND same_name(w.name, ?", query.name, ")");
    addText(m_people, " AND w.document_type = ?", query.documentType);
    addText(m_people, " AND w.document_number = ?", domain::normalizedDocument(query.documentNumber));
    addText(m_people, " AND is_looked_for(?", query.quick, ", w.name, w.document_number)");
}

void DeclaredSql::addText(QByteArray &where, const char *test, const QString &value, const char *end)
{
    if (value.isEmpty())
        return;
    m_values.append(value);
    where += test + QByteArray::number(m_values.size() + 1) + end;
}

/// CROSS JOIN is SQLite's way to fix the order: from a few people to their rows, or along the items, where rows come in
/// the list's order and nothing has to be sorted.
QByteArray DeclaredSql::peopleFrom() const
{
    const QByteArray tables =
        m_few ? QByteArrayLiteral(" FROM declared_who w CROSS JOIN declared_person p ON p.who = w.key"
                                            " CROSS JOIN declared_item i ON i.key = p.item")
                        : QByteArrayLiteral(" FROM declared_item i CROSS JOIN declared_person p ON p.item = i.key"
                                            " CROSS JOIN declared_who w ON w.key = p.who");
    return tables + " WHERE i.registration_id = ?1 AND w.registration_id = ?1 AND i.state = 1" + m_items + m_people;
}

Statement DeclaredSql::run(base::sqlite::Connection &connection, const char *select, const QByteArray &from) const
{
    auto statement = connection.queryText(select + from);
    statement.bind(1, m_unit);
    int at = 2;
    for (const auto &value : m_values) {
        if (value.typeId() == QMetaType::QString)
            statement.bind(at++, value.toString());
        else
            statement.bind(at++, value.toInt());
    }
    return statement;
}

}  // namespace store
