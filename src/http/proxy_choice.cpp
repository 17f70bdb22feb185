#include "http/proxy_choice.h"

#include <QAuthenticator>
#include <QNetworkProxy>
#include <QNetworkProxyQuery>
#include <QUrl>

namespace http {

namespace {

// Always a tunnel (CONNECT), for http:// as well: then a proxy can ask for its login only before the request has left,
// and cannot answer in the tax side's place. The proxy looks names up: clients behind one often have no DNS.
QNetworkProxy tunnel(QNetworkProxy proxy)
{
    if (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy) {
        proxy.setType(QNetworkProxy::HttpProxy);
        proxy.setCapabilities(QNetworkProxy::TunnelingCapability | QNetworkProxy::HostNameLookupCapability);
    }
    return proxy;
}

}  // namespace

QList<QNetworkProxy> ProxyChoice::choose(const QNetworkProxyQuery &query) const
{
    switch (m_proxy.kind) {
    case Proxy::Kind::None:
        break;
    case Proxy::Kind::System: {
        QList<QNetworkProxy> found;
        for (const auto &proxy : QNetworkProxyFactory::systemProxyForQuery(query))
            found.append(tunnel(proxy));
        return found;
    }
    case Proxy::Kind::Http:
        return {tunnel(QNetworkProxy(QNetworkProxy::HttpProxy, m_proxy.host, m_proxy.port))};
    case Proxy::Kind::Socks5:
        // SOCKS has no challenge: the login goes with the greeting, so it must be known beforehand.
        return {QNetworkProxy(QNetworkProxy::Socks5Proxy, m_proxy.host, m_proxy.port, m_proxy.user, m_proxy.password)};
    }
    return {QNetworkProxy(QNetworkProxy::NoProxy)};
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    const auto chosen = choose(query);
    m_proxied[query.url().host()] = !chosen.isEmpty() && chosen.first().type() != QNetworkProxy::NoProxy;
    return chosen;
}

void ProxyChoice::answer(QAuthenticator *authenticator) const
{
    if (m_proxy.user.isEmpty() || authenticator->user() == m_proxy.user)
        return;
    authenticator->setUser(m_proxy.user);
    authenticator->setPassword(m_proxy.password);
}

}  // namespace http
