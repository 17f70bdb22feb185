#include "domain/tax_number.h"

namespace domain {

namespace {

const QString kAlphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");

}  // namespace

QString normalizedTaxNumber(const QString &typed)
{
    QString number = typed.normalized(QString::NormalizationForm_KC).toUpper();
    number.removeIf([](QChar c) { return c.isSpace() || c == QLatin1Char('-'); });
    return number;
}

QChar creditCodeCheck(QStringView first17)
{
    int sum = 0;
    int weight = 1;  // 3^i mod 31
    for (const QChar c : first17) {
        const auto value = kAlphabet.indexOf(c);
        if (value < 0)
            return {};
        sum += static_cast<int>(value) * weight;
        weight = weight * 3 % 31;
    }
    return kAlphabet[(31 - sum % 31) % 31];
}

std::optional<TaxNumberFlaw> taxNumberFlaw(const QString &number)
{
    if (number.isEmpty())
        return TaxNumberFlaw::Empty;
    if (number.size() != 15 && number.size() != 18)
        return TaxNumberFlaw::Length;
    for (const QChar c : number) {
        if (!(c >= QLatin1Char('0') && c <= QLatin1Char('9')) && !(c >= QLatin1Char('A') && c <= QLatin1Char('Z')))
            return TaxNumberFlaw::Character;
    }
    if (number.size() == 15)
        return std::nullopt;  // issued before 2015, without a check character that all issuers shared
    const QChar check = creditCodeCheck(QStringView(number).first(17));
    if (check.isNull())
        return TaxNumberFlaw::Character;
    return check == number[17] ? std::nullopt : std::optional(TaxNumberFlaw::Check);
}

}  // namespace domain
