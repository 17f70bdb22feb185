#include "service/receipt_service.h"

#include "gateway/fee.h"
#include "service/streams.h"
#include "store/person_reconciliation_table.h"
#include "store/receipt_table.h"
#include "store/sync_table.h"

#include <algorithm>

namespace service {

using base::sqlite::Connection;
using domain::MonthRange;
using store::ReceiptTable;

namespace {

QDateTime loadedAt(Connection &connection, const QString &unit)
{
    const store::SyncTable sync(connection);
    const auto payables = sync.state(unit, kPayableStream).syncedAt;
    const auto receipts = sync.state(unit, kReceiptStream).syncedAt;
    return payables.isValid() && receipts.isValid() ? std::min(payables, receipts) : QDateTime();
}

}  // namespace

base::Result<ReceiptBooks> ReceiptService::books(const QString &unit, MonthRange months)
{
    return m_env.store.read([&](Connection &c) {
        const ReceiptTable table(c);
        return ReceiptBooks{table.payables(unit, months), table.receipts(unit, months), loadedAt(c, unit)};
    });
}

base::Result<ReceiptBooks> ReceiptService::refresh(const QString &unit, MonthRange months, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    // Payables first: what is paid in between is then missing among them rather than among the receipts.
    const auto payables = gateway::fetchPayables(*access, months, job);
    if (!payables)
        return payables.error();
    const auto receipts = gateway::fetchReceipts(*access, months, job);
    if (!receipts)
        return receipts.error();
    const auto stored = m_env.store.write([&](Connection &c) {
        ReceiptTable table(c);
        table.replacePayables(unit, months, *payables);
        table.replaceReceipts(unit, months, *receipts);
        store::SyncState state;
        state.syncedAt = m_env.clock.now();
        store::SyncTable sync(c);
        sync.save(unit, kPayableStream, state);
        sync.save(unit, kReceiptStream, state);
    });
    if (!stored)
        return stored.error();
    return books(unit, months);
}

base::Result<Reconciliation> ReceiptService::reconcile(const QString &unit, MonthRange months)
{
    return m_env.store.read([&](Connection &c) {
        const ReceiptTable table(c);
        const domain::ReconciliationBooks books{table.assessed(unit, months), table.declared(unit, months),
                                                table.payables(unit, months), table.paid(unit, months),
                                                table.receipts(unit, months)};
        return Reconciliation{domain::reconcile(books, m_env.clock.today()), loadedAt(c, unit)};
    });
}

base::Result<Reconciliation> ReceiptService::refreshAndReconcile(const QString &unit, MonthRange months, base::Job &job)
{
    constexpr int steps = 5;
    int done = 0;
    for (const auto kind : {domain::FeeKind::Daily, domain::FeeKind::Special}) {
        job.report(done++, steps);
        if (const auto totals = m_fees.refresh(unit, kind, job); !totals)
            return totals.error();
    }
    job.report(done++, steps);
    const QDate first = months.from.day(1);
    const QDate last = std::max(first, m_env.clock.today());
    if (const auto merged = m_fees.sync(unit, first, last, job); !merged)
        return merged.error();
    job.report(done++, steps);
    if (const auto merged = m_payments.sync(unit, first, last, job); !merged)
        return merged.error();
    job.report(done++, steps);
    if (const auto fetched = refresh(unit, months, job); !fetched)
        return fetched.error();
    return reconcile(unit, months);
}

base::Result<domain::PersonReconciliation> ReceiptService::reconcilePersons(const QString &unit,
                                                                            const domain::FeeItem &fee)
{
    const auto fetched = m_declared.fetched(unit, fee.period());
    if (!fetched)
        return fetched.error();
    return m_env.store.read([&](Connection &c) {
        auto found = store::PersonReconciliationTable(c).reconcile(unit, fee.noticeNumber);
        found.loadedAt = *fetched;
        return found;
    });
}

base::Result<domain::PersonReconciliation>
ReceiptService::refreshAndReconcilePersons(const QString &unit, const domain::FeeItem &fee, base::Job &job)
{
    const auto synced = m_declared.sync(unit, fee.period(), DeclaredSync::Full, job);
    if (!synced)
        return synced.error();
    if (const auto fetched = fetchAssessedPersons(unit, fee, job); !fetched)
        return fetched.error();
    return reconcilePersons(unit, fee);
}

/// The tax side keeps them as they were when the total was made, also after it was declared; one that does not any more
/// leaves them unknown.
base::Result<void> ReceiptService::fetchAssessedPersons(const QString &unit, const domain::FeeItem &fee, base::Job &job)
{
    QString assessment;
    const auto missing = m_env.store.read([&](Connection &c) {
        const store::PersonReconciliationTable table(c);
        assessment = table.assessmentOf(unit, fee.noticeNumber);
        return !table.assessed(unit, fee.noticeNumber, assessment).known;
    });
    if (!missing)
        return missing.error();
    if (!*missing || assessment.isEmpty())
        return {};
    const auto loaded = m_fees.loadPersons(unit, assessment, job);
    if (!loaded && loaded.error().code != QLatin1String("not-found"))
        return loaded.error();
    return {};
}

}  // namespace service
