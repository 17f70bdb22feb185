#pragma once
// Stands between a client and the tax side and can keep what one says from reaching the other. Loopback TCP, POSIX.

#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace campaign {

class Gate final {
public:
    /// Listens on a free port of 127.0.0.1 and forwards to `serverPort` there.
    explicit Gate(std::uint16_t serverPort);
    ~Gate();
    Gate(const Gate &) = delete;
    Gate &operator=(const Gate &) = delete;

    std::uint16_t port() const { return m_port; }
    /// What the client submits (PUT) is taken and kept; what it asks passes.
    void holdRequests(bool hold) { m_holdRequests = hold; }
    /// What the tax side answers to that is taken and kept.
    void holdAnswers(bool hold) { m_holdAnswers = hold; }
    /// Bytes taken and not passed on yet.
    std::int64_t held() const { return m_held; }

private:
    void accept();
    void serve(int client);
    struct Side;
    void receive(Side &from);
    void passOn(Side &from, int to);

    std::uint16_t m_serverPort;
    std::uint16_t m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_holdRequests{false};
    std::atomic<bool> m_holdAnswers{false};
    std::atomic<std::int64_t> m_held{0};
    std::mutex m_mutex;
    std::vector<std::thread> m_connections;
    std::thread m_acceptor;
};

}  // namespace campaign
