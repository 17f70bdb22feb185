#pragma once
// Months from one to another, both inclusive.

#include "domain/month.h"

namespace domain {

struct MonthRange {
    Month from;
    Month to;

    bool operator==(const MonthRange &) const = default;
    int count() const { return to.index() - from.index() + 1; }
    bool contains(Month month) const { return month >= from && month <= to; }
    /// The shortest one that both are in.
    MonthRange joined(MonthRange other) const { return {qMin(from, other.from), qMax(to, other.to)}; }
};

/// `2026-07`, or `2026-07 至 2026-09`.
QString monthsText(MonthRange months);

}  // namespace domain
