#pragma once
// Registration, login and 单位管理 (manual 3.1.1, 3.2.3, 3.2.4; L and S rows).

#include "domain/rule_pack.h"
#include "gateway/unit.h"
#include "service/environment.h"

namespace service {

/// A unit with what the pages need to know about it.
struct UnitProfile {
    domain::Unit unit;
    domain::RulePack pack;
    QDateTime syncedAt;
};

class UnitService final {
public:
    explicit UnitService(const Environment &environment) : m_env(environment) {}

    // Step by step to a login.
    /// `typed` is checked first: Validation tax-number.{empty,length,character,check}. Business: unit-not-found.
    base::Result<QVector<domain::Registration>> findRegistrations(const QString &typed, base::Job &job);
    /// Starts a session. Business: wrong-password (attemptsLeft), password-locked.
    base::Result<domain::Session> verifyPassword(const QString &unit, const QString &password, base::Job &job);
    /// Validation: password.{length,kinds,character,unchanged}. Business: wrong-password, weak-password.
    base::Result<void> changePassword(const QString &unit, const QString &oldPassword, const QString &newPassword,
                                      base::Job &job);
    /// Loads registration and rules from the tax side and keeps them: the page to confirm (L5), and 更新 (S6, S7).
    base::Result<UnitProfile> refresh(const QString &unit, base::Job &job);
    /// The clerk confirmed: remembered as last login.
    base::Result<void> enter(const QString &unit);
    void leave(const QString &unit, base::Job &job);

    // 单位管理 (L6).
    base::Result<QVector<domain::KnownUnit>> knownUnits();
    /// What is stored of a unit; Validation unit.unknown.
    base::Result<UnitProfile> profile(const QString &unit);
    base::Result<domain::UnitHoldings> holdings(const QString &unit);
    /// Whether it is logged in, as far as is known here: switching to it needs no password.
    bool hasSession(const QString &unit) const { return m_env.sessions.has(unit); }
    /// Validation: unit.open-submissions (its data cannot be erased before they are settled or withdrawn). Cancelled or
    /// failed while it erases, the unit is still listed with what is left of it; drafts and records of certificates that are gone
    /// are not fetched again.
    base::Result<void> remove(const QString &unit, bool eraseData, base::Job &job);

private:
    base::Result<void> erase(const QString &unit, base::Job &job);

    Environment m_env;
};

}  // namespace service
