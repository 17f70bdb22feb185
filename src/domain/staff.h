#pragma once
// 职工参保信息 (manual 3.1.4). One entry per (person, 单位编号).

#include "domain/money.h"
#include "domain/month.h"

#include <QSet>
#include <QString>
#include <QVector>

#include <optional>

namespace domain {

enum class ContributionState { Unpaid, Normal, Suspended, Ended };  ///< 缴费状态, AAC031 0–3

struct StaffInsurance {
    QString insurance;
    QString insuranceName;
    ContributionState state = ContributionState::Normal;
    Month from;
    std::optional<Month> to;
    std::optional<Money> wage;
    std::optional<Money> base;

    bool operator==(const StaffInsurance &) const = default;
};

struct Staff {
    QString id;
    QString personNumber;  ///< 人员编号
    QString unitNumber;    ///< 单位编号
    QString name;
    QString documentType;
    QString documentNumber;
    QString department;
    ContributionState state = ContributionState::Normal;
    std::optional<Money> wage;  ///< 缴费工资; nothing when none was ever declared
    QVector<StaffInsurance> insurances;  ///< by code
    bool deleted = false;  ///< a tombstone of an incremental update; only id is set then

    bool operator==(const Staff &) const = default;
};

/// 查询 of the staff page (E6): exact but for `quick`; an empty text or nothing means "any".
struct StaffQuery {
    QString quick;  ///< typed freely: part of a name, initials, part of a document number (store/staff_search.h)
    QString name;
    QString documentType;
    QString documentNumber;
    std::optional<ContributionState> state;
    QString unitNumber;

    bool operator==(const StaffQuery &) const = default;
};

/// Whom something is to be done with: everybody of a query but some, or just some.
struct StaffSelection {
    bool all = false;
    StaffQuery query;
    QSet<QString> ids;
};

/// 正常缴费 people of one 单位编号.
struct UnitNumberCount {
    QString unitNumber;
    qint64 people = 0;
};

struct StaffCounts {
    qint64 total = 0;    ///< 职工总数; here and below people, who stand under two 单位编号 once
    qint64 normal = 0;   ///< 正常缴费职工数
    qint64 stopped = 0;  ///< 停止缴费职工数
    qint64 withoutWage = 0;  ///< contributing, with no 缴费工资 (H2)
};

}  // namespace domain
