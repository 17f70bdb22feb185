#include "taxside/json_text.h"

namespace taxside {

void JsonText::separate()
{
    if (!m_first)
        m_text += ',';
    m_first = false;
}

JsonText &JsonText::open(char bracket)
{
    separate();
    m_text += bracket;
    m_first = true;
    return *this;
}

JsonText &JsonText::close(char bracket)
{
    m_text += bracket;
    m_first = false;
    return *this;
}

JsonText &JsonText::name(const char *name)
{
    separate();
    m_text += '"';
    m_text += name;
    m_text += "\":";
    m_first = true;
    return *this;
}

JsonText &JsonText::text(const QString &value)
{
    static const char *const hex = "0123456789abcdef";
    separate();
    m_text += '"';
    for (const char c : value.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_text += '\\';
            m_text += c;
        } else if (byte < 0x20) {
            m_text += "\\u00";
            m_text += hex[byte >> 4];
            m_text += hex[byte & 15];
        } else {
            m_text += c;
        }
    }
    m_text += '"';
    return *this;
}

JsonText &JsonText::number(qint64 value)
{
    return raw(std::to_string(value));
}

JsonText &JsonText::flag(bool value)
{
    return raw(value ? "true" : "false");
}

JsonText &JsonText::money(domain::Money value)
{
    const std::int64_t fen = value.fen() < 0 ? -value.fen() : value.fen();
    std::string digits = std::to_string(fen);
    if (digits.size() < 3)
        digits.insert(0, 3 - digits.size(), '0');
    digits.insert(digits.size() - 2, 1, '.');
    return raw((value.fen() < 0 ? "\"-" : "\"") + digits + '"');
}

JsonText &JsonText::moneyOrNull(const std::optional<domain::Money> &value)
{
    return value ? money(*value) : null();
}

JsonText &JsonText::month(domain::Month value)
{
    const std::string month = std::to_string(value.month());
    return raw('"' + std::to_string(value.year()) + (month.size() < 2 ? "-0" : "-") + month + '"');
}

JsonText &JsonText::null()
{
    return raw("null");
}

JsonText &JsonText::raw(const std::string &json)
{
    separate();
    m_text += json;
    return *this;
}

}  // namespace taxside
