#include "store/notice_table.h"

#include "store/values.h"

namespace store {

namespace {

constexpr const char *kNoticeColumns = " n.id, n.title, n.publisher, n.published_at, n.valid_until, n.importance, n.pop_up,"
                                 " n.is_read, n.cut ";
constexpr const char *kInForce = " FROM notice_unit u JOIN notice n ON n.id = u.id WHERE u.registration_id = ?"
                                 " AND n.published_at <= ?2 AND (n.valid_until = '' OR n.valid_until > ?2) ";

domain::Notice notice(const base::sqlite::Statement &row)
{
    domain::Notice notice;
    notice.id = row.text(0);
    notice.title = row.text(1);
    notice.publisher = row.text(2);
    notice.publishedAt = instant(row, 3);
    notice.validUntil = instant(row, 4);
    notice.importance = static_cast<int>(row.integer(5));
    notice.popUp = row.integer(6) != 0;
    notice.read = row.integer(7) != 0;
    notice.cut = row.integer(8) != 0;
    return notice;
}

std::vector<domain::Notice> noticesOf(base::sqlite::Statement row)
{
    std::vector<domain::Notice> notices;
    while (row.next())
        notices.push_back(notice(row));
    return notices;
}

}  // namespace

void NoticeTable::replace(const QString &unit, const QVector<domain::Notice> &notices)
{
    m_connection.run("DELETE FROM notice_unit WHERE registration_id = ?", unit);
    for (const auto &one : notices) {
        m_connection.run(
            "INSERT INTO notice (id, title, publisher, published_at, valid_until, importance, pop_up, body, cut)"
            " VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET"
            " is_read = is_read AND title = excluded.title AND body = excluded.body, title = excluded.title,"
            " publisher = excluded.publisher, published_at = excluded.published_at, valid_until = excluded.valid_until,"
            " importance = excluded.importance, pop_up = excluded.pop_up, body = excluded.body, cut = excluded.cut",
            one.id, one.title, one.publisher, column(one.publishedAt), column(one.validUntil), one.importance,
            one.popUp ? 1 : 0, one.html, one.cut ? 1 : 0);
        m_connection.run("INSERT OR IGNORE INTO notice_unit VALUES (?, ?)", unit, one.id);
    }
    dropUnreferenced();
}

void NoticeTable::dropUnreferenced()
{
    m_connection.run("DELETE FROM notice WHERE id NOT IN (SELECT id FROM notice_unit)");
}

std::vector<domain::Notice> NoticeTable::inForce(const QString &unit, const QDateTime &now) const
{
    const auto sql = QByteArray("SELECT") + kNoticeColumns + kInForce + "ORDER BY n.published_at DESC, n.id DESC";
    return noticesOf(m_connection.query(sql.constData(), unit, column(now)));
}

qint64 NoticeTable::unread(const QString &unit, const QDateTime &now) const
{
    const auto sql = QByteArray("SELECT count(*)") + kInForce + "AND n.is_read = 0";
    auto row = m_connection.query(sql.constData(), unit, column(now));
    return row.next() ? row.integer(0) : 0;
}

std::vector<domain::Notice> NoticeTable::popUps(const QString &unit, const QDateTime &now) const
{
    const auto sql = QByteArray("SELECT") + kNoticeColumns + kInForce
                     + "AND n.pop_up = 1 AND n.is_read = 0 ORDER BY n.importance DESC, n.published_at DESC, n.id DESC";
    return noticesOf(m_connection.query(sql.constData(), unit, column(now)));
}

std::optional<domain::Notice> NoticeTable::find(const QString &id) const
{
    const auto sql = QByteArray("SELECT") + kNoticeColumns + ", n.body FROM notice n WHERE n.id = ?";
    auto row = m_connection.query(sql.constData(), id);
    if (!row.next())
        return std::nullopt;
    auto found = notice(row);
    found.html = row.text(9);
    return found;
}

void NoticeTable::markRead(const QString &id)
{
    m_connection.run("UPDATE notice SET is_read = 1 WHERE id = ?", id);
}

void NoticeTable::markAllRead(const QString &unit)
{
    m_connection.run("UPDATE notice SET is_read = 1 WHERE is_read = 0 AND id IN"
                     " (SELECT id FROM notice_unit WHERE registration_id = ?)",
                     unit);
}

}  // namespace store
