#pragma once
// Passwords and tokens. Passwords are kept as scrypt hashes, tokens as SHA-256 (they are random already).

#include <QByteArray>
#include <QString>

namespace taxside {

QByteArray newSalt();
QByteArray passwordHash(const QString &password, const QByteArray &salt);
/// 32 random bytes, base64url.
QByteArray newToken();
QByteArray tokenHash(const QByteArray &token);
/// Takes the same time wherever they differ.
bool sameBytes(const QByteArray &a, const QByteArray &b);

}  // namespace taxside
