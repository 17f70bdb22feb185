#pragma once
// A thread with an event loop for the servers of the tests.

#include <QObject>
#include <QThread>

#include <functional>

namespace http::test {

class Runner final {
public:
    Runner()
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
        QMetaObject::invokeMethod(&m_owner, work, Qt::BlockingQueuedConnection);
    }
    /// Lives in the thread: context for connections.
    QObject *owner() { return &m_owner; }

private:
    QThread m_thread;
    QObject m_owner;
};

}  // namespace http::test
