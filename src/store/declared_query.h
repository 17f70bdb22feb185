#pragma once
// The WHERE of the lists of declared persons, and how a row of theirs is read. For store/declared_*.cpp only.

#include "domain/declared_person.h"
#include "store/values.h"

#include <QVariant>

namespace store {

inline const char *const kDeclaredColumns = "SELECT i.key, p.position, i.declaration_id, i.received, i.notice_number, "
                                            "i.unit_number, i.agency_code, i.agency_name,"
                                            " i.collection_code, i.collection_name, i.category_code, i.category_name, "
                                            "i.subcategory, i.period_from, i.period_to,"
                                            " i.authority_name, w.person_number, w.name, w.document_type, "
                                            "w.document_number, p.wage, p.base, p.rate_ppm, p.fixed,"
                                            " p.due, p.relief, p.payable";

domain::DeclaredPerson readDeclared(const base::sqlite::Statement &row);

/// Collects conditions with their values.
class DeclaredSql final {
public:
    /// `few`: not many people are meant; begin with them.
    DeclaredSql(const QString &unit, const domain::DeclaredQuery &query, bool few);

    /// FROM … WHERE …, items alone: i.
    QByteArray itemsFrom() const
    {
        return " FROM declared_item i WHERE i.registration_id = ?1 AND i.state = 1" + m_items;
    }
    /// … with their people: i, p, w.
    QByteArray peopleFrom() const;
    base::sqlite::Statement run(base::sqlite::Connection &connection, const char *select, const QByteArray &from) const;

private:
    /// `test` ends where the number of the value belongs.
    void addText(QByteArray &where, const char *test, const QString &value, const char *end = "");

    QString m_unit;
    bool m_few = false;
    QByteArray m_items;
    QByteArray m_people;
    QVector<QVariant> m_values;  ///< from ?2 on: QString or int
};

}  // namespace store
