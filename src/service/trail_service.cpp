#include "service/trail_service.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace service {

using base::sqlite::Connection;
using domain::TrailEvent;

namespace {

TrailLine lineOf(const domain::TrailEntry &entry)
{
    TrailLine line;
    line.entry = entry;
    line.at = QDateTime::fromString(entry.at, Qt::ISODateWithMs);
    const auto facts = QJsonDocument::fromJson(entry.facts).object();
    const auto number = [&facts](const char *key) -> std::optional<qint64> {
        const auto value = facts.value(QLatin1String(key));
        return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
    };
    line.kind = static_cast<domain::SubmissionKind>(number("kind").value_or(0));
    line.state = static_cast<domain::SubmissionState>(number("state").value_or(0));
    if (const auto document = number("document"))
        line.document = static_cast<domain::CertificateKind>(*document);
    if (const auto channel = number("channel"))
        line.channel = static_cast<domain::Channel>(*channel);
    line.elsewhere = facts.value(QLatin1String("payload")).toString() == store::trailPayloadOfElsewhere();
    line.by = line.elsewhere ? QString() : entry.by;
    line.variant = facts.value(QLatin1String("variant")).toString();
    line.reason = facts.value(QLatin1String("reason")).toString();
    const bool wages = line.kind == domain::SubmissionKind::Wage;
    line.count = number("rows") ? number("rows") : number(wages ? "people" : "items");
    const auto fen = number("fen");
    if (fen && (!wages || *fen != 0))
        line.total = domain::Money::fromFen(*fen);
    return line;
}

}  // namespace

base::Result<qint64> TrailService::count(const QString &unit, const domain::TrailQuery &query, store::TrailOrigin origin)
{
    return m_env.store.read([&](Connection &c) { return store::TrailTable(c).count(unit, query, origin); });
}

base::Result<std::vector<TrailLine>> TrailService::window(const QString &unit, const domain::TrailQuery &query,
                                                          qint64 offset, qint64 limit, store::TrailOrigin origin)
{
    return m_env.store.read([&](Connection &c) {
        std::vector<TrailLine> lines;
        for (const auto &entry : store::TrailTable(c).window(unit, query, offset, limit, origin))
            lines.push_back(lineOf(entry));
        return lines;
    });
}

base::Result<domain::TrailCheck> TrailService::check(const QString &unit, base::Job &job)
{
    return m_env.store.read([&](Connection &c) { return store::TrailTable(c).check(unit, job); });
}

base::Result<void> TrailService::noteOutput(const QString &unit, TrailEvent event, const QString &what, qint64 count)
{
    const auto facts = QJsonDocument(QJsonObject{{QStringLiteral("rows"), count}}).toJson(QJsonDocument::Compact);
    return m_env.store.write([&](Connection &c) { store::TrailTable(c).add(unit, event, what, facts); });
}

base::Result<void> TrailService::noteReveal(const QString &unit, const QString &page)
{
    return m_env.store.write([&](Connection &c) { store::TrailTable(c).add(unit, TrailEvent::Reveal, page, "{}"); });
}

}  // namespace service
