#include "gateway/staff.h"

#include "gateway/staff_page_reader.h"

namespace gateway {

namespace {

/// Of a question nothing is left open at the tax side.
base::Error protocolError(const char *code, const QString &detail, const http::Response &response)
{
    base::Error error;
    error.kind = base::Error::Kind::Protocol;
    error.code = QString::fromLatin1(code);
    error.detail = detail;
    error.requestId = response.requestId;
    error.sent = base::Sent::No;
    return error;
}

}  // namespace

StaffPages::StaffPages(const Access &access, qint64 since, const QString &cursor, int limit, base::Job &job)
    : m_access(access), m_since(since), m_limit(limit), m_job(job)
{
    ask(cursor);
}

void StaffPages::ask(const QString &cursor)
{
    QString path = QStringLiteral("v1/staff?since=%1&limit=%2").arg(m_since).arg(m_limit);
    if (!cursor.isEmpty())
        path += QStringLiteral("&cursor=") + encoded(cursor);
    m_wire = std::async(std::launch::async, [this, path] { return m_access.ask(path, m_job); });
}

base::Result<StaffPage> StaffPages::next()
{
    const auto response = m_wire.get();
    if (!response)
        return response.error();
    try {
        StaffPageReader reader([this](const QString &cursor) { ask(cursor); });
        if (!nlohmann::json::sax_parse(response->body.begin(), response->body.end(), &reader))
            return protocolError("protocol.json", QStringLiteral("%1 bytes").arg(response->body.size()), *response);
        return reader.take();
    } catch (const Misshapen &misshapen) {
        return protocolError("protocol.shape", QStringLiteral("field %1").arg(QString::fromStdString(misshapen.field)),
                             *response);
    }
}

}  // namespace gateway
