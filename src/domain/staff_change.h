#pragma once
// What an update changed about a person (E4): one entry per field, or one for a person who came or went.

#include "domain/staff.h"

#include <QDateTime>

#include <vector>

namespace domain {

/// Kept in the store by number: new ones go to the end.
enum class StaffField {
    Joined,
    Left,
    PersonNumber,
    UnitNumber,
    Name,
    DocumentType,
    DocumentNumber,
    Department,
    State,
    Wage,
    InsuranceJoined,
    InsuranceLeft,
    InsuranceState,
    InsuranceFrom,
    InsuranceTo,
    InsuranceWage,
    InsuranceBase,
};

struct StaffChange {
    qint64 number = 0;  ///< counts up within a unit
    QDateTime at;       ///< when the update ran that brought it
    QString staffId;
    QString name;            ///< the person's as of then
    QString documentType;
    QString documentNumber;
    StaffField field = StaffField::Joined;
    QString insuranceName;  ///< of the fields of an insurance
    /// As numbers where the field is one: 分, Month::index(), ContributionState. Empty: there was none.
    QString before;
    QString after;
};

/// 更新数据导出: `name` and `documentNumber` are parts of what is looked for; empty or invalid means any.
struct StaffChangeQuery {
    QString name;
    QString documentType;
    QString documentNumber;
    QDateTime from;
    QDateTime until;  ///< not included
    QString quick = {};  ///< a quick search
};

/// Nothing on one side: the person joined, or left. Without number and time, which the store gives.
std::vector<StaffChange> changesBetween(const std::optional<Staff> &before, const std::optional<Staff> &after);

}  // namespace domain
