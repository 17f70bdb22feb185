#pragma once
// Names of people as they are compared, never as they are shown: 阿卜杜·买买提 is typed with five kinds of dot, and rare
// characters come from old systems as private codes (field.md 6).

#include <QString>

namespace domain {

/// One kind of dot, no blanks, narrow letters in upper case, known private codes as the characters they stood for.
QString normalizedName(const QString &name);

/// A name one should look at twice: another dot than ·, private codes, characters that are no letters, blanks around it,
/// more than 25 汉字 or 50 characters. Rare characters are fine, two UTF-16 units each or not.
bool isUnusualName(const QString &name);

inline bool sameName(const QString &a, const QString &b)
{
    return normalizedName(a) == normalizedName(b);
}

}  // namespace domain
