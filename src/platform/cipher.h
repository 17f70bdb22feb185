#pragma once
// AES-256-GCM in one piece.

#include <QByteArray>
#include <QString>

#include <optional>

namespace platform {

constexpr int cipherKeyBytes = 32;

/// Of OpenSSL as it runs: 3.0.17
QString cryptoVersion();

/// Nothing when the system has no randomness.
std::optional<QByteArray> randomBytes(int count);

/// nonce (12 bytes, random) + ciphertext + tag (16 bytes). `context` is authenticated and not contained.
std::optional<QByteArray> seal(const QByteArray &key, const QByteArray &context, const QByteArray &plain);

/// Nothing when anything was changed, or key or context is another.
std::optional<QByteArray> unseal(const QByteArray &key, const QByteArray &context, const QByteArray &sealed);

}  // namespace platform
