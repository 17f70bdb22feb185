#include "taxside/cursor.h"

#include "taxside/problem.h"

#include <QByteArray>
#include <QStringList>

namespace taxside {

namespace {

[[noreturn]] void misfit(const char *name)
{
    throw Problem("invalid-request", QStringLiteral("参数%1不正确。").arg(QLatin1String(name)));
}

}  // namespace

std::string cursorText(const char *list, const Position &position)
{
    QByteArray plain(list);
    for (const qint64 number : position)
        plain += '.' + QByteArray::number(number);
    return plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

Position cursorOf(const Request &request, const char *list, std::size_t numbers)
{
    const auto at = request.query.find("cursor");
    if (at == request.query.end())
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromStdString(at->second),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    const auto parts = decoded.decoded.split('.');
    if (!decoded || at->second.size() > 200 || parts.size() != static_cast<qsizetype>(numbers + 1) || parts[0] != list)
        misfit("cursor");
    Position position;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        bool ok = false;
        position.push_back(parts[i].toLongLong(&ok));
        if (!ok || position.back() < 0)
            misfit("cursor");
    }
    return position;
}

qint64 numberOf(const Request &request, const char *name, qint64 fallback)
{
    const auto at = request.query.find(name);
    if (at == request.query.end())
        return fallback;
    bool ok = false;
    const qint64 value = QByteArray::fromStdString(at->second).toLongLong(&ok);
    if (!ok || value < 0)
        misfit(name);
    return value;
}

domain::Month monthOf(const Request &request, const char *name)
{
    const auto at = request.query.find(name);
    const auto month = at == request.query.end() ? std::nullopt
                                                 : domain::monthFromWire(QString::fromStdString(at->second));
    if (!month)
        misfit(name);
    return *month;
}

qint64 limitOf(const Request &request)
{
    const qint64 limit = numberOf(request, "limit", 1000);
    if (limit < 1 || limit > 5000)
        misfit("limit");
    return limit;
}

}  // namespace taxside
