#pragma once
// 应缴 and 到账 (manual 3.1.8; Q4, Q5), and the 对账 that joins them with what was declared and paid (X4),
// fee by fee and, of one fee, person by person.

#include "domain/person_reconciliation.h"
#include "domain/reconciliation.h"
#include "service/declared_service.h"
#include "service/fee_service.h"
#include "service/payment_service.h"

namespace service {

struct ReceiptBooks {
    QVector<domain::Arrear> payables;
    QVector<domain::Receipt> receipts;
    QDateTime loadedAt;  ///< of the older of the two; invalid: never
};

struct Reconciliation {
    QVector<domain::ReconciliationLine> lines;
    QDateTime loadedAt;
};

class ReceiptService final {
public:
    ReceiptService(const Environment &environment, FeeService &fees, PaymentService &payments,
                   DeclaredService &declared)
        : m_env(environment), m_fees(fees), m_payments(payments), m_declared(declared)
    {
    }

    /// What is here of these months.
    base::Result<ReceiptBooks> books(const QString &unit, domain::MonthRange months);
    /// Asks the tax side for both; what is here stays when it fails.
    base::Result<ReceiptBooks> refresh(const QString &unit, domain::MonthRange months, base::Job &job);

    base::Result<Reconciliation> reconcile(const QString &unit, domain::MonthRange months);
    /// Brings everything that is compared up to date first: totals, declarations of all channels since the first of
    /// these months began, payments of every machine since then, payables, receipts. Payments that are not settled are
    /// left to their own feedback.
    base::Result<Reconciliation> refreshAndReconcile(const QString &unit, domain::MonthRange months, base::Job &job);

    /// Of what is here: nobody is asked.
    base::Result<domain::PersonReconciliation> reconcilePersons(const QString &unit, const domain::FeeItem &fee);
    /// Fetches who was declared in the months of this fee first, and who was pre-processed where that is not known here;
    /// progress counts people. Of a total that was never seen here nobody is known.
    base::Result<domain::PersonReconciliation> refreshAndReconcilePersons(const QString &unit,
                                                                          const domain::FeeItem &fee, base::Job &job);

private:
    base::Result<void> fetchAssessedPersons(const QString &unit, const domain::FeeItem &fee, base::Job &job);

    Environment m_env;
    FeeService &m_fees;
    PaymentService &m_payments;
    DeclaredService &m_declared;
};

}  // namespace service
