#pragma once
// The roster (职工参保信息): versioned rows, so that a walk of pages sees one state and a declared total keeps its people.

#include "domain/staff.h"
#include "taxside/visit.h"

namespace taxside {

struct StaffRow {
    qint64 id = 0;
    qint64 seq = 0;
    bool deleted = false;
    QString personNumber;
    QString unitNumber;
    QString name;
    QString documentType;
    QString documentNumber;
    QString department;
    domain::ContributionState state = domain::ContributionState::Normal;
    std::optional<qint64> wage;
    QString wages;  ///< per-insurance overrides, see schema.sql
    qint64 cover = 0;
    int from = 0;
    std::optional<int> to;

    std::optional<domain::Money> wageFor(const QString &insurance) const;
    bool covers(const UnitInsurance &insurance) const { return (cover >> insurance.position & 1) != 0; }
};

/// The columns readStaff() expects, in order.
extern const char *const kStaffColumns;
StaffRow readStaff(const base::sqlite::Statement &row);
/// Ids of a registration's staff lie between its floor and the next one's.
constexpr qint64 staffFloor(qint64 registration)
{
    return registration * 100'000'000;
}

/// A new sequence number for changes of the roster.
qint64 nextSequence(World &world, qint64 registration);
/// Keeps the present version of a row before it is changed under `seq`.
void supersede(World &world, qint64 id, qint64 seq);
/// A contribution wage from now on; `insurance` empty: for all. The row must have been superseded.
void setWage(World &world, const StaffRow &row, const QString &insurance, domain::Money wage, qint64 seq);
/// A row as it is now, nothing when there is none or it left.
std::optional<StaffRow> presentStaff(World &world, qint64 registration, const QString &id);

Answer listStaff(const Visit &visit);
/// 缴费基数, as the rules of the present month make them of the wages.
Answer listContributionBases(const Visit &visit);

}  // namespace taxside
