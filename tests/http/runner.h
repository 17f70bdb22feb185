#pragma once
// A thread with an event loop for the servers of the tests.

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QThread>

#include <condition_variable>
#include <functional>
#include <mutex>

namespace http::test {

/// Handed over under a mutex of our own, because the thread sanitizer does not see the ones inside Qt.
class Runner final {
public:
    Runner() : m_owner(*this)
    {
        m_owner.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Runner()
    {
        m_thread.quit();
        m_thread.wait();
    }

    /// Waits until `work` is done.
    void run(const std::function<void()> &work)
    {
        std::unique_lock lock(m_mutex);
        m_work = work;
        QCoreApplication::postEvent(&m_owner, new QEvent(QEvent::User));
        m_done.wait(lock, [this] { return !m_work; });
    }
    /// Lives in the thread: context for connections.
    QObject *owner() { return &m_owner; }

private:
    class Owner final : public QObject {
    public:
        explicit Owner(Runner &runner) : m_runner(runner) {}
        bool event(QEvent *event) override
        {
            if (event->type() != QEvent::User)
                return QObject::event(event);
            const std::lock_guard lock(m_runner.m_mutex);
            m_runner.m_work();
            m_runner.m_work = {};
            m_runner.m_done.notify_all();
            return true;
        }

    private:
        Runner &m_runner;
    };

    std::mutex m_mutex;
    std::condition_variable m_done;
    std::function<void()> m_work;
    QThread m_thread;
    Owner m_owner;
};

}  // namespace http::test
