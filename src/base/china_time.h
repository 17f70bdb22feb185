#pragma once
// China's time (UTC+8, no daylight saving): every deadline of the field is counted in it, and every instant is shown in it,
// wherever the machine is.

#include <QDateTime>

namespace base::china {

inline QDateTime at(const QDateTime &instant)
{
    return instant.toOffsetFromUtc(8 * 3600);
}

inline QDate dayOf(const QDateTime &instant)
{
    return at(instant).date();
}

/// Its first instant; not valid of no day.
inline QDateTime beginOf(QDate day)
{
    return day.isValid() ? QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, 8 * 3600) : QDateTime();
}

/// `2026-09-30 08:05`; nothing of no instant.
inline QString text(const QDateTime &instant)
{
    return instant.isValid() ? at(instant).toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
}

/// `2026-09-30 08:05:59`
inline QString exactText(const QDateTime &instant)
{
    return instant.isValid() ? at(instant).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
}

}  // namespace base::china
