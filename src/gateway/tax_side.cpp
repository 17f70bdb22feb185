#include "gateway/tax_side.h"

#include "gateway/problem_codes.h"
#include "gateway/reader.h"

#include <QUrlQuery>

#include <algorithm>

namespace gateway {

namespace {

using base::Error;
using base::Sent;

Error protocolError(const char *code, const http::Response &response)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.code = QString::fromLatin1(code);
    error.detail = QStringLiteral("HTTP %1, %2, %3 bytes")
                       .arg(response.status)
                       .arg(QString::fromLatin1(response.contentType))
                       .arg(response.body.size());
    error.requestId = response.requestId;
    error.sent = Sent::Unknown;
    return error;
}

Error::Kind kindOf(int status, const QString &code)
{
    if (code == QLatin1String("session-expired"))
        return Error::Kind::SessionExpired;
    return status >= 500 && status != 501 ? Error::Kind::Server : Error::Kind::Business;
}

/// Only what the contract names is the tax side's word. A proxy that answers in its own JSON has refused nothing: what was
/// sent may have arrived. A code of a newer contract is asked about, too.
bool isCode(const nlohmann::json &value)
{
    return value.is_string()
        && std::find(kProblemCodes.begin(), kProblemCodes.end(), value.get_ref<const std::string &>()) != kProblemCodes.end();
}

Error problemError(const http::Response &response)
{
    const auto problem = parsedJson(response.body);
    if (!problem.is_object() || !problem.contains("code") || !isCode(problem["code"])) {
        auto error = protocolError(response.status >= 500 ? "server.failed" : "protocol.foreign-answer", response);
        if (response.status >= 500)
            error.kind = Error::Kind::Server;
        return error;
    }
    Error error;
    error.code = QString::fromStdString(problem["code"].get<std::string>());
    error.kind = kindOf(response.status, error.code);
    for (const char *key : {"title", "detail"}) {  // detail, when there is one, says more
        const auto text = problem.find(key);
        if (text != problem.end() && text->is_string())
            error.text = QString::fromStdString(text->get<std::string>()).left(500);
    }
    const auto attempts = problem.find("attemptsLeft");
    if (attempts != problem.end() && attempts->is_number_unsigned() && attempts->get<quint64>() <= 100)
        error.attemptsLeft = attempts->get<int>();
    error.detail = QStringLiteral("HTTP %1").arg(response.status);
    error.requestId = response.requestId;
    error.sent = error.kind == Error::Kind::SessionExpired ? Sent::No
                 : error.kind == Error::Kind::Server       ? Sent::Unknown
                                                           : Sent::Yes;
    return error;
}

/// By contract only a PUT changes anything; of a question that failed, nothing is left open at the tax side.
Error concerning(http::Method method, Error error)
{
    if (method != http::Method::Put)
        error.sent = Sent::No;
    return error;
}

base::Result<nlohmann::json> parsed(http::Method method, const base::Result<http::Response> &response, qint64 mostValues)
{
    if (!response)
        return response.error();
    auto value = parsedJson(response->body, mostValues);
    if (value.is_discarded())
        return concerning(method, protocolError("protocol.json", *response));
    return value;
}

}  // namespace

base::Result<http::Response> TaxSide::call(http::Method method, const QString &path, const QByteArray &token,
                                           const QByteArray &body, base::Job &job,
                                           const QList<QPair<QByteArray, QByteArray>> &headers) const
{
    http::Request request;
    request.method = method;
    request.url = m_base.resolved(QUrl(path, QUrl::StrictMode));
    request.bearer = token;
    request.body = body;
    request.headers = headers;
    request.headers.append(qMakePair(QByteArray("Accept"), QByteArray("application/json, application/problem+json")));
    auto response = m_client.send(request, job);
    if (!response)
        return concerning(method, response.error());
    return response->status < 400 ? response : concerning(method, problemError(*response));
}

base::Result<http::Response> TaxSide::download(const QString &path, qint64 maxBytes, http::Sink sink,
                                               base::Job &job) const
{
    http::Request request;
    request.url = m_base.resolved(QUrl(path, QUrl::StrictMode));
    // Packed already; and what was announced and what arrives are then the same number.
    request.headers.append(qMakePair(QByteArray("Accept-Encoding"), QByteArray("identity")));
    request.maxBytes = maxBytes;
    request.totalTimeout = std::chrono::hours(2);
    request.sink = std::move(sink);
    auto response = m_client.send(request, job);
    if (!response)
        return concerning(http::Method::Get, response.error());
    return response->status == 200 ? response : concerning(http::Method::Get, problemError(*response));
}

base::Result<nlohmann::json> TaxSide::json(http::Method method, const QString &path, const QByteArray &token,
                                           const QByteArray &body, base::Job &job, qint64 mostValues) const
{
    return parsed(method, call(method, path, token, body, job), mostValues);
}

base::Result<http::Response> Access::ask(const QString &path, base::Job &job,
                                         const QList<QPair<QByteArray, QByteArray>> &headers) const
{
    const auto present = renewal ? renewal->present(unit).value_or(token) : token;
    auto answer = taxSide->call(http::Method::Get, path, present, {}, job, headers);
    if (answer || !renewal || answer.error().kind != Error::Kind::SessionExpired)
        return answer;
    const auto fresh = renewal->renewed(unit, present, job);
    return fresh ? taxSide->call(http::Method::Get, path, *fresh, {}, job, headers) : answer;
}

base::Result<nlohmann::json> Access::get(const QString &path, base::Job &job, qint64 mostValues) const
{
    return parsed(http::Method::Get, ask(path, job), mostValues);
}

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

}  // namespace gateway
