#pragma once
// Short words for wage drafts in tests.

#include "domain/wage.h"

namespace tests {

inline const domain::WageForm kDaily{domain::WageKind::Daily, false};
inline const domain::WageForm kDailyByInsurance{domain::WageKind::Daily, true};
inline const domain::WageForm kAnnual{domain::WageKind::Annual, false};

/// The wages of a line that is not by insurance.
inline QVector<domain::WageCell> wage(const std::optional<domain::Money> &newWage)
{
    return {{{}, {}, newWage}};
}
inline QVector<domain::WageCell> wage(qint64 fen) { return wage(domain::Money::fromFen(fen)); }

inline std::optional<domain::Money> newWage(const domain::WageDraftLine &line) { return line.wages.constFirst().newWage; }
inline std::optional<domain::Money> oldWage(const domain::WageDraftLine &line) { return line.wages.constFirst().oldWage; }

}  // namespace tests
