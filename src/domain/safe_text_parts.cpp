#include "domain/safe_text_parts.h"

#include <QUrl>

#include <optional>

namespace domain {

namespace {

constexpr qsizetype kLongestAddress = 2000;

/// The character an entity stands for; only what is between & and ; is given. Nothing of a document's own making.
std::optional<QString> entity(QStringView name)
{
    if (name.startsWith(u'#')) {
        const bool hex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
        bool ok = false;
        const uint code = name.mid(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
        if (!ok || code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
            return std::nullopt;
        const char32_t one = code;
        return QString::fromUcs4(&one, 1);
    }
    static const std::pair<const char *, char16_t> known[] = {
        {"amp", u'&'},     {"lt", u'<'},      {"gt", u'>'},      {"quot", u'"'},     {"apos", u'\''},
        {"nbsp", 0xa0},    {"ensp", 0x2002},  {"emsp", 0x2003},  {"ldquo", 0x201c},  {"rdquo", 0x201d},
        {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"mdash", 0x2014}, {"ndash", 0x2013},  {"hellip", 0x2026},
        {"middot", 0xb7},  {"times", 0xd7},   {"yen", 0xa5},     {"permil", 0x2030}, {"deg", 0xb0},
    };
    for (const auto &[word, character] : known) {
        if (name == QLatin1String(word))
            return QString(QChar(character));
    }
    return std::nullopt;
}

}  // namespace

bool isSteering(char16_t c)
{
    return (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f)
           || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c >= 0xfff9;
}

QString decodedText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'&') {
            const auto end = text.mid(at, 12).indexOf(u';');
            const auto meant = end > 1 ? entity(text.mid(at + 1, end - 1)) : std::nullopt;
            if (meant) {
                out += *meant;
                at += end;
                continue;
            }
        }
        out += text[at];
    }
    return out;
}

QString attributeOf(QStringView rest, QLatin1String wanted)
{
    qsizetype at = 0;
    const auto skip = [&](auto while_) {
        while (at < rest.size() && while_(rest[at]))
            ++at;
    };
    const auto blank = [](QChar c) { return c.isSpace() || c == u'/'; };
    while (at < rest.size()) {
        skip(blank);
        const auto nameAt = at;
        skip([&](QChar c) { return !blank(c) && c != u'='; });
        const auto name = rest.mid(nameAt, at - nameAt);
        skip([](QChar c) { return c.isSpace(); });
        if (at >= rest.size() || rest[at] != u'=') {
            if (name.isEmpty())
                ++at;
            continue;
        }
        ++at;
        skip([](QChar c) { return c.isSpace(); });
        const QChar quote = at < rest.size() && (rest[at] == u'"' || rest[at] == u'\'') ? rest[at] : QChar();
        if (!quote.isNull())
            ++at;
        const auto valueAt = at;
        skip([&](QChar c) { return quote.isNull() ? !c.isSpace() : c != quote; });
        if (name.compare(wanted, Qt::CaseInsensitive) == 0)
            return decodedText(rest.mid(valueAt, at - valueAt));
        ++at;
    }
    return {};
}

QString safeAddress(const QString &written)
{
    if (written.size() > kLongestAddress)
        return {};
    const QUrl url(written.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    return QString::fromLatin1(url.toEncoded());
}

}  // namespace domain
