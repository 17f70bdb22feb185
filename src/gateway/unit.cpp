#include "gateway/unit.h"

#include "gateway/pages.h"
#include "gateway/words.h"

namespace gateway {

namespace {

constexpr qsizetype kLongestNotice = 1'000'000;
constexpr qsizetype kMostNotices = 1000;
constexpr qsizetype kMostOfNotices = 20'000'000;  // characters of all together

domain::Registration registration(const Reader &reader)
{
    domain::Registration row;
    row.registrationId = reader.text("registrationId", 64);
    row.taxNumber = reader.text("taxNumber", 20);
    row.name = reader.text("name", 200);
    row.unitType = unitType(reader, "unitType");
    row.authorityCode = reader.text("authorityCode", 40);
    row.authorityName = reader.text("authorityName", 200);
    row.region = reader.text("region", 40);
    row.regionName = reader.text("regionName", 200);
    row.mode = collectionMode(reader, "mode");
    const auto hint = reader.object("passwordHint");
    row.initialPassword = hint.flag("initial");
    row.hintInsurance = hint.optionalText("insuranceName", 200);
    row.hintUnitNumber = hint.optionalText("maskedUnitNumber", 40);
    return row;
}

domain::UnitInsurance unitInsurance(const Reader &reader)
{
    return {reader.text("unitNumber", 40), reader.text("insurance", 20),   reader.text("insuranceName", 200),
            reader.text("agencyCode", 40), reader.text("agencyName", 200), unitState(reader, "state"),
            reader.month("from"),          reader.optionalMonth("to")};
}

domain::Unit unit(const Reader &reader)
{
    domain::Unit unit;
    unit.registrationId = reader.text("registrationId", 64);
    unit.taxNumber = reader.text("taxNumber", 20);
    unit.name = reader.text("name", 200);
    unit.unitType = unitType(reader, "unitType");
    unit.state = unitState(reader, "status");
    unit.authorityCode = reader.text("authorityCode", 40);
    unit.authorityName = reader.text("authorityName", 200);
    unit.region = reader.text("region", 40);
    unit.regionName = reader.text("regionName", 200);
    unit.address = reader.optionalText("address", 500);
    unit.contact = reader.optionalText("contact", 200);
    unit.insurances = reader.list("insurances", unitInsurance);
    return unit;
}

domain::Notice notice(const Reader &reader)
{
    domain::Notice notice;
    notice.id = reader.text("id", 64);
    notice.title = reader.text("title", 500);
    notice.publisher = reader.optionalText("publisher", 200);
    notice.publishedAt = reader.instant("publishedAt");
    notice.validUntil = reader.optionalInstant("validUntil");
    notice.importance = static_cast<int>(qBound(qint64(0), reader.number("importance", INT_MIN, INT_MAX), qint64(9)));
    notice.popUp = reader.flag("popUp");
    notice.html = reader.textUpTo("html", kLongestNotice);
    notice.cut = notice.html.size() == kLongestNotice;
    return notice;
}

}  // namespace

base::Result<Health> fetchHealth(const TaxSide &taxSide, base::Job &job)
{
    auto response = taxSide.call(http::Method::Get, QStringLiteral("v1/health"), {}, {}, job);
    if (!response)
        return response.error();
    return decoded(base::Result<nlohmann::json>(parsedJson(response->body)), [&](const Reader &reader) {
        return Health{reader.instant("serverTime"), reader.text("version", 40), response->elapsed.count()};
    });
}

base::Result<QVector<domain::Registration>> fetchRegistrations(const TaxSide &taxSide, const QString &taxNumber,
                                                               base::Job &job)
{
    const auto answer = taxSide.json(http::Method::Get,
                                     QStringLiteral("v1/registrations?taxNumber=") + encoded(taxNumber), {}, {}, job);
    return decoded(answer, [](const Reader &reader) { return reader.list("items", registration); });
}

base::Result<domain::Session> createSession(const TaxSide &taxSide, const QString &registrationId,
                                            const QString &password, base::Job &job)
{
    const nlohmann::json body = {{"registrationId", registrationId.toStdString()},
                                 {"password", password.toStdString()}};
    const auto answer = taxSide.json(http::Method::Post, QStringLiteral("v1/sessions"), {}, dumped(body), job);
    return decoded(answer, [](const Reader &reader) {
        domain::Session session{reader.text("token", 500), reader.text("expiresAt", 40),
                                reader.flag("mustChangePassword")};
        if (session.token.isEmpty())
            throw Misshapen{"token"};
        return session;
    });
}

base::Result<void> changePassword(const Access &access, const QString &oldPassword, const QString &newPassword,
                                  base::Job &job)
{
    const nlohmann::json body = {{"oldPassword", oldPassword.toStdString()},
                                 {"newPassword", newPassword.toStdString()}};
    const auto response =
        access.taxSide->call(http::Method::Put, QStringLiteral("v1/password"), access.token, dumped(body), job);
    return response ? base::Result<void>() : base::Result<void>(response.error());
}

base::Result<domain::Unit> fetchUnit(const Access &access, base::Job &job)
{
    return decoded(access.get(QStringLiteral("v1/unit"), job), unit);
}

base::Result<RulePackAnswer> fetchRulePack(const Access &access, const QString &etag, base::Job &job)
{
    QList<QPair<QByteArray, QByteArray>> headers;
    if (!etag.isEmpty())
        headers.append(qMakePair(QByteArray("If-None-Match"), etag.toLatin1()));
    const auto response = access.ask(QStringLiteral("v1/rule-pack"), job, headers);
    if (!response)
        return response.error();
    RulePackAnswer answer;
    answer.etag = QString::fromLatin1(response->etag);
    if (response->status == 304) {
        answer.unchanged = true;
        return answer;
    }
    answer.body = QString::fromUtf8(response->body);
    auto pack = readRulePack(answer.body);
    if (!pack)
        return pack.error();
    answer.pack = std::move(pack).value();
    return answer;
}

base::Result<QVector<domain::Notice>> fetchNotices(const Access &access, base::Job &job)
{
    QVector<domain::Notice> notices;
    QString cursor;
    qsizetype characters = 0;
    do {  // few at a time: their bodies may be long, and an answer may not
        const QString at = cursor.isEmpty() ? QString() : QStringLiteral("&cursor=") + encoded(cursor);
        const auto page = decoded(access.get(QStringLiteral("v1/notices?limit=20") + at, job),
                                  [](const Reader &reader) { return readPage(reader, notice); });
        if (!page)
            return page.error();
        for (const auto &one : page->rows)
            characters += one.html.size();
        notices += page->rows;
        cursor = page->rows.isEmpty() ? QString() : page->nextCursor;
    } while (!cursor.isEmpty() && notices.size() < kMostNotices && characters < kMostOfNotices);
    return notices;
}

}  // namespace gateway
