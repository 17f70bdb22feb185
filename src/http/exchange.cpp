#include "http/exchange.h"

#include "http/upload.h"

#include <algorithm>

namespace http {

QByteArray verb(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Put:
        return "PUT";
    case Method::Post:
        return "POST";
    case Method::Delete:
        return "DELETE";
    }
    return {};
}

namespace {

using Kind = base::Error::Kind;

constexpr qint64 kMostOfError = 1 << 20;

QNetworkRequest toQt(const Request &request, const QString &requestId, const QSslConfiguration &tls)
{
    QNetworkRequest result(request.url);
    result.setSslConfiguration(tls);
    // Qt 6.4.2 of Debian is not listed as fixed for CVE-2023-51714 and CVE-2024-39936.
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // Below our own cap a high ratio is no attack: lists compress well.
    result.setDecompressedSafetyCheckThreshold(request.maxBytes);
    for (const auto &[name, value] : request.headers)
        result.setRawHeader(name, value);
    result.setRawHeader("X-Request-ID", requestId.toLatin1());
    if (!request.bearer.isEmpty())
        result.setRawHeader("Authorization", "Bearer " + request.bearer);
    if (request.method != Method::Get) {
        result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        // Without one Qt calls any POST a web form.
        result.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(request.contentType));
    }
    return result;
}

// Did the exchange end with a whole answer? Qt has an error for every status from 400 on; those are answers.
bool answered(QNetworkReply::NetworkError error, int status)
{
    if (status == 0)
        return false;
    if (error == QNetworkReply::NoError)
        return true;
    const bool content = error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError;
    const bool server = error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError;
    const bool badRequest = error == QNetworkReply::ProtocolInvalidOperationError;  // 400 and 418
    return status >= 400 && error != QNetworkReply::ContentReSendError && (content || server || badRequest);
}

}  // namespace

Exchange::Exchange(std::shared_ptr<Ticket> ticket, std::shared_ptr<Line> line, const Request &request,
                   const QString &requestId, const QByteArray &userAgent, QObject *parent)
    : QObject(parent), m_ticket(std::move(ticket)), m_line(std::move(line)), m_request(request), m_requestId(requestId)
{
    m_clock.start();
    auto outgoing = toQt(m_request, m_requestId, m_line->tls());
    if (!userAgent.isEmpty())
        outgoing.setHeader(QNetworkRequest::UserAgentHeader, QString::fromLatin1(userAgent));
    if (m_request.method == Method::Get) {
        m_reply.reset(m_line->manager().get(outgoing));
    } else {
        m_upload = new Upload(m_request.body);
        m_upload->setParent(this);
        m_reply.reset(m_line->manager().sendCustomRequest(outgoing, verb(m_request.method), m_upload));
    }
    watch();
}

Exchange::~Exchange()
{
    // The reply before the manager it belongs to, and before the body it reads from.
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply.reset();
    }
}

void Exchange::watch()
{
    connect(m_reply.get(), &QNetworkReply::requestSent, this, [this] {
        m_requestSent = true;
        restartSilence();
    });
    connect(m_reply.get(), &QNetworkReply::encrypted, this, &Exchange::restartSilence);
    connect(m_reply.get(), &QNetworkReply::uploadProgress, this, &Exchange::restartSilence);
    connect(m_reply.get(), &QNetworkReply::downloadProgress, this, &Exchange::restartSilence);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, [this](const auto &errors) { m_tlsErrors = errors; });
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &Exchange::read);
    connect(m_reply.get(), &QNetworkReply::finished, this, &Exchange::finished);
    for (auto *timer : {&m_silence, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &Exchange::timedOut);
    }
    restartSilence();
    m_total.start(m_request.totalTimeout);
}

// A body nobody has read cannot have been acted upon: its Content-Length was announced and never met. Of a request
// without a body only Qt's signal tells, which comes through another thread and may be late: good enough for a GET, which
// changes nothing; of a DELETE only a failure of the connection itself proves anything (failureOfReply()).
bool Exchange::unsent() const
{
    if (m_request.method == Method::Get)
        return !m_requestSent;
    return !m_upload->touched();
}

