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

QList<QNetworkProxy> ProxyChoice::choose(const QUrl &url) const
{
    switch (m_proxy.kind) {
    case Proxy::Kind::None:
        break;
    case Proxy::Kind::System: {
        QList<QNetworkProxy> found;
        for (const auto &proxy : m_system->answer(url))  // Network has asked before it began
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

// Asked for Basic before it asks, so that Qt never comes to choose NTLM. Only a proxy that has just taken it is.
QNetworkProxy ProxyChoice::inItsManner(QNetworkProxy proxy) const
{
    if (proxy.type() == QNetworkProxy::HttpProxy && m_manners.value(keyOf(proxy), Manner::Qt) == Manner::Basic) {
        proxy.setRawHeader("Proxy-Authorization", basicLogin(proxy));
        proxy.setUser({});
        proxy.setPassword({});
    }
    return proxy;
}

std::optional<QNetworkProxy> ProxyChoice::unknownFor(const QUrl &url) const
{
    const auto proxy = choose(url).value(0, QNetworkProxy::NoProxy);
    if (proxy.type() != QNetworkProxy::HttpProxy || m_manners.contains(keyOf(proxy)))
        return std::nullopt;
    return proxy;
}

QString ProxyChoice::keyOf(const QNetworkProxy &proxy)
{
    return QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    auto chosen = choose(query.url());
    for (auto &proxy : chosen)
        proxy = inItsManner(proxy);
    m_last[query.url().host()] = chosen.value(0, QNetworkProxy::NoProxy);
    return chosen;
}

}  // namespace http
