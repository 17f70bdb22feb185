#pragma once
// The roster, page by page.

#include "domain/staff.h"
#include "gateway/reader.h"
#include "gateway/tax_side.h"

namespace gateway {

struct StaffPage {
    QVector<domain::Staff> rows;  ///< tombstones have only id and deleted
    QString nextCursor;           ///< empty on the last page
    qint64 sequence = 0;          ///< `since` of the next update
    qint64 total = 0;             ///< entries of the whole walk
};

/// `since` 0 is the whole roster. Business error sync-restart: the cursor is too old, start anew.
base::Result<StaffPage> fetchStaff(const Access &access, qint64 since, const QString &cursor, int limit, base::Job &job);

}  // namespace gateway