bool Exchange::connected() const
{
    return m_requestSent || (m_upload && !m_request.body.isEmpty() && m_upload->touched());
}

void Exchange::cancel()
{
    if (m_upload)
        m_upload->shut();
    fail(base::cancelled(sent()));
}

void Exchange::timedOut()
{
    if (m_upload)
        m_upload->shut();
    Failure failure;
    failure.error = QNetworkReply::TimeoutError;
    failure.unsent = unsent();
    failure.connected = connected();
    failure.proxied = m_line->proxyOf(m_request.url.host()).type() != QNetworkProxy::NoProxy;
    fail(toError(failure));
    m_line->doubtWay(m_request.url);
}

void Exchange::read()
{
    // In pieces, so that what a small answer inflates to never lies in memory beyond the cap.
    constexpr qint64 piece = 64 * 1024;
    while (!m_ended) {
        const auto bytes = m_reply->read(piece);
        if (bytes.isEmpty())
            return;
        m_received += bytes.size();
        if (m_received > mostBytes())
            return fail(makeError(Kind::Protocol, "protocol.too-large", base::Sent::Unknown));
        if (!goesToSink())
            m_body += bytes;
        else if (const auto taken = m_request.sink(bytes); !taken)
            return fail(taken.error());
    }
}

// What went wrong is said in few words.
qint64 Exchange::mostBytes() const
{
    const bool wrong = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= 400;
    return wrong ? std::min(m_request.maxBytes, kMostOfError) : m_request.maxBytes;
}

// What is not a 200 is words about it, for whoever asked.
bool Exchange::goesToSink() const
{
    return m_request.sink && m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
}

void Exchange::finished()
{
    read();
    if (m_ended)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 407)
        return fail(makeError(Kind::Proxy, "proxy.auth", sent()));
    if (status >= 300 && status < 400 && status != 304)
        return fail(makeError(Kind::Protocol, "protocol.redirect", base::Sent::Unknown));
    if (answered(m_reply->error(), status))
        return end(response());
    fail(toError(failureOfReply()));
    m_line->doubtWay(m_request.url);
}

Failure Exchange::failureOfReply() const
{
    Failure failure;
    failure.error = m_reply->error();
    failure.tlsErrors = m_tlsErrors;
    failure.text = m_reply->errorString();
    const auto proxy = m_line->proxyOf(m_request.url.host());
    failure.proxied = proxy.type() != QNetworkProxy::NoProxy;
    failure.proxyHost = proxy.hostName();
    failure.connected = connected();
    failure.unsent = unsent();
    // Without a body: these end an attempt before its request is written, and Upload allows no second attempt.
    const auto before = {QNetworkReply::ConnectionRefusedError,      QNetworkReply::HostNotFoundError,
                         QNetworkReply::SslHandshakeFailedError,     QNetworkReply::ProxyConnectionRefusedError,
                         QNetworkReply::ProxyNotFoundError,          QNetworkReply::ProxyAuthenticationRequiredError};
    if (m_upload && m_request.body.isEmpty() && !m_requestSent)
        failure.unsent = std::find(before.begin(), before.end(), failure.error) != before.end();
    return failure;
}

Response Exchange::response() const
{
    Response result;
    result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.body = m_body;
    result.contentType = m_reply->rawHeader("Content-Type");
    result.etag = m_reply->rawHeader("ETag");
    result.requestId = m_requestId;
    result.elapsed = std::chrono::milliseconds(m_clock.elapsed());
    return result;
}

void Exchange::end(base::Result<Response> result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_silence.stop();
    m_total.stop();
    m_reply->disconnect(this);
    m_ticket->settle(std::move(result));  // before abort(): nobody waits for the closing of a connection
    if (m_reply->isRunning())
        m_reply->abort();
    deleteLater();
}

}  // namespace http
