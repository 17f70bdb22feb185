#include "store/person_words.h"

#include "domain/person_name.h"

#include <QRegularExpression>

#include <algorithm>

namespace store {

namespace {

std::optional<PersonWord> wordOf(const QString &typed)
{
    const auto text = domain::normalizedName(typed);
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    const bool digit = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (!ascii)
        return PersonWord{text.toUtf8(), PersonWord::Where::Name};
    if (!digit)
        return PersonWord{text.toUtf8(), PersonWord::Where::NameOrInitials};
    return text.size() < 4 ? std::nullopt : std::optional(PersonWord{text.toUtf8(), PersonWord::Where::Document});
}

}  // namespace

std::optional<std::vector<PersonWord>> personWords(const QString &typed)
{
    static const QRegularExpression gap(QStringLiteral("\\s+"));
    std::vector<PersonWord> words;
    for (const auto &one : typed.split(gap, Qt::SkipEmptyParts)) {
        const auto word = wordOf(one);
        if (!word)
            return std::nullopt;
        words.push_back(*word);
    }
    return words;
}

}  // namespace store
