#pragma once
// Registration, login, unit, rule pack, notices, health: what the tax side says of a unit.

#include "domain/notice.h"
#include "domain/rule_pack.h"
#include "gateway/reader.h"
#include "gateway/tax_side.h"

namespace gateway {

struct Health {
    QDateTime serverTime;
    QString version;
    qint64 roundTripMs = 0;
};

base::Result<Health> fetchHealth(const TaxSide &taxSide, base::Job &job);
base::Result<QVector<domain::Registration>> fetchRegistrations(const TaxSide &taxSide, const QString &taxNumber,
                                                               base::Job &job);
/// Business errors: wrong-password (with attemptsLeft), password-locked.
base::Result<domain::Session> createSession(const TaxSide &taxSide, const QString &registrationId,
                                            const QString &password, base::Job &job);
base::Result<void> changePassword(const Access &access, const QString &oldPassword, const QString &newPassword,
                                  base::Job &job);
base::Result<domain::Unit> fetchUnit(const Access &access, base::Job &job);

struct RulePackAnswer {
    bool unchanged = false;  ///< the etag still holds; body and pack are not set
    QString etag;
    QString body;  ///< as sent, for the store
    domain::RulePack pack;
};
base::Result<RulePackAnswer> fetchRulePack(const Access &access, const QString &etag, base::Job &job);
/// Reads a stored body.
base::Result<domain::RulePack> readRulePack(const QString &body);

/// At most 1,000, each body cut at a million characters, and no more once there are twenty millions: what a notice may
/// cost is not for its author to decide.
base::Result<QVector<domain::Notice>> fetchNotices(const Access &access, base::Job &job);

}  // namespace gateway
