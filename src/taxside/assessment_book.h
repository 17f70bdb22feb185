#pragma once
// Rows of the assessment table.

#include "taxside/assessment.h"

namespace taxside {

extern const char *const kAssessmentColumns;
Assessment readAssessment(const base::sqlite::Statement &row);
/// Gives it a key, an id and a 征集通知流水号, and stores it.
void insertAssessment(World &world, const Registrant &unit, Assessment &assessment);
/// What a charge of an insurance makes of an assessment before it has totals.
Assessment blankAssessment(const Registrant &unit, const UnitInsurance &insurance, const domain::Charge &charge,
                           domain::Month from, domain::Month to);
/// The daily totals that nobody declared.
QVector<Assessment> waitingDaily(World &world, qint64 registration);
void updateTotals(World &world, const Assessment &assessment);

}  // namespace taxside
