#pragma once
// What a worker in send() and the network thread share about one request.

#include "http/client.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace http {

/// All functions may be called from any thread.
class Ticket final {
public:
    /// False when it was settled while it waited in the queue: then it must not be started.
    bool begin()
    {
        const std::lock_guard lock(m_mutex);
        m_begun = true;
        return !m_result.has_value();
    }

    /// The first result stays.
    void settle(base::Result<Response> result)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_result)
                m_result = std::move(result);
        }
        m_settled.notify_all();
    }

    /// Ends it at once if the network thread has not taken it up; a request in the queue has provably not left.
    bool cancelQueued()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_begun)
                return false;
            if (!m_result)
                m_result = base::cancelled();
        }
        m_settled.notify_all();
        return true;
    }

    base::Result<Response> wait()
    {
        std::unique_lock lock(m_mutex);
        m_settled.wait(lock, [this] { return m_result.has_value(); });
        return *std::move(m_result);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_settled;
    std::optional<base::Result<Response>> m_result;
    bool m_begun = false;
};

}  // namespace http
