#pragma once
// How long the window's thread leaves an event waiting: a thread of its own posts one every 5 ms and notes how late each
// is delivered.

#include <QObject>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace bench {

struct Delays {
    qint64 events = 0;
    double p50 = 0;   ///< ms
    double p99 = 0;
    double max = 0;
    qint64 over50 = 0;
    double machine = 0;  ///< how late the watchdog itself was woken at worst: what this machine adds
};

class Watchdog final : public QObject {
public:
    /// `where`: while an event waits longer than 40 ms, the stack of the window's thread is written to stderr.
    explicit Watchdog(bool where);
    ~Watchdog() override;

    /// From the call before, or from the beginning.
    Delays take();

protected:
    void customEvent(QEvent *event) override;

private:
    void watch();

    std::thread::native_handle_type m_window;
    bool m_where;
    std::atomic<bool> m_stop{false};
    std::atomic<qint64> m_delivered{0};  ///< when the last one that arrived had been posted
    std::atomic<qint64> m_latest{0};     ///< worst lateness of the watchdog, ns
    std::vector<qint64> m_delays;        ///< ns
    std::thread m_thread;
};

}  // namespace bench
