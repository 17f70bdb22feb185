#pragma once
// The only place that reads the clock. Tests and practice mode set it.

#include <QDateTime>

#include <atomic>

namespace base {

class Clock final {
public:
    /// Wall time in UTC, moved by the offset of practice mode or a test.
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(m_offset.load()); }
    /// Calendar day in China, where every deadline of the field is counted (UTC+8, no daylight saving).
    QDate today() const { return now().toOffsetFromUtc(8 * 3600).date(); }
    void setNow(const QDateTime &now) { m_offset = QDateTime::currentDateTimeUtc().secsTo(now); }

private:
    std::atomic<qint64> m_offset{0};
};

}  // namespace base
