#include "domain/person_name.h"

#include <QList>

#include <algorithm>

namespace domain {

namespace {

/// What GBK-era systems stored before the characters had codes of their own (field.md 6).
struct PrivateCode {
    char16_t was;
    char16_t is;
};
constexpr PrivateCode kPrivateCodes[] = {{0xE81E, 0x9FB4}, {0xE863, 0x4DAE}};

constexpr qsizetype kLongestName = 50;     // foreign names; field.md 6
constexpr qsizetype kMostIdeographs = 25;  // 汉字, the dots of 阿卜杜·买买提 not among them; field.md 6

/// Ａ–ｚ: letters of another width, which the tax side's register does not know.
bool isFullWidth(char32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E;
}

bool isDot(QChar c)
{
    switch (c.unicode()) {
    case 0x00B7:  // · as it should be
    case 0x30FB:  // ・
    case 0x2022:  // •
    case 0x2027:  // ‧
    case 0x22C5:  // ⋅
    case 0x2219:  // ∙
    case 0xFF0E:  // ．
    case 0xFF65:  // ･
    case u'.': return true;
    default: return false;
    }
}

}  // namespace

QString normalizedName(const QString &name)
{
    QString result;
    result.reserve(name.size());
    for (QChar c : name) {
        for (const auto &code : kPrivateCodes) {
            if (c.unicode() == code.was)
                c = QChar(code.is);
        }
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E && !isDot(c))
            c = QChar(c.unicode() - 0xFEE0);
        if (!c.isSpace())
            result.append(isDot(c) ? QChar(0x00B7) : c.toUpper());
    }
    return result;
}

bool isUnusualName(const QString &name)
{
    const auto points = name.toUcs4();
    if (points.isEmpty() || points.size() > kLongestName || name != name.trimmed())
        return true;
    const auto ideographs = std::count_if(points.cbegin(), points.cend(), [](char32_t point) { return QChar::script(point) == QChar::Script_Han; });
    if (ideographs > kMostIdeographs)
        return true;
    for (const auto point : points) {
        const bool joins = point == 0x00B7 || point == U' ' || point == U'-' || point == U'\'';
        if (!joins && (!QChar::isLetter(point) || QChar::category(point) == QChar::Other_PrivateUse || isFullWidth(point)))
            return true;
    }
    return false;
}

}  // namespace domain
