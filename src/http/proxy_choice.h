#pragma once
// Which proxy a request goes through, for every request of a client: there is no second way out.

#include "http/client.h"

#include <QHash>
#include <QNetworkProxyFactory>

class QAuthenticator;

namespace http {

/// Lives on the network thread.
class ProxyChoice final : public QNetworkProxyFactory {
public:
    explicit ProxyChoice(const Proxy &proxy) : m_proxy(proxy) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
    /// Did the last request to this host go through a proxy?
    bool proxied(const QString &host) const { return m_proxied.value(host, false); }
    /// Fills in our login once; asked again it leaves `authenticator` as it is, which ends the request.
    void answer(QAuthenticator *authenticator) const;

private:
    QList<QNetworkProxy> choose(const QNetworkProxyQuery &query) const;

    Proxy m_proxy;
    QHash<QString, bool> m_proxied;
};

}  // namespace http
