#pragma once
// The rule of a declaration password (L4): 8–20 characters, at least two of digit, letter, symbol, other than before.

#include <QString>

#include <optional>

namespace domain {

enum class PasswordFlaw { Length, Kinds, Character, Unchanged };

std::optional<PasswordFlaw> passwordFlaw(const QString &fresh, const QString &old);

}  // namespace domain
