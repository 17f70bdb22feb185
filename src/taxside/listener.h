#pragma once
// The HTTP side: accepts connections, turns requests into taxside::Request, carries out transport faults, compresses.

#include "taxside/exchange.h"
#include "taxside/world.h"

#include <httplib.h>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace taxside {

class Listener final {
public:
    using Handler = std::function<Answer(const Request &)>;

    Listener(World &world, Handler handler);
    ~Listener();
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    /// Binds and serves on threads of its own. The URL, empty when the address or the certificate is no good.
    QString start();
    void stop();

private:
    class Core;
    void serve(const httplib::Request &request, httplib::Response &response);

    World &m_world;
    Handler m_handler;
    std::unique_ptr<Core> m_core;
    std::thread m_thread;
    std::atomic<bool> m_ended{false};
};

}  // namespace taxside
