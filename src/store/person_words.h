#pragma once
// What a quick search for people means, wherever it looks: words, all of which a person must match. Digits match a
// document number, four of them at least, or nobody; letters a name or its initials; anything else a name. A whole number
// of 15 digits also matches what it is today.

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace store {

struct PersonWord {
    enum class Where { Name, NameOrInitials, Document };

    std::vector<QByteArray> texts;  ///< any of them; UTF-8, as domain::normalizedName() has it
    Where where = Where::Name;
};

/// How a document number may stand in a list.
std::vector<QByteArray> numberTexts(const QString &normalized);

/// Nothing: one of them matches nobody.
std::optional<std::vector<PersonWord>> personWords(const QString &typed);

}  // namespace store
