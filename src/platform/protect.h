#pragma once
// The system's own protection of a small secret, if it has one: DPAPI on Windows, where only the same user on the same
// machine gets the secret back. Elsewhere the bytes pass as they are, and the file's permissions must do.

#include <QByteArray>

#include <optional>

namespace platform {

std::optional<QByteArray> protect(const QByteArray &secret);
/// Nothing when it is another user's, another machine's, or damaged.
std::optional<QByteArray> unprotect(const QByteArray &stored);

}  // namespace platform
