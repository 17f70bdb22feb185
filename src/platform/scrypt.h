#pragma once
// What a password becomes by scrypt (RFC 7914): slow to try, and nothing of the password can be read from it. A key, or a
// verifier.

#include <QByteArray>
#include <QString>

#include <optional>

namespace platform {

/// 32 bytes, with N = 2^cost, r = 8 and p = 1. The same password typed by another input method is the same password: it is
/// taken in normal form KC. Only backups of earlier versions know another one. Nothing when the system has no memory.
std::optional<QByteArray> passwordKey(const QString &password, const QByteArray &salt, int cost,
                                      QString::NormalizationForm form = QString::NormalizationForm_KC);

/// `scrypt$15$8$1$<salt>$<hash>`, with a salt of its own. Takes 32 MB and a tenth of a second. Nothing when the system
/// has no randomness or no memory.
std::optional<QString> passwordVerifier(const QString &password);

/// False also for what is no verifier, or one that would cost more than a verifier of ours does.
bool passwordMatches(const QString &password, const QString &verifier);

}  // namespace platform
