#include "service/lock_service.h"

#include "domain/tax_number.h"
#include "platform/scrypt.h"
#include "store/setting_table.h"
#include "store/unit_table.h"

namespace service {

using base::sqlite::Connection;

namespace {

const QString kVerifier = QStringLiteral("lock.verifier");
const QString kTries = QStringLiteral("lock.tries");
const QString kNext = QStringLiteral("lock.next");  ///< no try before this instant

/// After the free tries 30 s, a minute, two …
int pauseAfter(int tries)
{
    if (tries < LockService::kFreeTries)
        return 0;
    const int doublings = qMin(tries - LockService::kFreeTries, 10);
    return qMin(30 << doublings, LockService::kLongestWait);
}

/// A clock that was set back does not make the pause longer than it was.
int secondsLeft(const QString &next, const QDateTime &now)
{
    const auto until = QDateTime::fromString(next, Qt::ISODate);
    const auto left = until.isValid() ? now.secsTo(until) : 0;
    return static_cast<int>(qBound(qint64(0), left, qint64(LockService::kLongestWait)));
}

base::Error lengthError()
{
    return base::validation(QStringLiteral("lock.length"));
}

bool fits(const QString &password)
{
    return password.size() >= LockService::kShortest && password.size() <= LockService::kLongest;
}

}  // namespace

base::Result<LockState> LockService::state()
{
    const auto now = m_env.clock.now();
    return m_env.store.read([&](Connection &c) {
        const store::SettingTable settings(c);
        LockState state;
        state.set = !settings.value(kVerifier).isEmpty() && store::UnitTable(c).any();
        state.wrongTries = settings.value(kTries).toInt();
        state.waitSeconds = secondsLeft(settings.value(kNext), now);
        return state;
    });
}

base::Result<void> LockService::unlock(const QString &password)
{
    const auto now = m_env.clock.now();
    const auto verifier = m_env.store.write([&](Connection &c) {
        store::SettingTable settings(c);
        const int wait = secondsLeft(settings.value(kNext), now);
        if (wait > 0)
            throw base::validation(QStringLiteral("lock.wait"), QString::number(wait));
        const auto known = settings.value(kVerifier);
        if (!known.isEmpty()) {
            const int tries = settings.value(kTries).toInt() + 1;
            settings.set(kTries, QString::number(tries));
            settings.set(kNext, now.addSecs(pauseAfter(tries)).toString(Qt::ISODate));
        }
        return known;
    });
    if (!verifier)
        return verifier.error();
    if (verifier->isEmpty())
        return {};
    if (!platform::passwordMatches(password, *verifier))
        return base::validation(QStringLiteral("lock.wrong"));
    return m_env.store.write([&](Connection &c) {
        store::SettingTable settings(c);
        settings.remove(kTries);
        settings.remove(kNext);
    });
}

base::Result<void> LockService::set(const QString &present, const QString &fresh)
{
    if (!fits(fresh))
        return lengthError();
    const auto opened = unlock(present);
    return opened ? save(fresh) : opened;
}

base::Result<void> LockService::remove(const QString &present)
{
    const auto opened = unlock(present);
    return opened ? save({}) : opened;
}

base::Result<void> LockService::recover(const QString &taxNumber, const QString &password, const QString &fresh,
                                        base::Job &job)
{
    if (!fresh.isEmpty() && !fits(fresh))
        return lengthError();
    const auto number = domain::normalizedTaxNumber(taxNumber);
    const auto unit = m_env.store.read([&](Connection &c) { return store::UnitTable(c).ofTaxNumber(number); });
    if (!unit)
        return unit.error();
    if (unit->isEmpty())
        return base::validation(QStringLiteral("lock.unit"));
    const auto session = gateway::createSession(m_env.taxSide, *unit, password, job);
    if (!session)
        return session.error();
    // It has shown who is there; nobody is logged in by it. Best effort: it ends by itself too.
    (void)m_env.taxSide.call(http::Method::Delete, QStringLiteral("v1/sessions/current"), session->token.toLatin1(), {},
                             job);
    return save(fresh);
}

/// Nothing: no password any more.
base::Result<void> LockService::save(const QString &fresh)
{
    const auto verifier = fresh.isEmpty() ? std::optional(QString()) : platform::passwordVerifier(fresh);
    if (!verifier) {
        base::Error error;
        error.kind = base::Error::Kind::Store;
        error.code = QStringLiteral("vault.crypto");
        return error;
    }
    return m_env.store.write([&](Connection &c) {
        store::SettingTable settings(c);
        settings.remove(kTries);
        settings.remove(kNext);
        if (verifier->isEmpty())
            settings.remove(kVerifier);
        else
            settings.set(kVerifier, *verifier);
    });
}

}  // namespace service
