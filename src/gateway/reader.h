#pragma once
// Strict reading of the tax side's JSON. What it says is hostile until checked: a missing or mistyped field ends in one
// Protocol error that names the field, never in a half-read row.

#include "base/result.h"
#include "domain/money.h"
#include "domain/month.h"
#include "gateway/tax_side.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace gateway {

/// Thrown by Reader, caught by decoded(): it never leaves this room.
struct Misshapen {
    std::string field;
};

constexpr qint64 kMostCount = 9'007'199'254'740'992;  // 2^53: up to here every JSON has whole numbers

/// One JSON object.
class Reader final {
public:
    explicit Reader(const nlohmann::json &object) : m_object(object)
    {
        if (!object.is_object())
            throw Misshapen{"object"};
    }

    bool has(const char *key) const
    {
        const auto found = m_object.find(key);
        return found != m_object.end() && !found->is_null();
    }
    /// Texts longer than `most` characters are refused: nothing in the contract comes near.
    QString text(const char *key, qsizetype most = 2000) const;
    /// What is longer is cut.
    QString textUpTo(const char *key, qsizetype most) const;
    QString optionalText(const char *key, qsizetype most = 2000) const
    {
        return has(key) ? text(key, most) : QString();
    }
    /// Counts what there is of something, unless the bounds say otherwise.
    qint64 number(const char *key, qint64 least = 0, qint64 most = kMostCount) const;
    bool flag(const char *key) const;
    bool optionalFlag(const char *key) const { return has(key) && flag(key); }
    domain::Money money(const char *key) const;
    std::optional<domain::Money> optionalMoney(const char *key) const;
    domain::Month month(const char *key) const;
    std::optional<domain::Month> optionalMonth(const char *key) const;
    QDate day(const char *key) const;
    QDateTime instant(const char *key) const;
    QDateTime optionalInstant(const char *key) const { return has(key) ? instant(key) : QDateTime(); }
    Reader object(const char *key) const { return Reader(field(key)); }

    template <class Enum>
    Enum oneOf(const char *key, std::initializer_list<std::pair<const char *, Enum>> words) const
    {
        const auto &value = field(key);
        for (const auto &[word, meaning] : words) {
            if (value.is_string() && value.get_ref<const std::string &>() == word)
                return meaning;
        }
        throw Misshapen{key};
    }
    template <class Fn>
    auto list(const char *key, Fn fn) const
    {
        const auto &value = field(key);
        if (!value.is_array())
            throw Misshapen{key};
        QVector<std::invoke_result_t<Fn, const Reader &>> rows;
        rows.reserve(static_cast<qsizetype>(value.size()));
        for (const auto &entry : value)
            rows.append(fn(Reader(entry)));
        return rows;
    }
    QStringList texts(const char *key) const;

private:
    const nlohmann::json &field(const char *key) const
    {
        const auto found = m_object.find(key);
        if (found == m_object.end())
            throw Misshapen{key};
        return *found;
    }

    const nlohmann::json &m_object;
};

/// `text` as a tree; discarded when it is no JSON, deeper than anything of the contract (trees are walked by recursion), or of
/// more than `mostValues` values.
nlohmann::json parsedJson(const QByteArray &text, qint64 mostValues = kMostValues);

/// Runs a decoder over an answer; what does not fit the contract is a Protocol error. `sent`: what that leaves open, of a
/// question nothing.
template <class Fn>
auto decoded(const base::Result<nlohmann::json> &answer, Fn fn, base::Sent sent = base::Sent::No)
    -> base::Result<std::invoke_result_t<Fn, Reader>>
{
    if (!answer)
        return answer.error();
    try {
        return fn(Reader(*answer));
    } catch (const Misshapen &misshapen) {
        base::Error error;
        error.kind = base::Error::Kind::Protocol;
        error.code = QStringLiteral("protocol.shape");
        error.detail = QStringLiteral("field %1").arg(QString::fromStdString(misshapen.field));
        error.sent = sent;
        return error;
    }
}

}  // namespace gateway
