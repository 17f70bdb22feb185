#include "store/person_functions.h"

#include "domain/person_name.h"
#include "domain/pinyin.h"
#include "store/person_words.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace store {

namespace {

std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return text ? std::string_view(text, std::size_t(sqlite3_value_bytes(value))) : std::string_view();
}

QString stringOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Nothing but 一–龥 and their neighbours (U+4000 – U+9FFF): what nearly every name is, and what is its own normal form.
/// A hundred thousand names are looked at without making a text of any.
bool isIdeographs(std::string_view name)
{
    if (name.size() % 3 != 0)
        return false;
    for (std::size_t at = 0; at < name.size(); at += 3) {
        const auto lead = static_cast<unsigned char>(name[at]);
        if (lead < 0xE4 || lead > 0xE9)
            return false;
    }
    return true;
}

/// Digits and capitals: document numbers as they should be.
bool isPlainNumber(std::string_view number)
{
    return std::all_of(number.begin(), number.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

QByteArray normalized(std::string_view text)
{
    return domain::normalizedName(stringOf(text)).toUtf8();
}

/// What `make` makes of an argument that stays the same for all rows, made once.
template <class T, class Make>
const T &kept(sqlite3_context *context, int argument, sqlite3_value *value, Make make)
{
    auto *found = static_cast<T *>(sqlite3_get_auxdata(context, argument));
    if (found)
        return *found;
    auto made = std::make_unique<T>(make(textOf(value)));
    auto *raw = made.release();
    sqlite3_set_auxdata(context, argument, raw, [](void *old) { delete static_cast<T *>(old); });
    // Not kept where the argument is not constant, which is where nobody here calls it.
    found = static_cast<T *>(sqlite3_get_auxdata(context, argument));
    static const T none{};
    return found ? *found : none;
}

using Test = bool (*)(std::string_view name, std::string_view wanted);

/// (name, ?) → whether `test` finds the normal form of the second in that of the first.
template <Test test>
void compareNames(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto &wanted = kept<QByteArray>(context, 1, values[1], &normalized);
    const auto name = textOf(values[0]);
    const std::string_view bytes(wanted.constData(), std::size_t(wanted.size()));
    if (isIdeographs(name))
        return sqlite3_result_int(context, test(name, bytes));
    const auto normal = normalized(name);
    sqlite3_result_int(context, test({normal.constData(), std::size_t(normal.size())}, bytes));
}

bool isSame(std::string_view name, std::string_view wanted)
{
    return name == wanted;
}

bool hasPart(std::string_view name, std::string_view wanted)
{
    return name.find(wanted) != name.npos;
}

bool holds(std::string_view text, bool isNormal, const QByteArray &word)
{
    const std::string_view bytes(word.constData(), std::size_t(word.size()));
    if (isNormal)
        return hasPart(text, bytes);
    const auto normal = normalized(text);
    return hasPart({normal.constData(), std::size_t(normal.size())}, bytes);
}

bool hasInitials(std::string_view name, const QByteArray &word)
{
    const auto ways = domain::pinyinInitials(stringOf(name));
    return std::any_of(ways.begin(), ways.end(), [&word](const QString &way) { return way.toUtf8().contains(word); });
}

bool matches(PersonWord::Where where, const QByteArray &text, std::string_view name, std::string_view document)
{
    switch (where) {
    case PersonWord::Where::Document: return holds(document, isPlainNumber(document), text);
    case PersonWord::Where::Name: return holds(name, isIdeographs(name), text);
    case PersonWord::Where::NameOrInitials: break;
    }
    return holds(name, isIdeographs(name), text) || hasInitials(name, text);
}

bool matches(const PersonWord &word, std::string_view name, std::string_view document)
{
    return std::any_of(word.texts.begin(), word.texts.end(),
                       [&](const QByteArray &text) { return matches(word.where, text, name, document); });
}

/// (?, name, document number)
void lookFor(sqlite3_context *context, int, sqlite3_value **values)
{
    using Words = std::optional<std::vector<PersonWord>>;
    const auto &words = kept<Words>(context, 0, values[0], [](std::string_view typed) { return personWords(stringOf(typed)); });
    const auto name = textOf(values[1]);
    const auto document = textOf(values[2]);
    sqlite3_result_int(context, words && std::all_of(words->begin(), words->end(), [&](const PersonWord &word) {
                                    return matches(word, name, document);
                                }));
}

}  // namespace

void addPersonFunctions(base::sqlite::Connection &connection)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    const auto add = [&](const char *name, int arguments, void (*function)(sqlite3_context *, int, sqlite3_value **)) {
        const int code = sqlite3_create_function_v2(connection.handle(), name, arguments, flags, nullptr, function, nullptr,
                                                    nullptr, nullptr);
        if (code != SQLITE_OK)
            throw base::sqlite::Failure(code, name);
    };
    add("same_name", 2, &compareNames<&isSame>);
    add("has_name", 2, &compareNames<&hasPart>);
    add("is_looked_for", 3, &lookFor);
}

}  // namespace store
