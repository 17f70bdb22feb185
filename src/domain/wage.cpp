#include "domain/wage.h"

#include <algorithm>

namespace domain {

bool isRefusedWhole(SubmissionState state, const std::vector<WageLine> &lines)
{
    return state == SubmissionState::Failed
        && std::all_of(lines.begin(), lines.end(), [](const WageLine &line) { return line.reasonCode.isEmpty(); });
}

std::optional<MonthFlaw> effectiveMonthFlaw(const WageRules &rules, Month present, Month month)
{
    if (month < present - rules.monthsBack)
        return MonthFlaw::TooEarly;
    if (month > present + rules.monthsAhead)
        return MonthFlaw::TooLate;
    return std::nullopt;
}

const WageCell *WageDraftLine::cell(const QString &insurance) const
{
    const auto found = std::find_if(wages.cbegin(), wages.cend(), [&](const WageCell &one) { return one.insurance == insurance; });
    return found == wages.cend() ? nullptr : &*found;
}

WageCell *WageDraftLine::cell(const QString &insurance)
{
    const auto found = std::find_if(wages.begin(), wages.end(), [&](const WageCell &one) { return one.insurance == insurance; });
    return found == wages.end() ? nullptr : &*found;
}

qsizetype WageDraftLine::filled() const
{
    return std::count_if(wages.cbegin(), wages.cend(), [](const WageCell &one) { return one.newWage.has_value(); });
}

QVector<CodeName> wageInsurances(const Unit &unit)
{
    QVector<CodeName> insurances;
    for (const auto &one : unit.insurances) {
        const bool there = std::any_of(insurances.cbegin(), insurances.cend(), [&](const CodeName &known) { return known.code == one.insurance; });
        if (!there && one.state == UnitState::Normal)
            insurances.append({one.insurance, one.insuranceName});
    }
    std::sort(insurances.begin(), insurances.end(), [](const CodeName &a, const CodeName &b) { return a.code < b.code; });
    return insurances;
}

WageLineGaps wageLineGaps(const WageDraftLine &line, const WageForm &form, const WageRules &rules, Month present)
{
    WageLineGaps gaps;
    gaps.noWage = line.filled() == 0;
    if (form.kind == WageKind::Annual)
        return gaps;  // the tax side sets the month (manual 3.1.5.2)
    gaps.noMonth = !line.effectiveMonth;
    gaps.wrongMonth = line.effectiveMonth && effectiveMonthFlaw(rules, present, *line.effectiveMonth);
    return gaps;
}

WageDraftCheck checkWageDraft(const QVector<WageDraftLine> &lines, const WageForm &form, const WageRules &rules, Month present)
{
    WageDraftCheck check;
    check.people = lines.size();
    for (const auto &line : lines) {
        const auto filled = line.filled();
        check.wages += filled;
        for (const auto &wage : line.wages)
            check.zeroWages += wage.newWage && wage.newWage->isZero() ? 1 : 0;
        if (filled > 0)
            check.leftOut += line.wages.size() - filled;
        const auto gaps = wageLineGaps(line, form, rules, present);
        check.emptyWages += gaps.noWage ? 1 : 0;
        check.emptyMonths += gaps.noMonth ? 1 : 0;
        check.outOfRangeMonths += gaps.wrongMonth ? 1 : 0;
        if (gaps.any() && check.firstFlawStaffId.isEmpty())
            check.firstFlawStaffId = line.staffId;
    }
    return check;
}

std::optional<AnnualWindow> annualWindow(const WageRules &rules, QDate today)
{
    const auto on = [](int year, const QString &day) {
        return QDate::fromString(QString::number(year) + QLatin1Char('-') + day, Qt::ISODate);
    };
    // The window that began last year, this year's, next year's: the first that has not ended.
    for (int year = today.year() - 1; year <= today.year() + 1; ++year) {
        const QDate from = on(year, rules.annualFrom);
        const QDate to = on(rules.annualTo < rules.annualFrom ? year + 1 : year, rules.annualTo);
        if (!from.isValid() || !to.isValid())
            return std::nullopt;
        if (today <= to)
            return AnnualWindow{from <= today, from, to};
    }
    return std::nullopt;
}

}  // namespace domain
