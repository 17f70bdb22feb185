#include "domain/password.h"

namespace domain {

std::optional<PasswordFlaw> passwordFlaw(const QString &fresh, const QString &old)
{
    bool digit = false;
    bool letter = false;
    bool symbol = false;
    for (const QChar c : fresh) {
        if (c.unicode() <= 0x20 || c.unicode() >= 0x7F)
            return PasswordFlaw::Character;  // what every keyboard and every input method can type again
        if (c.isDigit())
            digit = true;
        else if (c.isLetter())
            letter = true;
        else
            symbol = true;
    }
    if (fresh.size() < 8 || fresh.size() > 20)
        return PasswordFlaw::Length;
    if (int(digit) + int(letter) + int(symbol) < 2)
        return PasswordFlaw::Kinds;
    return fresh == old ? std::optional(PasswordFlaw::Unchanged) : std::nullopt;
}

}  // namespace domain
