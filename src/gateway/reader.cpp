#include "gateway/reader.h"

namespace gateway {

namespace {

constexpr int kDeepest = 64;

/// Deeper than anything of the contract, or more values than `most`. Looked for before a tree is built, of which an empty
/// array costs eighty bytes. A value is the first of what was opened, or comes after a comma.
bool isTooMuch(const QByteArray &text, qint64 most)
{
    int depth = 0;
    qint64 values = 1;
    bool inText = false;
    for (auto at = text.cbegin(); at != text.cend(); ++at) {
        if (inText && *at == '\\') {
            if (++at == text.cend())
                break;
        } else if (*at == '"') {
            inText = !inText;
        } else if (!inText && (*at == '[' || *at == '{')) {
            if (++depth > kDeepest || ++values > most)
                return true;
        } else if (!inText && *at == ',') {
            if (++values > most)
                return true;
        } else if (!inText && (*at == ']' || *at == '}')) {
            --depth;
        }
    }
    return false;
}

}  // namespace

nlohmann::json parsedJson(const QByteArray &text, qint64 mostValues)
{
    if (isTooMuch(text, mostValues))
        return nlohmann::json(nlohmann::json::value_t::discarded);
    return nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
}

QString Reader::text(const char *key, qsizetype most) const
{
    const auto &value = field(key);
    if (!value.is_string())
        throw Misshapen{key};
    const QString text = QString::fromStdString(value.get_ref<const std::string &>());
    if (text.size() > most)
        throw Misshapen{key};
    return text;
}

QString Reader::textUpTo(const char *key, qsizetype most) const
{
    const auto &value = field(key);
    if (!value.is_string())
        throw Misshapen{key};
    // Three bytes of UTF-8 make at most three characters; what is cut in the middle of one is dropped with it.
    const auto &bytes = value.get_ref<const std::string &>();
    return QString::fromUtf8(bytes.data(), qMin<qsizetype>(qsizetype(bytes.size()), most * 3)).left(most);
}

qint64 Reader::number(const char *key, qint64 least, qint64 most) const
{
    const auto &value = field(key);
    // What does not fit into 64 bits comes out negative, or is no integer to begin with.
    if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<qint64>() < 0)
        || value.get<qint64>() < least || value.get<qint64>() > most)
        throw Misshapen{key};
    return value.get<qint64>();
}

bool Reader::flag(const char *key) const
{
    const auto &value = field(key);
    if (!value.is_boolean())
        throw Misshapen{key};
    return value.get<bool>();
}

domain::Money Reader::money(const char *key) const
{
    const auto amount = domain::moneyFromWire(text(key, 20));
    if (!amount)
        throw Misshapen{key};
    return *amount;
}

std::optional<domain::Money> Reader::optionalMoney(const char *key) const
{
    return has(key) ? std::optional(money(key)) : std::nullopt;
}

domain::Month Reader::month(const char *key) const
{
    const auto month = domain::monthFromWire(text(key, 7));
    if (!month)
        throw Misshapen{key};
    return *month;
}

std::optional<domain::Month> Reader::optionalMonth(const char *key) const
{
    return has(key) ? std::optional(month(key)) : std::nullopt;
}

QDate Reader::day(const char *key) const
{
    const QDate day = QDate::fromString(text(key, 10), Qt::ISODate);
    if (!day.isValid())
        throw Misshapen{key};
    return day;
}

QDateTime Reader::instant(const char *key) const
{
    const QDateTime instant = QDateTime::fromString(text(key, 40), Qt::ISODateWithMs);
    if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime)
        throw Misshapen{key};
    return instant.toUTC();
}

QStringList Reader::texts(const char *key) const
{
    const auto &value = field(key);
    if (!value.is_array())
        throw Misshapen{key};
    QStringList texts;
    for (const auto &entry : value) {
        if (!entry.is_string())
            throw Misshapen{key};
        texts.append(QString::fromStdString(entry.get_ref<const std::string &>()));
    }
    return texts;
}

}  // namespace gateway
