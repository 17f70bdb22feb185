#pragma once
// Which proxy a request goes through, for every request of a client: there is no second way out.

#include "http/client.h"
#include "http/system_proxies.h"

#include <QHash>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>

namespace http {

/// Lives on the network thread.
class ProxyChoice final : public QNetworkProxyFactory {
public:
    ProxyChoice(const Proxy &proxy, std::shared_ptr<const SystemProxies> system)
        : m_proxy(proxy), m_system(std::move(system))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
    /// What the last request to `host` was sent through.
    QNetworkProxy lastFor(const QString &host) const { return m_last.value(host, QNetworkProxy::NoProxy); }

private:
    QList<QNetworkProxy> choose(const QNetworkProxyQuery &query) const;

    Proxy m_proxy;
    std::shared_ptr<const SystemProxies> m_system;
    QHash<QString, QNetworkProxy> m_last;
};

}  // namespace http
