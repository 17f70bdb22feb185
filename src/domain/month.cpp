#include "domain/month.h"

#include <QRegularExpression>

namespace domain {

namespace {

std::optional<Month> checked(int year, int month)
{
    if (year < 1950 || year > 2099 || month < 1 || month > 12)
        return std::nullopt;
    return Month(year, month);
}

}  // namespace

QString monthText(Month month)
{
    return QStringLiteral("%1-%2").arg(month.year(), 4, 10, QLatin1Char('0')).arg(month.month(), 2, 10, QLatin1Char('0'));
}

std::optional<Month> monthFromWire(const QString &text)
{
    // By hand: a first download reads ten million of them.
    if (text.size() != 7 || text[4] != QLatin1Char('-'))
        return std::nullopt;
    int digits[7];
    for (int at = 0; at < 7; ++at) {
        digits[at] = text[at].unicode() - u'0';
        if (at != 4 && (digits[at] < 0 || digits[at] > 9))
            return std::nullopt;
    }
    return checked(digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3], digits[5] * 10 + digits[6]);
}

std::optional<Month> monthFromTyped(const QString &typed)
{
    const QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    static const QRegularExpression form(
        QStringLiteral("\\A([0-9]{4})(?:[-./年]\\s*([0-9]{1,2})\\s*月?|([0-9]{2}))\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString month = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
    return checked(match.captured(1).toInt(), month.toInt());
}

}  // namespace domain
