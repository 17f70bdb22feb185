#pragma once
// 操作日志 (X12): append-only by triggers, chained by SHA-256 within each unit.
//
// hash = SHA-256(hash of the entry before it, 32 zero bytes for the first; then each of unit, number, at, event, subject,
// facts, operator as `<length in bytes>:<UTF-8>`). Whoever has an export can compute it again.

#include "base/error.h"
#include "base/job.h"
#include "base/sqlite.h"
#include "domain/trail.h"

#include <QDateTime>

#include <utility>
#include <vector>

namespace store {

/// What stands as payload in the facts of a submission that was not sent from here.
QString trailPayloadOfElsewhere();

QByteArray trailHash(const QByteArray &before, const QString &unit, const domain::TrailEntry &entry);

/// Whose act a submission's state was: sent from here, or downloaded only.
enum class TrailOrigin { Any, Here, Elsewhere };

class TrailTable final {
public:
    explicit TrailTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    /// For what no trigger sees. `facts` is a JSON object.
    void add(const QString &unit, domain::TrailEvent event, const QString &subject, const QByteArray &facts);
    /// Gives every entry of this transaction its operator and its hash; Store does it before each commit.
    void seal(const QString &by);

    qint64 count(const QString &unit, const domain::TrailQuery &query, TrailOrigin origin = TrailOrigin::Any) const;
    /// Newest first.
    std::vector<domain::TrailEntry> window(const QString &unit, const domain::TrailQuery &query, qint64 offset,
                                           qint64 limit, TrailOrigin origin = TrailOrigin::Any) const;
    /// When the first and the last entry of any unit were made; invalid: none.
    std::pair<QDateTime, QDateTime> span() const;
    /// Goes along the whole chain.
    domain::TrailCheck check(const QString &unit, base::Job &job) const;

private:
    QByteArray hashBefore(const QString &unit, qint64 number) const;

    base::sqlite::Connection &m_connection;
};

}  // namespace store
