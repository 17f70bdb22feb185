#include "office/number_text.h"

#include <algorithm>
#include <cmath>

namespace office {

namespace {

constexpr double kFirstSoundSerial = 61;        // 1900-03-01; Excel believes in a 29 February 1900
constexpr double kLastSerial = 2'958'465;       // 9999-12-31
constexpr double kDays1904 = 1462;

QDate dayZero()
{
    return QDate(1899, 12, 30);
}

/// 1.4e+17 → 140000000000000000, 1.5e-06 → 0.0000015
QString withoutExponent(const QString &text)
{
    const auto e = text.indexOf(QLatin1Char('e'));
    if (e < 0)
        return text;
    const int exponent = text.mid(e + 1).toInt();
    QString digits = text.left(e).remove(QLatin1Char('.'));
    const QString sign = digits.startsWith(QLatin1Char('-')) ? QStringLiteral("-") : QString();
    digits.remove(0, sign.size());
    if (exponent < 0)
        return sign + QStringLiteral("0.") + QString(-exponent - 1, QLatin1Char('0')) + digits;
    return sign + digits.leftJustified(exponent + 1, QLatin1Char('0'));
}

}  // namespace

Cell textCell(QString text)
{
    text = std::move(text).trimmed();
    return text.isEmpty() ? Cell{} : Cell{Cell::Kind::Text, std::move(text)};
}

Cell numberCell(double value)
{
    if (!std::isfinite(value))
        return {Cell::Kind::NoValue, {}};
    // 15 digits are what Excel keeps and shows; the 17 of a double would turn 3000.1 into 3000.0999999999999.
    return {Cell::Kind::Number, withoutExponent(QString::number(value, 'g', 15))};
}

std::optional<Cell> plainNumberCell(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    const size_t point = text.find('.');
    const auto whole = text.substr(negative, point == std::string_view::npos ? point : point - negative);
    const auto decimals = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    const auto digits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || whole.size() + decimals.size() > 15 || !digits(whole) || !digits(decimals))
        return std::nullopt;
    const auto first = std::min(whole.find_first_not_of('0'), whole.size() - 1);
    const auto last = decimals.find_last_not_of('0');
    char plain[20];
    char *end = plain;
    const bool zero = whole[first] == '0' && last == std::string_view::npos;
    if (negative && !zero)
        *end++ = '-';
    end = std::copy(whole.begin() + qsizetype(first), whole.end(), end);
    if (last != std::string_view::npos) {
        *end++ = '.';
        end = std::copy_n(decimals.begin(), last + 1, end);
    }
    return Cell{Cell::Kind::Number, QString::fromLatin1(plain, end - plain)};
}

Cell dateCell(double serial, bool epoch1904)
{
    const double days = epoch1904 ? serial + kDays1904 : serial;
    if (!(days >= kFirstSoundSerial && days <= kLastSerial + 1))
        return numberCell(serial);
    const QDate date = dayZero().addDays(qint64(days));
    return {Cell::Kind::Date, date.toString(Qt::ISODate)};
}

std::optional<qint64> serialOf(QDate day)
{
    const qint64 serial = dayZero().daysTo(day);
    return serial >= kFirstSoundSerial && serial <= kLastSerial ? std::optional(serial) : std::nullopt;
}

bool isDateFormat(std::string_view code)
{
    bool quoted = false;
    int bracket = 0;
    for (size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '"')
            quoted = !quoted;
        else if (c == '\\' || c == '_' || c == '*')
            ++at;  // the next character stands for itself
        else if (quoted)
            continue;
        else if (c == '[')
            ++bracket;
        else if (c == ']')
            bracket = qMax(0, bracket - 1);
        else if (c == ';')
            return false;  // only the part for positive numbers counts
        else if (bracket == 0 && (c == 'y' || c == 'Y' || c == 'd' || c == 'D' || c == 'm' || c == 'M'))
            return true;
    }
    return false;
}

bool isBuiltInDateFormat(qint64 number)
{
    return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
}

std::optional<qint64> wholeNumber(std::string_view text)
{
    if (text.empty() || text.size() > 15)
        return std::nullopt;
    qint64 number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::string lettersOf(size_t column)
{
    std::string letters;
    for (size_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), char('A' + (left - 1) % 26));
    return letters;
}

qint64 columnOf(std::string_view reference)
{
    qint64 column = 0;
    size_t letters = 0;
    for (const char c : reference) {
        const char upper = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
        if (upper < 'A' || upper > 'Z')
            break;
        column = column * 26 + (upper - 'A') + 1;
        if (++letters > 4)
            return -1;
    }
    return column - 1;
}

}  // namespace office
