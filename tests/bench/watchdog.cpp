#include "bench/watchdog.h"

#include <QCoreApplication>
#include <QEvent>

#include <execinfo.h>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace bench {

namespace {

constexpr auto kEvery = std::chrono::milliseconds(5);
constexpr qint64 kLongNs = 40'000'000;
const auto kPosted = static_cast<QEvent::Type>(QEvent::registerEventType());

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

class Posted final : public QEvent {
public:
    explicit Posted(qint64 time) : QEvent(kPosted), at(time) {}
    const qint64 at;
};

void writeStack(int)
{
    void *frames[64];
    const int count = ::backtrace(frames, 64);
    ::backtrace_symbols_fd(frames, count, STDERR_FILENO);
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, "----\n", 5);
}

double milliseconds(qint64 nanoseconds)
{
    return double(nanoseconds) / 1e6;
}

}  // namespace

Watchdog::Watchdog(bool where) : m_window(::pthread_self()), m_where(where)
{
    if (where) {
        void *frame = nullptr;
        ::backtrace(&frame, 1);  // loads what it needs now, not in the signal
        std::signal(SIGUSR1, writeStack);
    }
    m_delivered = now();
    m_thread = std::thread([this] { watch(); });
}

Watchdog::~Watchdog()
{
    m_stop = true;
    m_thread.join();
}

void Watchdog::watch()
{
    qint64 shown = 0;
    qint64 posted = m_delivered;
    while (!m_stop) {
        const qint64 before = now();
        std::this_thread::sleep_for(kEvery);
        const qint64 after = now();
        m_latest = std::max(m_latest.load(), after - before - kEvery / std::chrono::nanoseconds(1));
        // Without one that waits, it was this thread that was late.
        const qint64 delivered = m_delivered;
        const bool waits = delivered != posted;
        QCoreApplication::postEvent(this, new Posted(after), Qt::HighEventPriority);
        posted = after;
        if (m_where && waits && after - delivered > kLongNs && shown != delivered) {
            shown = delivered;
            ::pthread_kill(m_window, SIGUSR1);
        }
    }
}

void Watchdog::customEvent(QEvent *event)
{
    if (event->type() != kPosted)
        return;
    const qint64 at = static_cast<Posted *>(event)->at;
    m_delivered = at;
    m_delays.push_back(now() - at);
}

Delays Watchdog::take()
{
    auto delays = std::exchange(m_delays, {});
    std::sort(delays.begin(), delays.end());
    Delays result;
    result.events = qint64(delays.size());
    result.machine = milliseconds(m_latest.exchange(0));
    if (delays.empty())
        return result;
    result.p50 = milliseconds(delays[delays.size() / 2]);
    result.p99 = milliseconds(delays[(delays.size() - 1) * 99 / 100]);
    result.max = milliseconds(delays.back());
    result.over50 = std::count_if(delays.cbegin(), delays.cend(), [](qint64 delay) { return delay > 50'000'000; });
    return result;
}

}  // namespace bench
