#pragma once
// Pre-processed totals, their people, arrears, agreements: what is asked before something is submitted. And what became
// of it: payables and receipts of whole months.

#include "domain/receipt.h"
#include "gateway/reader.h"
#include "gateway/tax_side.h"

namespace gateway {

base::Result<QVector<domain::FeeAssessment>> fetchAssessments(const Access &access, domain::FeeKind kind, base::Job &job);

struct FeePersonPage {
    QVector<domain::FeePerson> rows;
    QString nextCursor;
    qint64 total = 0;
};
base::Result<FeePersonPage> fetchFeePersons(const Access &access, const QString &assessment, const QString &cursor,
                                            int limit, base::Job &job);
base::Result<QVector<domain::Arrear>> fetchArrears(const Access &access, base::Job &job);
base::Result<QVector<domain::Arrear>> fetchPayables(const Access &access, domain::MonthRange months, base::Job &job);
base::Result<QVector<domain::Receipt>> fetchReceipts(const Access &access, domain::MonthRange months, base::Job &job);
base::Result<QVector<domain::Agreement>> fetchAgreements(const Access &access, base::Job &job);

}  // namespace gateway
