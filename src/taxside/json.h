#pragma once
// The wire forms of the contract, written and strictly read.

#include "domain/money.h"
#include "domain/month.h"
#include "domain/unit.h"

#include <nlohmann/json.hpp>

#include <QDate>

#include <optional>
#include <set>
#include <string>

namespace taxside {

using Json = nlohmann::json;

Json jsonText(const QString &text);
Json jsonMoney(domain::Money amount);
Json jsonFen(qint64 fen);
Json jsonMonth(domain::Month month);
Json jsonDay(QDate day);
/// RFC 3339 in UTC, of milliseconds since 1970.
Json jsonInstant(qint64 ms);

const char *unitTypeName(domain::UnitType type);
std::optional<domain::UnitType> unitTypeOf(const QString &name);

/// The text as JSON; a Problem invalid-request when it is not.
Json parsedBody(const std::string &body);
bool isUuid(const std::string &text);

/// Reads an object field by field and knows which fields nobody asked for. Every misfit is a Problem invalid-request
/// that names the field.
class Fields final {
public:
    explicit Fields(const Json &object);

    QString text(const char *name, int maxLength = 200);
    std::optional<QString> optionalText(const char *name, int maxLength = 200);
    QString uuid(const char *name);
    domain::Money money(const char *name);
    std::optional<domain::Month> optionalMonth(const char *name);
    bool flag(const char *name, bool fallback);
    /// One of `allowed`.
    QString choice(const char *name, std::initializer_list<const char *> allowed);
    const Json &filledArray(const char *name);
    /// Refuses what was not read.
    void end() const;

private:
    const Json *find(const char *name);
    const Json &need(const char *name);

    const Json &m_object;
    std::set<std::string> m_read;
};

}  // namespace taxside
