#pragma once
// The people of declarations that stand, and the annuity notices.

#include "domain/declared_person.h"
#include "gateway/pages.h"

namespace gateway {

struct DeclaredPage {
    QVector<domain::DeclaredPerson> rows;  ///< without a local key; people of an item one after the other
    QString nextCursor;
    qint64 total = 0;
};
/// Business error sync-restart: something was voided meanwhile, begin again.
base::Result<DeclaredPage> fetchDeclaredPersons(const Access &access, domain::MonthRange months,
                                                const QString &cursor, int limit, base::Job &job);
base::Result<QVector<domain::AnnuityNotice>> fetchAnnuityNotices(const Access &access, domain::MonthRange months,
                                                                 base::Job &job);

}  // namespace gateway
