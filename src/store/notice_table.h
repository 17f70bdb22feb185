#pragma once
// 通知公告 (N1-N4). A notice stands once however many of the units here it is addressed to, and is read once.

#include "base/sqlite.h"
#include "domain/notice.h"

#include <QVector>

#include <optional>
#include <vector>

namespace store {

class NoticeTable final {
public:
    explicit NoticeTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    /// Takes the place of all the unit had. What is the same stays read; what was worded anew is unread again.
    void replace(const QString &unit, const QVector<domain::Notice> &notices);
    /// Those that no unit here has (any more).
    void dropUnreferenced();
    /// In force at `now`, newest first, without their bodies.
    std::vector<domain::Notice> inForce(const QString &unit, const QDateTime &now) const;
    qint64 unread(const QString &unit, const QDateTime &now) const;
    /// Flagged for 自动弹框 and never opened: by importance, newer first among equals.
    std::vector<domain::Notice> popUps(const QString &unit, const QDateTime &now) const;
    /// With its body.
    std::optional<domain::Notice> find(const QString &id) const;
    void markRead(const QString &id);
    void markAllRead(const QString &unit);

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
