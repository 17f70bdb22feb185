#include "store/person_words.h"

#include "domain/document.h"
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
        return PersonWord{{text.toUtf8()}, PersonWord::Where::Name};
    if (!digit)
        return PersonWord{{text.toUtf8()}, PersonWord::Where::NameOrInitials};
    return text.size() < 4 ? std::nullopt : std::optional(PersonWord{numberTexts(text), PersonWord::Where::Document});
}

}  // namespace

std::vector<QByteArray> numberTexts(const QString &normalized)
{
    std::vector<QByteArray> texts = {normalized.toUtf8()};
    if (const auto now = domain::resident18From15(normalized))
        texts.push_back(now->toUtf8());
    return texts;
}

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
