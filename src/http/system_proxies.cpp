#include "http/system_proxies.h"

#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>

namespace http {

namespace {

constexpr qint64 kFreshMs = 30'000;
constexpr qint64 kOldMs = 5 * 60'000;

}  // namespace

QString SystemProxies::keyOf(const QUrl &url)
{
    return QStringLiteral("%1://%2:%3").arg(url.scheme(), url.host()).arg(url.port());
}

SystemProxies::Age SystemProxies::age(const QUrl &url) const
{
    const auto found = m_answers.constFind(keyOf(url));
    if (found == m_answers.constEnd())
        return Age::None;
    const qint64 ms = found->since.elapsed();
    return ms < kFreshMs ? Age::Fresh : ms < kOldMs ? Age::Stale : Age::Old;
}

void SystemProxies::keep(const QUrl &url, const QList<QNetworkProxy> &proxies)
{
    Answer answer{proxies, {}};
    answer.since.start();
    m_answers.insert(keyOf(url), answer);
}

QList<QNetworkProxy> askSystem(const QUrl &url)
{
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
}

}  // namespace http
