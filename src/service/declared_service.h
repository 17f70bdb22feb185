#pragma once
// 社保费申报明细 (Q3): fetched by fee period, read in windows from the store.

#include "domain/declared_person.h"
#include "service/environment.h"
#include "service/turns.h"

namespace service {

struct DeclaredOverview {
    domain::DeclaredChoices choices;
    QDateTime loadedAt;  ///< of the latest fetch; invalid: never
};

enum class DeclaredSync {
    Due,  ///< only when a month of them is not here, or is older than ten minutes
    Full,
};

class DeclaredService final {
public:
    /// So many months at once.
    static constexpr int kMostMonths = 36;

    explicit DeclaredService(const Environment &environment) : m_env(environment) {}

    /// Fetches what was declared for these months, page by page; one that was cut off is continued when the same months
    /// are asked for again. What was shown stays until it has ended. One at a time for a unit: another one waits. Returns
    /// how many rows came, 0 when nothing was due. Validation: declared.months (none, turned around, more than kMostMonths).
    base::Result<qint64> sync(const QString &unit, domain::MonthRange months, DeclaredSync mode, base::Job &job);

    base::Result<DeclaredOverview> overview(const QString &unit);
    /// When the one of these months that is oldest here was fetched; invalid: one never was.
    base::Result<QDateTime> fetched(const QString &unit, domain::MonthRange months);
    base::Result<domain::DeclaredTotals> totals(const QString &unit, const domain::DeclaredQuery &query);
    base::Result<std::vector<domain::DeclaredPerson>> window(const QString &unit, const domain::DeclaredQuery &query,
                                                             qint64 offset, qint64 limit);

private:
    base::Result<bool> isDue(const QString &unit, domain::MonthRange months);
    base::Result<void> clean(const QString &unit, qint64 underWay, base::Job &job);
    base::Result<void> forget(base::Job &job);

    Environment m_env;
    Turns m_walks;
};

}  // namespace service
