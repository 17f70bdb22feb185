#include "http/proxy_choice.h"

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

// The login goes into the proxy and not through QNetworkAccessManager::proxyAuthenticationRequired: answering that signal,
// Qt 6.4 asks again with an empty authenticator for as long as the password is wrong, thousands of times a second.
// This way it is tried once per connection. SOCKS has no challenge and needs it here anyway.
QNetworkProxy withLogin(QNetworkProxy proxy, const Proxy &ours)
{
    if (!ours.user.isEmpty()) {
        proxy.setUser(ours.user);
        proxy.setPassword(ours.password);
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
        for (const auto &proxy : m_system->answer(query.url()))  // Network has asked before it began
            found.append(proxy.type() == QNetworkProxy::NoProxy ? proxy : withLogin(tunnel(proxy), m_proxy));
        if (!found.isEmpty())
            return found;
        break;
    }
    case Proxy::Kind::Http:
        return {withLogin(tunnel(QNetworkProxy(QNetworkProxy::HttpProxy, m_proxy.host, m_proxy.port)), m_proxy)};
    case Proxy::Kind::Socks5:
        return {withLogin(QNetworkProxy(QNetworkProxy::Socks5Proxy, m_proxy.host, m_proxy.port), m_proxy)};
    }
    return {QNetworkProxy(QNetworkProxy::NoProxy)};
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    const auto chosen = choose(query);
    m_last[query.url().host()] = chosen.value(0, QNetworkProxy::NoProxy);
    return chosen;
}

}  // namespace http
