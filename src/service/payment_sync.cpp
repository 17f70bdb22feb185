#include "service/payment_sync.h"

#include "service/sessions.h"
#include "service/verdict.h"
#include "store/fee_table.h"

namespace service {

using base::sqlite::Connection;

base::Result<qint64> syncPayments(const Environment &environment, const QString &unit, QDate from, QDate to, base::Job &job)
{
    const auto access = environment.sessions.access(unit);
    if (!access)
        return access.error();
    const auto remote = gateway::fetchPayments(*access, from, to, job);
    if (!remote)
        return remote.error().code == QLatin1String("not-implemented") ? base::Result<qint64>(0) : remote.error();
    const auto merged = environment.store.write([&](Connection &c) { mergePayments(c, unit, *remote); });
    return merged ? base::Result<qint64>(remote->size()) : merged.error();
}

base::Result<qint64> syncRecentPayments(const Environment &environment, const QString &unit, base::Job &job)
{
    const auto arrears = environment.store.read([&](Connection &c) { return store::FeeTable(c).arrears(unit); });
    if (!arrears)
        return arrears.error();
    const QDate today = environment.clock.today();
    QDate from = today.addMonths(-2);
    for (const auto &arrear : *arrears)
        from = qMin(from, arrear.item.periodTo.day(1));
    return syncPayments(environment, unit, from, today.addDays(1), job);
}

}  // namespace service
