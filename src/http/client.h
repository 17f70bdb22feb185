#pragma once
// The only gate to the network. send() blocks its worker thread; a thread of the client's own does the waiting on sockets.
// Proxy, timeouts, TLS and the question "did anything leave?" are decided here; what an answer means, in gateway.

#include "base/job.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

class QNetworkProxy;

namespace http {

enum class Method { Get, Put, Post, Delete };

/// Takes the body of a 200 piece by piece instead of Response::body, in order, on the network thread, and never after
/// send() has returned. An error ends the exchange with that error.
using Sink = std::function<base::Result<void>(const QByteArray &piece)>;

struct Request {
    Method method = Method::Get;
    QUrl url;  ///< absolute, http or https, without user name
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray contentType = "application/json";      ///< of the body; a GET has none
    QByteArray bearer;                                ///< session token; empty: no Authorization header
    std::chrono::milliseconds timeout{30'000};        ///< longest silence: while connecting, or with no byte either way
    std::chrono::milliseconds totalTimeout{300'000};  ///< longest for the whole exchange
    qint64 maxBytes = 64LL * 1024 * 1024;             ///< of the answer's body, after decompression; a megabyte from 400 on
    Sink sink = {};                                   ///< for what is too large for memory
};

struct Response {
    int status = 0;  ///< any but a redirect: also 4xx and 5xx are answers
    QByteArray body;  ///< empty where a sink took it
    QByteArray contentType;
    QByteArray etag;
    QString requestId;  ///< the X-Request-ID that was sent
    std::chrono::milliseconds elapsed{0};
};

struct Proxy {
    enum class Kind { None, System, Http, Socks5 };
    Kind kind = Kind::None;
    QString host;      ///< Http and Socks5 only
    quint16 port = 0;  ///< Http and Socks5 only
    QString user;      ///< empty: no login
    QString password;
    bool operator==(const Proxy &) const = default;
};

struct Options {
    QByteArray userAgent;
    QString extraCaFile;  ///< PEM; trusted beside the system's authorities. Empty: none
    /// Asked for Proxy::Kind::System, on a thread of its own, as it may take long. Empty: the operating system.
    std::function<QList<QNetworkProxy>(const QUrl &)> systemProxies = {};
};

class Mailbox;

/// May be used from many threads at once. Needs a QCoreApplication.
class Client final {
public:
    explicit Client(const Options &options);
    /// Sends in flight end as Cancelled.
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    /// Valid from the next request on; requests in flight finish the way they began.
    void setProxy(const Proxy &proxy);
    Proxy proxy() const;

    /// Blocks until there is an answer; never to be called on the window's thread. Redirects are not followed, cookies not
    /// kept, certificates always verified.
    ///
    /// Errors, with `sent` = No only if no part of the body (of a GET: of the request) can have left:
    /// network.{refused,host-not-found,reset,failed}, proxy.{auth,refused,not-found,closed,timeout,denied,page,failed},
    /// tls.{untrusted,self-signed,expired,host-mismatch,version,handshake}, timeout.{connect,answer}, cancelled,
    /// protocol.{redirect,too-large,broken,decode}, request.{url,header}.
    base::Result<Response> send(const Request &request, base::Job &job);

private:
    QThread m_thread;
    std::shared_ptr<Mailbox> m_mailbox;
    mutable std::mutex m_mutex;
    Proxy m_proxy;
};

}  // namespace http
