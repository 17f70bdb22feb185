#pragma once
// The only place that reads the clock. Tests and practice mode set it.

#include "base/china_time.h"

#include <atomic>

namespace base {

class Clock final {
public:
    /// Wall time in UTC, moved by the offset of practice mode or a test.
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(m_offset.load()); }
    /// Calendar day in China, where every deadline of the field is counted.
    QDate today() const { return china::dayOf(now()); }
    void setNow(const QDateTime &now) { m_offset = QDateTime::currentDateTimeUtc().secsTo(now); }

private:
    std::atomic<qint64> m_offset{0};
};

}  // namespace base
