#pragma once
// What lives on the network thread: the exchanges in flight and the line new ones take.

#include "http/exchange.h"
#include "http/knock.h"
#include "http/system_proxies.h"

#include <deque>
#include <functional>
#include <set>

namespace http {

class Mailbox;

class Network final : public QObject {
    Q_OBJECT

public:
    Network(const Options &options, std::shared_ptr<Mailbox> mailbox);

    // All on the network thread.
    void useProxy(const Proxy &proxy);
    void start(const std::shared_ptr<Ticket> &ticket, const Request &request, const QString &requestId);
    void cancel(const Ticket *ticket);
    void cancelAll();
    /// Does the oldest work in the mailbox.
    Q_INVOKABLE void work();

private:
    /// Begun, but it is not known yet which way it goes.
    struct Waiting {
        std::shared_ptr<Ticket> ticket;
        Request request;
        QString requestId;
        QString proxy = {};  ///< the one that is asked for its manner; empty: the system is asked for the proxy
    };

    std::shared_ptr<Line> line();
    void route(const Waiting &one);
    void begin(const Waiting &one);
    void wait(const Waiting &one);
    /// Takes out those that wait for the same.
    std::vector<Waiting> ready(const std::function<bool(const Waiting &)> &isReady);
    void knock(const QNetworkProxy &proxy, const QUrl &url);
    void proxyAnswered(const QNetworkProxy &proxy, const QUrl &url, Manner manner, const std::shared_ptr<Line> &line);
    void askSystemFor(const QUrl &url);
    void systemAnswered(const QUrl &url, const QList<QNetworkProxy> &proxies);
    /// Takes it out of those that wait; false when it is not among them.
    bool give(const Ticket *ticket, const base::Error &error);

    Options m_options;
    std::shared_ptr<Mailbox> m_mailbox;
    Proxy m_proxy;
    std::shared_ptr<SystemProxies> m_system = std::make_shared<SystemProxies>();
    std::vector<Waiting> m_waiting;
    std::set<QString> m_asking, m_knocking;
    std::shared_ptr<Line> m_line;  ///< made when first needed, so on this thread
    std::optional<QSslConfiguration> m_tls;
};

/// The way to a Network from other threads, which may outlive it. A queue of our own, with Qt's events only to wake the
/// thread: what is handed over is then ordered by a mutex that the thread sanitizer can see.
class Mailbox final {
public:
    using Work = std::function<void(Network &)>;

    void open(Network *network);
    /// Runs `work` on the network thread, in order of posting. False when it is closed.
    bool post(Work work);
    /// Runs `last` as the last work.
    void close(Work last);
    Work take();

private:
    bool push(Work work);

    std::mutex m_mutex;
    std::deque<Work> m_works;
    Network *m_network = nullptr;
};

}  // namespace http
