#pragma once
// What lives on the network thread: the exchanges in flight and the line new ones take.

#include "http/exchange.h"

#include <functional>

namespace http {

class Network final : public QObject {
    Q_OBJECT

public:
    explicit Network(const Options &options) : m_options(options) {}

    // All on the network thread.
    void useProxy(const Proxy &proxy);
    void start(const std::shared_ptr<Ticket> &ticket, const Request &request, const QString &requestId);
    void cancel(const Ticket *ticket);
    void cancelAll();

private:
    std::shared_ptr<Line> line();

    Options m_options;
    Proxy m_proxy;
    std::shared_ptr<Line> m_line;  ///< made when first needed, so on this thread
    std::optional<QSslConfiguration> m_tls;
};

/// The way to a Network from other threads, which may outlive it.
class Mailbox final {
public:
    explicit Mailbox(Network *network) : m_network(network) {}

    /// Runs `work` on the network thread, in order of posting. False when it is closed.
    bool post(const std::function<void(Network &)> &work);
    /// Runs `last` as the last work.
    void close(const std::function<void(Network &)> &last);

private:
    std::mutex m_mutex;
    Network *m_network;
};

}  // namespace http
