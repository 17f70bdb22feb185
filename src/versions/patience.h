#pragma once
// How long a version on trial may be without its first window.

#include <algorithm>
#include <chrono>

namespace versions {

/// `limit` from its start; while it says that it prepares (state.h), and for `limit` after that, but never more than ten of
/// them in all.
class Patience final {
public:
    using Clock = std::chrono::steady_clock;

    Patience(Clock::time_point begun, std::chrono::milliseconds limit)
        : m_limit(limit), m_most(begun + 10 * limit), m_end(begun + limit)
    {
    }

    bool isOver(Clock::time_point now, bool preparing)
    {
        if (preparing)
            m_end = std::min(now + m_limit, m_most);
        return now >= m_end;
    }

private:
    std::chrono::milliseconds m_limit;
    Clock::time_point m_most;
    Clock::time_point m_end;
};

}  // namespace versions
