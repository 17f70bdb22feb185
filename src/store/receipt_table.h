#pragma once
// 应缴 and 到账 of whole months (Q4, Q5), and the pre-processed totals as they were last seen: what 对账 compares with
// the declarations and payments of store/submission_table.h.

#include "base/sqlite.h"
#include "domain/reconciliation.h"

namespace store {

class ReceiptTable final {
public:
    explicit ReceiptTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    // A fee belongs to the last month of its period.

    // Both replace what is here of these months.
    void replacePayables(const QString &unit, domain::MonthRange months, const QVector<domain::Arrear> &rows);
    void replaceReceipts(const QString &unit, domain::MonthRange months, const QVector<domain::Receipt> &rows);
    // The newest months first.
    QVector<domain::Arrear> payables(const QString &unit, domain::MonthRange months) const;
    QVector<domain::Receipt> receipts(const QString &unit, domain::MonthRange months) const;

    /// Keeps what these totals were.
    void rememberAssessed(const QString &unit, const QVector<domain::FeeAssessment> &rows);
    QVector<domain::AssessedFee> assessed(const QString &unit, domain::MonthRange months) const;
    /// Of the declarations of all channels.
    QVector<domain::DeclaredFee> declared(const QString &unit, domain::MonthRange months) const;
    /// Of the payments and vouchers of this client. A voucher's are paid when all of it is.
    QVector<domain::PaidFee> paid(const QString &unit, domain::MonthRange months) const;

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
