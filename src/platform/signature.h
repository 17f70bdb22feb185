#pragma once
// Ed25519 (RFC 8032).

#include <QByteArray>

namespace platform {

/// `publicKey` is 32 bytes, `signature` 64; anything else is no good signature.
bool isSigned(const QByteArray &message, const QByteArray &signature, const QByteArray &publicKey);

}  // namespace platform
