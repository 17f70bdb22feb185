#include "taxside/access.h"

#include "domain/password.h"
#include "domain/tax_number.h"
#include "taxside/secret.h"

namespace taxside {

namespace {

constexpr int kTries = 5;
constexpr qint64 kSessionMs = 2 * 3600 * 1000;

struct Lock {
    QByteArray salt;
    QByteArray hash;  ///< empty: the initial password is in force
    int wrongTries = 0;
};

Lock lockOf(World &world, qint64 registration)
{
    auto row = world.db->query("SELECT password_salt, password_hash, wrong_tries FROM registration WHERE key = ?",
                               registration);
    return row.next() ? Lock{row.blob(0), row.blob(1), static_cast<int>(row.integer(2))} : Lock{};
}

/// The initial password is the end of the medical insurance's 单位编号 (field.md 1.1).
QString initialUnitNumber(const Registrant &unit)
{
    const auto *medical = unit.insurance(QStringLiteral("310"));
    return medical ? medical->unitNumber : unit.insurances.value(0).unitNumber;
}

bool opens(const Registrant &unit, const Lock &lock, const QString &password)
{
    if (lock.hash.isEmpty())
        return sameBytes(password.toUtf8(), initialUnitNumber(unit).right(6).toUtf8());
    return sameBytes(passwordHash(password, lock.salt), lock.hash);
}

Problem locked()
{
    return Problem("password-locked", QStringLiteral("申报密码连续输错5次，已被锁定。请携带有效证件到办税服务厅重置申报密码。"));
}

/// Checks the password and counts the tries. Nothing when it is right.
std::optional<Problem> refusal(World &world, const Registrant &unit, const QString &password)
{
    const Lock lock = lockOf(world, unit.key);
    if (lock.wrongTries >= kTries)
        return locked();
    if (opens(unit, lock, password)) {
        world.db->run("UPDATE registration SET wrong_tries = 0 WHERE key = ?", unit.key);
        return std::nullopt;
    }
    world.db->run("UPDATE registration SET wrong_tries = wrong_tries + 1 WHERE key = ?", unit.key);
    const int left = kTries - lock.wrongTries - 1;
    if (left == 0)
        return locked();
    Problem problem("wrong-password", QStringLiteral("申报密码错误，还可以尝试%1次。").arg(left));
    problem.attemptsLeft = left;
    return problem;
}

Json registrationJson(World &world, const Registrant &unit)
{
    const auto &rules = unit.rules();
    Json hint = {{"initial", lockOf(world, unit.key).hash.isEmpty()}};
    if (hint["initial"].get<bool>()) {
        hint["insuranceName"] = jsonText(domain::insuranceName(rules, QStringLiteral("310")));
        const QString number = initialUnitNumber(unit);
        hint["maskedUnitNumber"] = jsonText(number.left(2) + QString(number.size() - 2, QLatin1Char('*')));
    }
    return {{"registrationId", jsonText(unit.registrationId)},
            {"taxNumber", jsonText(unit.taxNumber)},
            {"name", jsonText(unit.name)},
            {"unitType", unitTypeName(unit.type)},
            {"authorityCode", jsonText(unit.authorityCode)},
            {"authorityName", jsonText(unit.authorityName)},
            {"region", jsonText(rules.region)},
            {"regionName", jsonText(rules.regionName)},
            {"mode", rules.mode == domain::CollectionMode::Self ? "self" : "delegated"},
            {"passwordHint", hint}};
}

}  // namespace

Answer getHealth(const Visit &visit)
{
    return answerOf({{"status", "ok"}, {"serverTime", jsonInstant(visit.world.nowMs())}, {"version", SHEBAO_VERSION}});
}

Answer listRegistrations(const Visit &visit)
{
    const auto at = visit.request.query.find("taxNumber");
    if (at == visit.request.query.end())
        throw Problem("invalid-request", QStringLiteral("缺少参数taxNumber。"));
    const QString taxNumber = QString::fromStdString(at->second);
    if (domain::taxNumberFlaw(taxNumber)) {
        Problem problem("invalid-request", QStringLiteral("纳税人识别号不正确。"));
        problem.status = 422;
        throw problem;
    }
    QVector<qint64> keys;
    auto rows = visit.world.db->query("SELECT key FROM registration WHERE tax_number = ? ORDER BY key", taxNumber);
    while (rows.next())
        keys << rows.integer(0);
    if (keys.isEmpty())
        throw Problem("unit-not-found", QStringLiteral("该纳税人识别号没有单位参保登记信息，请到主管税务机关核实。"));
    Json items = Json::array();
    for (const qint64 key : keys)
        items.push_back(registrationJson(visit.world, registrantOf(visit.world, key)));
    return answerOf({{"items", items}});
}

Answer createSession(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QString registrationId = fields.text("registrationId");
    const QString password = fields.text("password", 64);
    fields.end();
    auto row = world.db->query("SELECT key FROM registration WHERE registration_id = ?", registrationId);
    if (!row.next())
        throw Problem("unit-not-found");
    const Registrant unit = registrantOf(world, row.integer(0));
    if (world.faults.takeOf(QStringLiteral("lock-password"), QStringLiteral("POST /v1/sessions")))
        return answerOf(locked());
    if (const auto problem = refusal(world, unit, password))
        return answerOf(*problem);  // not thrown: the counted try must be kept
    const QByteArray token = newToken();
    const bool mustChange = lockOf(world, unit.key).hash.isEmpty();
    const qint64 expires = world.nowMs() + kSessionMs;
    world.db->run("DELETE FROM session WHERE expires_at <= ?", world.nowMs());
    world.db->run("INSERT INTO session (token_hash, registration, expires_at, must_change) VALUES (?, ?, ?, ?)",
                  tokenHash(token), unit.key, expires, mustChange);
    return answerOf({{"token", token.toStdString()}, {"expiresAt", jsonInstant(expires)}, {"mustChangePassword", mustChange}},
                    201);
}

SessionOwner ownerOf(World &world, const std::string &token)
{
    const QByteArray hash = tokenHash(QByteArray::fromStdString(token));
    auto row = world.db->query("SELECT registration, must_change FROM session WHERE token_hash = ? AND expires_at > ?",
                               hash, world.nowMs());
    if (!row.next())
        throw Problem("session-expired", QStringLiteral("登录已失效，请重新登录。"));
    return {row.integer(0), row.integer(1) != 0, hash};
}

Answer deleteSession(const Visit &visit)
{
    visit.world.db->run("DELETE FROM session WHERE token_hash = ?", visit.tokenHash);
    Answer answer;
    answer.status = 204;
    return answer;
}

Answer changePassword(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QString old = fields.text("oldPassword", 64);
    const QString fresh = fields.text("newPassword", 64);
    fields.end();
    Answer done;
    done.status = 204;
    const Lock lock = lockOf(world, visit.unit.key);
    // A repeat whose first answer was lost: what is asked for is already so.
    if (!lock.hash.isEmpty() && lock.wrongTries < kTries && old != fresh && opens(visit.unit, lock, fresh))
        return done;
    if (const auto problem = refusal(world, visit.unit, old))
        return answerOf(*problem);
    if (domain::passwordFlaw(fresh, old))
        throw Problem("weak-password", QStringLiteral("新密码应为8至20位，至少包含数字、字母、符号中的两种，且不能与原密码相同。"));
    const QByteArray salt = newSalt();
    world.db->run("UPDATE registration SET password_salt = ?, password_hash = ? WHERE key = ?", salt,
                  passwordHash(fresh, salt), visit.unit.key);
    world.db->run("DELETE FROM session WHERE registration = ? AND token_hash <> ?", visit.unit.key, visit.tokenHash);
    world.db->run("UPDATE session SET must_change = 0 WHERE token_hash = ?", visit.tokenHash);
    return done;
}

void resetPassword(World &world, const QString &registrationId)
{
    world.db->run("UPDATE registration SET password_salt = NULL, password_hash = NULL, wrong_tries = 0"
                  " WHERE registration_id = ?",
                  registrationId);
    if (world.db->changes() == 0)
        throw Problem("not-found");
}

}  // namespace taxside
