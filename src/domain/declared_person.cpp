#include "domain/declared_person.h"

namespace domain {

QString monthsText(const Months &months)
{
    const QString from = monthText(months.from);
    return months.from == months.to ? from : from + QStringLiteral(" 至 ") + monthText(months.to);
}

}  // namespace domain
