#pragma once
// 预处理: each month, per insurance and side, what the unit's contributing people cost. Only totals are kept; the people
// of a daily total are computed again when somebody looks, from the roster as of the total's snapshot.

#include "domain/fee.h"
#include "taxside/roster.h"

namespace taxside {

struct Assessment {
    qint64 key = 0;
    QString id;
    QString insurance;
    domain::Side side = domain::Side::Unit;
    QString kind;  ///< daily | special
    QString specialKind;
    domain::FeeItem item;
    qint64 headcount = 0;
    bool hasPersons = true;
    domain::Money wageTotal;
    domain::Money baseTotal;
    std::optional<int> ratePpm;
    std::optional<domain::Money> fixed;
    domain::Money payable;
    QString declareBy;
    qint64 snapshot = 0;
    qint64 holder = 0;  ///< key of the declaration that holds it, 0 when it waits
};

/// One person's share of a total.
struct PersonFee {
    domain::Money wage;
    domain::Money base;
    domain::Money due;
};
/// Nothing when the person is not part of it: stopped, not covered, or without a wage.
std::optional<PersonFee> personShare(const Registrant &unit, const UnitInsurance &insurance, const domain::Charge &charge,
                                     domain::Month month, const StaffRow &row);

std::optional<Assessment> assessmentById(World &world, qint64 registration, const QString &id);
Assessment assessmentByKey(World &world, qint64 key);
Json itemJson(const domain::FeeItem &item);

/// Makes the daily totals of a month.
void preprocess(World &world, const Registrant &unit, domain::Month month);
/// A few special totals, for a unit that is made new.
void preprocessSpecial(World &world, const Registrant &unit, domain::Month month);
/// Totals up anew what is not declared.
void refreshTotals(World &world, const Registrant &unit);
/// Opens the months that have begun: wages that were declared ahead take effect, totals are made.
void openMonths(World &world);

Answer listFeeAssessments(const Visit &visit);
Answer listFeePersons(const Visit &visit);

}  // namespace taxside
