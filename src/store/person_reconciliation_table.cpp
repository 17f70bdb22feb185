#include "store/person_reconciliation_table.h"

#include "store/values.h"

namespace store {

using base::sqlite::Statement;
using domain::PersonBook;
using domain::PersonDifference;
using domain::PersonDiscrepancy;
using domain::PersonReconciliation;

namespace {

/// What declared_who.identity is made of, of a row of fee_person. Document numbers have no letters beyond ASCII.
#define SHEBAO_IDENTITY                                                                                                \
    "iif(f.document_number = '', '#' || f.person_number, f.document_type || '|' || upper(f.document_number))"
#define SHEBAO_DECLARED_ITEMS                                                                                          \
    "(SELECT key FROM declared_item WHERE registration_id = ?1 AND state = 1 AND notice_number = ?2)"

PersonDifference whoOf(const Statement &row)
{
    PersonDifference difference;
    difference.personNumber = row.text(0);
    difference.name = row.text(1);
    difference.documentType = row.text(2);
    difference.documentNumber = row.text(3);
    return difference;
}

void add(PersonReconciliation &found, PersonDifference difference)
{
    ++found.differenceCount;
    if (found.differences.size() < domain::kMostDifferences)
        found.differences.append(std::move(difference));
}

PersonDiscrepancy kindOf(const PersonDifference &difference, qint64 times)
{
    if (times == 0)
        return PersonDiscrepancy::NotDeclared;
    if (times > 1)
        return PersonDiscrepancy::DeclaredTwice;
    return difference.assessedBase == difference.declaredBase ? PersonDiscrepancy::AmountDiffers
                                                              : PersonDiscrepancy::BaseDiffers;
}

}  // namespace

QString PersonReconciliationTable::assessmentOf(const QString &unit, const QString &noticeNumber) const
{
    auto row = m_connection.query("SELECT assessment_id FROM assessed_fee WHERE registration_id = ?"
                                  " AND notice_number = ?",
                                  unit, noticeNumber);
    return row.next() ? row.text(0) : QString();
}

PersonReconciliation PersonReconciliationTable::reconcile(const QString &unit, const QString &noticeNumber) const
{
    const QString assessment = assessmentOf(unit, noticeNumber);
    PersonReconciliation found;
    found.assessed = assessed(unit, noticeNumber, assessment);
    found.declared = declared(unit, noticeNumber);
    if (found.assessed.known && found.declared.known) {
        findOfAssessed(unit, noticeNumber, assessment, found);
        findOfDeclared(unit, noticeNumber, assessment, found);
    }
    return found;
}

/// Known when the people are all here: they add up to the total as it was last seen.
PersonBook PersonReconciliationTable::assessed(const QString &unit, const QString &noticeNumber,
                                               const QString &assessment) const
{
    auto row = m_connection.query("SELECT count(*), coalesce(sum(f.payable), 0), (SELECT payable FROM assessed_fee"
                                  " WHERE registration_id = ?1 AND notice_number = ?2) FROM fee_person f"
                                  " WHERE f.registration_id = ?1 AND f.assessment_id = ?3",
                                  unit, noticeNumber, assessment);
    if (!row.next())
        return {};
    return {row.integer(0) > 0 && money(row, 1) == money(row, 2), row.integer(0), money(row, 1)};
}

PersonBook PersonReconciliationTable::declared(const QString &unit, const QString &noticeNumber) const
{
    auto row = m_connection.query("SELECT coalesce(sum(people), 0), coalesce(sum(payable), 0) FROM declared_item"
                                  " WHERE registration_id = ? AND state = 1 AND notice_number = ?",
                                  unit, noticeNumber);
    if (!row.next())
        return {};
    return {row.integer(0) > 0, row.integer(0), money(row, 1)};
}

void PersonReconciliationTable::findOfAssessed(const QString &unit, const QString &noticeNumber,
                                               const QString &assessment, PersonReconciliation &found) const
{
    // A person has a row of declared_who for each spelling of the name, but is declared by one of them.
    auto row = m_connection.query(
        "SELECT f.person_number, f.name, f.document_type, f.document_number, f.base, f.payable, count(p.item),"
        " max(p.base), sum(p.payable) FROM fee_person f"
        " LEFT JOIN declared_who w ON w.registration_id = ?1 AND w.identity = " SHEBAO_IDENTITY
        " LEFT JOIN declared_person p ON p.who = w.key AND p.item IN " SHEBAO_DECLARED_ITEMS
        " WHERE f.registration_id = ?1 AND f.assessment_id = ?3 GROUP BY f.position"
        " HAVING count(p.item) <> 1 OR max(p.base) <> f.base OR sum(p.payable) <> f.payable",
        unit, noticeNumber, assessment);
    while (row.next()) {
        auto difference = whoOf(row);
        difference.assessedBase = money(row, 4);
        difference.assessed = money(row, 5);
        difference.declaredBase = maybeMoney(row, 7);
        difference.declared = maybeMoney(row, 8);
        difference.kind = kindOf(difference, row.integer(6));
        add(found, std::move(difference));
    }
}

void PersonReconciliationTable::findOfDeclared(const QString &unit, const QString &noticeNumber,
                                               const QString &assessment, PersonReconciliation &found) const
{
    auto row = m_connection.query(
        "SELECT w.person_number, w.name, w.document_type, w.document_number, max(p.base), sum(p.payable)"
        " FROM declared_person p JOIN declared_who w ON w.key = p.who WHERE p.item IN " SHEBAO_DECLARED_ITEMS
        " AND w.identity NOT IN (SELECT " SHEBAO_IDENTITY
        " FROM fee_person f WHERE f.registration_id = ?1 AND f.assessment_id = ?3) GROUP BY w.identity",
        unit, noticeNumber, assessment);
    while (row.next()) {
        auto difference = whoOf(row);
        difference.declaredBase = money(row, 4);
        difference.declared = money(row, 5);
        difference.kind = PersonDiscrepancy::NotAssessed;
        add(found, std::move(difference));
    }
}

}  // namespace store
