#include "domain/fee.h"

namespace domain {

QString rateText(const RateOrAmount &rate)
{
    if (rate.fixed)
        return QStringLiteral("%1元/月").arg(moneyText(*rate.fixed));
    if (!rate.ratePpm)
        return {};
    QString text = QStringLiteral("%1.%2").arg(*rate.ratePpm / 10'000).arg(*rate.ratePpm % 10'000, 4, 10, QLatin1Char('0'));
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text + QLatin1Char('%');
}

QString specialKindName(const QString &code)
{
    static const QVector<CodeName> names = {
        {QStringLiteral("10"), QStringLiteral("正常应缴")}, {QStringLiteral("20"), QStringLiteral("退收")},
        {QStringLiteral("31"), QStringLiteral("中断补收")}, {QStringLiteral("32"), QStringLiteral("一次性补收")},
        {QStringLiteral("33"), QStringLiteral("退休补收")}, {QStringLiteral("34"), QStringLiteral("缴费基数调整补收")},
        {QStringLiteral("35"), QStringLiteral("缴费比例调整补收")}, {QStringLiteral("40"), QStringLiteral("一次性缴费")},
    };
    for (const auto &name : names) {
        if (name.code == code)
            return name.name;
    }
    return code;
}

bool matches(const FeeQuery &query, const FeeItem &item)
{
    return (query.unitNumber.isEmpty() || query.unitNumber == item.unitNumber)
        && (query.agencyName.isEmpty() || query.agencyName == item.agencyName)
        && (!query.period || item.period().contains(*query.period));
}

}  // namespace domain
