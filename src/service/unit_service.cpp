#include "service/unit_service.h"

#include "domain/password.h"
#include "domain/tax_number.h"
#include "store/submission_table.h"
#include "store/unit_erasure.h"
#include "store/unit_table.h"

namespace service {

using base::sqlite::Connection;

namespace {

QString codeOf(domain::TaxNumberFlaw flaw)
{
    switch (flaw) {
    case domain::TaxNumberFlaw::Empty: return QStringLiteral("tax-number.empty");
    case domain::TaxNumberFlaw::Length: return QStringLiteral("tax-number.length");
    case domain::TaxNumberFlaw::Character: return QStringLiteral("tax-number.character");
    case domain::TaxNumberFlaw::Check: return QStringLiteral("tax-number.check");
    }
    return {};
}

QString codeOf(domain::PasswordFlaw flaw)
{
    switch (flaw) {
    case domain::PasswordFlaw::Length: return QStringLiteral("password.length");
    case domain::PasswordFlaw::Kinds: return QStringLiteral("password.kinds");
    case domain::PasswordFlaw::Character: return QStringLiteral("password.character");
    case domain::PasswordFlaw::Unchanged: return QStringLiteral("password.unchanged");
    }
    return {};
}

/// Deadlines, months and ages are reckoned by this computer's clock. One that is far off is said before anything else,
/// and before a try at the password is counted.
std::optional<base::Error> wrongClock(const Environment &env, base::Job &job)
{
    using Kind = base::Error::Kind;
    constexpr qint64 kMostSeconds = 30 * 60;
    const auto health = gateway::fetchHealth(env.taxSide, job);
    if (!health) {
        // What nobody answered, nobody will answer the next moment either; the rest is for the login to meet.
        const auto kind = health.error().kind;
        const bool unreachable = kind == Kind::Network || kind == Kind::Proxy || kind == Kind::Tls
                                 || kind == Kind::Timeout || kind == Kind::Cancelled;
        return unreachable ? std::optional(health.error()) : std::nullopt;
    }
    const qint64 ahead = health->serverTime.secsTo(env.clock.now());
    if (qAbs(ahead) <= kMostSeconds)
        return std::nullopt;
    return base::validation(QStringLiteral("clock.skew"), QStringLiteral("this computer is %1 s ahead").arg(ahead));
}

}  // namespace

base::Result<QVector<domain::Registration>> UnitService::findRegistrations(const QString &typed, base::Job &job)
{
    const QString number = domain::normalizedTaxNumber(typed);
    if (const auto flaw = domain::taxNumberFlaw(number))
        return base::validation(codeOf(*flaw));
    return gateway::fetchRegistrations(m_env.taxSide, number, job);
}

base::Result<domain::Session> UnitService::verifyPassword(const QString &unit, const QString &password, base::Job &job)
{
    if (const auto wrong = wrongClock(m_env, job))
        return *wrong;
    auto session = gateway::createSession(m_env.taxSide, unit, password, job);
    if (session)
        m_env.sessions.start(unit, session->token.toLatin1());
    return session;
}

base::Result<void> UnitService::changePassword(const QString &unit, const QString &oldPassword,
                                               const QString &newPassword, base::Job &job)
{
    if (const auto flaw = domain::passwordFlaw(newPassword, oldPassword))
        return base::validation(codeOf(*flaw));
    const auto access = m_env.sessions.access(unit);
    return access ? gateway::changePassword(*access, oldPassword, newPassword, job) : access.error();
}

base::Result<UnitProfile> UnitService::refresh(const QString &unit, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    const auto fetched = gateway::fetchUnit(*access, job);
    if (!fetched)
        return fetched.error();
    const auto known = m_env.store.read([&](Connection &c) { return store::UnitTable(c).rulePack(unit); });
    if (!known)
        return known.error();
    const auto pack = gateway::fetchRulePack(*access, *known ? (*known)->etag : QString(), job);
    if (!pack)
        return pack.error();
    const auto inForce = pack->unchanged ? gateway::readRulePack((*known)->body) : base::Result(pack->pack);
    if (!inForce)
        return inForce.error();
    const auto now = m_env.clock.now();
    const auto saved = m_env.store.write([&](Connection &c) {
        store::UnitTable table(c);
        table.save(*fetched, inForce->mode, now);
        if (!pack->unchanged)
            table.saveRulePack(unit, {pack->etag, pack->body});
    });
    if (!saved)
        return saved.error();
    return UnitProfile{*fetched, *inForce, now};
}

base::Result<void> UnitService::enter(const QString &unit)
{
    const auto now = m_env.clock.now();
    return m_env.store.write([&](Connection &c) { store::UnitTable(c).markLogin(unit, now); });
}

void UnitService::leave(const QString &unit, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return;
    m_env.sessions.end(unit);
    // Best effort: a token that is not ended this way ends by itself.
    (void)m_env.taxSide.call(http::Method::Delete, QStringLiteral("v1/sessions/current"), access->token, {}, job);
}

base::Result<QVector<domain::KnownUnit>> UnitService::knownUnits()
{
    return m_env.store.read([](Connection &c) { return store::UnitTable(c).listed(); });
}

base::Result<domain::UnitHoldings> UnitService::holdings(const QString &unit)
{
    return m_env.store.read([&](Connection &c) {
        auto holdings = store::UnitTable(c).holdings(unit);
        holdings.openSubmissions = store::SubmissionTable(c).hasOpen(unit);
        return holdings;
    });
}

base::Result<UnitProfile> UnitService::profile(const QString &unit)
{
    struct Stored {
        std::optional<domain::Unit> unit;
        std::optional<store::StoredRulePack> pack;
        QDateTime syncedAt;
    };
    const auto stored = m_env.store.read([&](Connection &c) {
        const store::UnitTable table(c);
        return Stored{table.find(unit), table.rulePack(unit), table.syncedAt(unit)};
    });
    if (!stored)
        return stored.error();
    if (!stored->unit || !stored->pack)
        return base::validation(QStringLiteral("unit.unknown"));
    const auto pack = gateway::readRulePack(stored->pack->body);
    if (!pack)
        return pack.error();
    return UnitProfile{*stored->unit, *pack, stored->syncedAt};
}

base::Result<void> UnitService::remove(const QString &unit, bool eraseData, base::Job &job)
{
    const auto removed = eraseData ? erase(unit, job)
                                   : m_env.store.write([&](Connection &c) { store::UnitTable(c).unlist(unit); });
    if (!removed)
        return removed;
    m_env.sessions.end(unit);
    return eraseData ? m_env.store.dropEarlierStates() : removed;
}

base::Result<void> UnitService::erase(const QString &unit, base::Job &job)
{
    // What may be at the tax side must not be forgotten here (X1).
    const auto refuseOpen = [&](Connection &c) {
        if (store::SubmissionTable(c).hasOpen(unit))
            throw base::validation(QStringLiteral("unit.open-submissions"));
    };
    const auto total = m_env.store.write([&](Connection &c) {
        refuseOpen(c);
        store::UnitErasure erasure(c, unit);
        erasure.begin();
        return erasure.count();
    });
    if (!total)
        return total.error();
    for (qint64 done = 0;;) {
        job.report(done, *total);
        if (job.cancelled())
            return base::cancelled();
        const auto some = m_env.store.writeRepeatable([&](Connection &c) {
            refuseOpen(c);  // submitted meanwhile: its lines must not go
            return store::UnitErasure(c, unit).removeSome();
        });
        if (!some)
            return some.error();
        if (*some == 0)
            break;
        done += *some;
    }
    return m_env.store.write([&](Connection &c) {
        refuseOpen(c);
        store::UnitErasure(c, unit).end();
    });
}

}  // namespace service
