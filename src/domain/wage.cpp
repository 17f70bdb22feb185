#include "domain/wage.h"

namespace domain {

std::optional<MonthFlaw> effectiveMonthFlaw(const WageRules &rules, Month present, Month month)
{
    if (month < present - rules.monthsBack)
        return MonthFlaw::TooEarly;
    if (month > present + rules.monthsAhead)
        return MonthFlaw::TooLate;
    return std::nullopt;
}

WageDraftCheck checkWageDraft(const QVector<WageDraftLine> &lines, WageKind kind, const WageRules &rules, Month present)
{
    WageDraftCheck check;
    check.lines = lines.size();
    for (const auto &line : lines) {
        bool flawed = false;
        if (!line.newWage) {
            ++check.emptyWages;
            flawed = true;
        } else if (line.newWage->isZero()) {
            ++check.zeroWages;
        }
        if (kind == WageKind::Daily && !line.effectiveMonth) {
            ++check.emptyMonths;
            flawed = true;
        } else if (kind == WageKind::Daily && effectiveMonthFlaw(rules, present, *line.effectiveMonth)) {
            ++check.outOfRangeMonths;
            flawed = true;
        }
        if (flawed && check.firstFlawStaffId.isEmpty()) {
            check.firstFlawStaffId = line.staffId;
            check.firstFlawInsurance = line.insurance;
        }
    }
    return check;
}

}  // namespace domain
