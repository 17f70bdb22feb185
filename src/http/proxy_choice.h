#pragma once
// Which proxy a request goes through, for every request of a client: there is no second way out.

#include "http/client.h"
#include "http/knock.h"
#include "http/system_proxies.h"

#include <QHash>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>

#include <optional>

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
    /// The HTTP proxy, with its login, whose manner must be known before a request to `url`; nothing when it is known.
    std::optional<QNetworkProxy> unknownFor(const QUrl &url) const;
    void learn(const QNetworkProxy &proxy, Manner manner) { m_manners.insert(keyOf(proxy), manner); }
    /// Something went wrong on the way to `host`.
    void forget(const QString &host) { m_manners.remove(keyOf(lastFor(host))); }

    static QString keyOf(const QNetworkProxy &proxy);

private:
    QList<QNetworkProxy> choose(const QUrl &url) const;
    QNetworkProxy inItsManner(QNetworkProxy proxy) const;

    Proxy m_proxy;
    std::shared_ptr<const SystemProxies> m_system;
    QHash<QString, QNetworkProxy> m_last;
    QHash<QString, Manner> m_manners;
};

}  // namespace http
