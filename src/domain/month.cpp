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
    static const QRegularExpression form(QStringLiteral(R"(\A([0-9]{4})-([0-9]{2})\z)"));
    const auto match = form.match(text);
    return match.hasMatch() ? checked(match.captured(1).toInt(), match.captured(2).toInt()) : std::nullopt;
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
