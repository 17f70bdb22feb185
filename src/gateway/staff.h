#pragma once
// The roster, page by page.

#include "domain/staff.h"
#include "gateway/reader.h"
#include "gateway/tax_side.h"

#include <future>

namespace gateway {

struct StaffPage {
    QVector<domain::Staff> rows;  ///< tombstones have only id and deleted
    QString nextCursor;           ///< empty on the last page
    qint64 sequence = 0;          ///< `since` of the next update
    qint64 total = 0;             ///< entries of the whole walk
};

/// The pages of a walk, one after the other. The next one is asked for as soon as its cursor is read, so it is on the wire while
/// the rest of this one is parsed. `access` and `job` outlive it; next() may be called from any thread, one call at a time.
class StaffPages final {
public:
    /// `since` 0 is the whole roster; `cursor` empty is its beginning. Asks for the first page.
    StaffPages(const Access &access, qint64 since, const QString &cursor, int limit, base::Job &job);

    /// Not to be called after an error or the last page. Business error sync-restart: the cursor is too old, start anew.
    base::Result<StaffPage> next();

private:
    void ask(const QString &cursor);

    const Access &m_access;
    qint64 m_since;
    int m_limit;
    base::Job &m_job;
    std::future<base::Result<http::Response>> m_wire;
};

}  // namespace gateway
