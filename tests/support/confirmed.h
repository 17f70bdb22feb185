#pragma once
// Whoever submits has seen, and confirms, what is stored at this moment.

#include "app/application.h"

#include <algorithm>

namespace tests {

template <class Rows, class Amount>
QVector<domain::ConfirmedAmount> confirmedOf(const Rows &rows, const QStringList &ids, Amount amount)
{
    QVector<domain::ConfirmedAmount> confirmed;
    for (const auto &id : ids) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto &one) { return one.id == id; });
        confirmed.append({id, row == rows.end() ? domain::Money() : (*row).*amount});
    }
    return confirmed;
}

inline QVector<domain::ConfirmedAmount> confirmedFees(app::Application &of, const QString &unit, domain::FeeKind kind,
                                                      const QStringList &ids)
{
    const auto list = of.fees().assessments(unit, kind);
    return list ? confirmedOf(list->rows, ids, &domain::FeeAssessment::payable) : QVector<domain::ConfirmedAmount>();
}

inline QVector<domain::ConfirmedAmount> confirmedArrears(app::Application &of, const QString &unit, const QStringList &ids)
{
    const auto list = of.payments().arrears(unit);
    return list ? confirmedOf(list->rows, ids, &domain::Arrear::total) : QVector<domain::ConfirmedAmount>();
}

}  // namespace tests
