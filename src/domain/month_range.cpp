#include "domain/month_range.h"

namespace domain {

QString monthsText(MonthRange months)
{
    const QString from = monthText(months.from);
    return months.from == months.to ? from : from + QStringLiteral(" 至 ") + monthText(months.to);
}

}  // namespace domain
