#include "http/failure.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QMetaEnum>

namespace http {

namespace {

using Kind = base::Error::Kind;

struct Row {
    QNetworkReply::NetworkError error;
    Kind kind;
    const char *code;
};

constexpr Row rows[] = {
    {QNetworkReply::ConnectionRefusedError, Kind::Network, "network.refused"},
    {QNetworkReply::RemoteHostClosedError, Kind::Network, "network.reset"},
    {QNetworkReply::HostNotFoundError, Kind::Network, "network.host-not-found"},
    // Qt wanted to send the body again and Upload refused.
    {QNetworkReply::ContentReSendError, Kind::Network, "network.reset"},
    {QNetworkReply::TemporaryNetworkFailureError, Kind::Network, "network.failed"},
    {QNetworkReply::NetworkSessionFailedError, Kind::Network, "network.failed"},
    {QNetworkReply::UnknownNetworkError, Kind::Network, "network.failed"},
    {QNetworkReply::ProxyConnectionRefusedError, Kind::Proxy, "proxy.refused"},
    {QNetworkReply::ProxyConnectionClosedError, Kind::Proxy, "proxy.closed"},
    {QNetworkReply::ProxyNotFoundError, Kind::Proxy, "proxy.not-found"},
    {QNetworkReply::ProxyTimeoutError, Kind::Proxy, "proxy.timeout"},
    {QNetworkReply::ProxyAuthenticationRequiredError, Kind::Proxy, "proxy.auth"},
    {QNetworkReply::UnknownProxyError, Kind::Proxy, "proxy.failed"},
    {QNetworkReply::UnknownContentError, Kind::Protocol, "protocol.decode"},
};

// A server that speaks nothing newer than TLS 1.1 is told from other refusals in OpenSSL's words alone.
bool isOldVersion(const QString &text)
{
    for (const char *words : {"unsupported protocol", "protocol version", "wrong ssl version"}) {
        if (text.contains(QLatin1String(words), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

const char *tlsCode(const QList<QSslError> &errors, const QString &text)
{
    bool dates = false;
    bool name = false;
    for (const auto &error : errors) {
        const auto what = error.error();
        if (what == QSslError::CertificateExpired || what == QSslError::CertificateNotYetValid)
            dates = true;
        else if (what == QSslError::HostNameMismatch)
            name = true;
        else  // first: dates and name of a certificate nobody vouches for say nothing
            return what == QSslError::SelfSignedCertificate ? "tls.self-signed" : "tls.untrusted";
    }
    if (errors.isEmpty() && isOldVersion(text))
        return "tls.version";
    if (name)
        return "tls.host-mismatch";
    return dates ? "tls.expired" : "tls.handshake";
}

// Several faults of a proxy reach us as one UnknownNetworkError and differ in words alone. The words are compared in
// whatever language they were put, so an installed translation changes nothing.
const char *proxyCode(const QString &text)
{
    const auto is = [&text](const char *context, const char *source) {
        return text == QCoreApplication::translate(context, source);
    };
    if (is("QHttpSocketEngine", "Proxy connection refused") || is("QSocks5SocketEngine", "Connection to proxy refused"))
        return "proxy.refused";
    if (is("QHttpSocketEngine", "Proxy denied connection"))
        return "proxy.denied";
    if (is("QHttpSocketEngine", "Error communicating with HTTP proxy"))
        return "proxy.page";
    return "proxy.failed";
}

// Beyond network errors Qt's text holds the whole URL, and a query can name a person.
QString detailOf(const Failure &failure)
{
    QString detail = QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(failure.error));
    if (failure.error < QNetworkReply::ContentAccessDenied && !failure.text.isEmpty())
        detail += QStringLiteral(": ") + failure.text;
    for (const auto &error : failure.tlsErrors)
        detail += QStringLiteral("; ") + error.errorString();
    return detail;
}

bool isAddress(const QString &host)
{
    return !QHostAddress(host).isNull();
}

}  // namespace

base::Error makeError(Kind kind, const char *code, base::Sent sent)
{
    base::Error error;
    error.kind = kind;
    error.code = QString::fromLatin1(code);
    error.sent = sent;
    return error;
}

base::Error toError(const Failure &failure)
{
    const auto sent = failure.unsent ? base::Sent::No : base::Sent::Unknown;
    auto error = makeError(Kind::Protocol, "protocol.broken", sent);
    if (failure.error == QNetworkReply::TimeoutError) {
        error = makeError(Kind::Timeout, failure.connected ? "timeout.answer" : "timeout.connect", sent);
        if (failure.proxied && !failure.connected)
            error = makeError(Kind::Proxy, "proxy.timeout", sent);
    } else if (failure.error == QNetworkReply::SslHandshakeFailedError) {
        error = makeError(Kind::Tls, tlsCode(failure.tlsErrors, failure.text), sent);
    } else {
        for (const auto &row : rows)
            if (row.error == failure.error)
                error = makeError(row.kind, row.code, sent);
    }
    if (failure.proxied && failure.unsent && failure.error == QNetworkReply::UnknownNetworkError)
        error = makeError(Kind::Proxy, proxyCode(failure.text), sent);
    if (failure.proxied && failure.unsent && failure.error == QNetworkReply::RemoteHostClosedError)
        error = makeError(Kind::Proxy, "proxy.closed", sent);
    // Behind a proxy we look up no name but the proxy's own; a proxy that does not find the target rarely says so.
    if (failure.proxied && failure.error == QNetworkReply::HostNotFoundError && !isAddress(failure.proxyHost))
        error = makeError(Kind::Proxy, "proxy.not-found", sent);
    error.detail = detailOf(failure);
    return error;
}

}  // namespace http
