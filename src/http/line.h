#pragma once
// One access manager with the proxy and the trust it was made for. A changed proxy makes a new line; exchanges keep the
// one they began on, because clearing the connections of a manager in use leaves its replies hanging.

#include "http/client.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslConfiguration>

namespace http {

class ProxyChoice;
class SystemProxies;

/// Lives on the network thread.
class Line final {
public:
    Line(const Proxy &proxy, std::shared_ptr<SystemProxies> system, const QSslConfiguration &tls);

    QNetworkAccessManager &manager() { return m_manager; }
    const QSslConfiguration &tls() const { return m_tls; }
    /// What the last request to `host` went through.
    QNetworkProxy proxyOf(const QString &host) const;
    /// What the system and the proxy said about the way there is asked for again.
    void doubtWay(const QUrl &url);
    ProxyChoice &choice() { return *m_choice; }

private:
    QNetworkAccessManager m_manager;
    std::shared_ptr<SystemProxies> m_system;
    ProxyChoice *m_choice;  ///< owned by the manager
    QSslConfiguration m_tls;
};

/// TLS 1.2 or newer, peer verified against the system's authorities and those in `extraCaFile`.
QSslConfiguration verifiedTls(const QString &extraCaFile);

}  // namespace http
