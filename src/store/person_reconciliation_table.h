#pragma once
// 对账 of one fee down to the person: both books stay where they are, only what differs is read into memory.

#include "base/sqlite.h"
#include "domain/person_reconciliation.h"

namespace store {

class PersonReconciliationTable final {
public:
    explicit PersonReconciliationTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    /// Of the total with this 征集通知流水号; empty when it was never seen here.
    QString assessmentOf(const QString &unit, const QString &noticeNumber) const;
    /// loadedAt is left to the caller.
    domain::PersonReconciliation reconcile(const QString &unit, const QString &noticeNumber) const;
    /// What was pre-processed, without who differs.
    domain::PersonBook assessed(const QString &unit, const QString &noticeNumber, const QString &assessment) const;

private:
    domain::PersonBook declared(const QString &unit, const QString &noticeNumber) const;
    void findOfAssessed(const QString &unit, const QString &noticeNumber, const QString &assessment,
                        domain::PersonReconciliation &found) const;
    void findOfDeclared(const QString &unit, const QString &noticeNumber, const QString &assessment,
                        domain::PersonReconciliation &found) const;

    base::sqlite::Connection &m_connection;
};

}  // namespace store
