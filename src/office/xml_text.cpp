#include "office/xml_text.h"

#include <cstdio>

namespace office {

namespace {

constexpr int kEscapeLength = 7;  // _x000D_

/// The character that `_x000D_` at `at` means, -1 when nothing of the kind stands there.
int escapeAt(QStringView text, qsizetype at)
{
    if (at + kEscapeLength > text.size() || text[at] != u'_' || text[at + 1] != u'x' || text[at + 6] != u'_')
        return -1;
    int code = 0;
    for (const QChar c : text.sliced(at + 2, 4)) {
        const int digit = c >= u'0' && c <= u'9' ? c.unicode() - u'0' : c >= u'a' && c <= u'f' ? c.unicode() - u'a' + 10
            : c >= u'A' && c <= u'F' ? c.unicode() - u'A' + 10 : -1;
        if (digit < 0)
            return -1;
        code = code * 16 + digit;
    }
    return code;
}

void appendAscii(std::string &to, QStringView text, qsizetype at)
{
    const char c = char(text[at].unicode());
    switch (c) {
    case '&': to += "&amp;"; return;
    case '<': to += "&lt;"; return;
    case '>': to += "&gt;"; return;
    case '"': to += "&quot;"; return;
    case '_':
        to += escapeAt(text, at) >= 0 ? "_x005F_" : "_";  // or it would be read as what it looks like
        return;
    default: break;
    }
    if (c >= ' ' || c == '\t' || c == '\n') {
        to += c;
        return;
    }
    char escape[kEscapeLength + 1];
    std::snprintf(escape, sizeof escape, "_x%04X_", unsigned(c));
    to += escape;
}

void appendUtf8(std::string &to, char32_t code)
{
    if (code < 0x800) {
        to += char(0xC0 | (code >> 6));
    } else if (code < 0x10000) {
        to += char(0xE0 | (code >> 12));
        to += char(0x80 | ((code >> 6) & 0x3F));
    } else {
        to += char(0xF0 | (code >> 18));
        to += char(0x80 | ((code >> 12) & 0x3F));
        to += char(0x80 | ((code >> 6) & 0x3F));
    }
    to += char(0x80 | (code & 0x3F));
}

}  // namespace

void appendXml(std::string &to, QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        if (unit < 0x80) {
            appendAscii(to, text, at);
        } else if (QChar::isHighSurrogate(unit) && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            appendUtf8(to, QChar::surrogateToUcs4(unit, text[at + 1].unicode()));
            ++at;
        } else {
            const bool impossible = QChar::isSurrogate(unit) || unit >= 0xFFFE;
            appendUtf8(to, impossible ? char32_t(QChar::ReplacementCharacter) : unit);
        }
    }
}

QString unescaped(const QString &text)
{
    if (!text.contains(QLatin1String("_x")))
        return text;
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int code = escapeAt(text, at);
        result.append(code >= 0 ? QChar(char16_t(code)) : text[at]);
        if (code >= 0)
            at += kEscapeLength - 1;
    }
    return result;
}

}  // namespace office
