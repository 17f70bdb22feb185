#pragma once
// 职工缴费基数, page by page.

#include "domain/contribution_base.h"
#include "gateway/tax_side.h"

namespace gateway {

struct ContributionBasePage {
    QVector<domain::ContributionBase> rows;
    QString nextCursor;   ///< empty on the last page
    qint64 sequence = 0;  ///< `since` of the next update
    qint64 total = 0;     ///< people of the whole walk
};

/// `since` 0 is everybody; `limit` counts people. Business error sync-restart: the cursor is too old, start anew.
base::Result<ContributionBasePage> fetchContributionBases(const Access &access, qint64 since, const QString &cursor,
                                                          int limit, base::Job &job);

}  // namespace gateway
