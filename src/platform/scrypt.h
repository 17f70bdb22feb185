#pragma once
// A password as a verifier that is slow to try (scrypt, RFC 7914). Nothing of the password can be read from it.

#include <QByteArray>
#include <QString>

#include <optional>

namespace platform {

/// `scrypt$15$8$1$<salt>$<hash>`, with a salt of its own. Takes 32 MB and a tenth of a second. Nothing when the system
/// has no randomness or no memory.
std::optional<QString> passwordVerifier(const QString &password);

/// False also for what is no verifier, or one that would cost more than a verifier of ours does.
bool passwordMatches(const QString &password, const QString &verifier);

}  // namespace platform
