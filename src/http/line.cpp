#include "http/line.h"

#include "base/log.h"
#include "http/proxy_choice.h"

#include <QSslCertificate>

namespace http {

Line::Line(const Proxy &proxy, std::shared_ptr<SystemProxies> system, const QSslConfiguration &tls)
    : m_system(std::move(system)), m_choice(new ProxyChoice(proxy, m_system)), m_tls(tls)
{
    m_manager.setProxyFactory(m_choice);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkProxy Line::proxyOf(const QString &host) const
{
    return m_choice->lastFor(host);
}

void Line::doubtWay(const QUrl &url)
{
    m_choice->forget(url.host());
    m_system->doubt(url);
}

QSslConfiguration verifiedTls(const QString &extraCaFile)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (extraCaFile.isEmpty())
        return tls;
    const auto extra = QSslCertificate::fromPath(extraCaFile, QSsl::Pem);
    if (extra.isEmpty())
        base::log::warn(QStringLiteral("no certificate in the extra CA file"));
    // Setting a list turns off Qt's loading of system roots on demand, so they are listed as well.
    tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + extra);
    return tls;
}

}  // namespace http
