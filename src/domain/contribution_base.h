#pragma once
// 职工缴费基数 (manual 3.1.8.2): what one person's fees of one insurance are computed from.

#include "domain/money.h"
#include "domain/month.h"

#include <QString>

#include <optional>

namespace domain {

struct ContributionBase {
    QString staffId;
    bool deleted = false;  ///< a tombstone of an incremental update; only staffId is set then
    QString personNumber;
    QString insurance;
    QString insuranceName;
    std::optional<Money> wage;  ///< 缴费工资
    Money base;                 ///< 缴费基数
    Month from;
    std::optional<Month> to;
    QString unitNumber;
};

/// With the three elements, which come from 职工参保信息: empty while the person was not downloaded (manual 3.1.8.2).
struct KnownContributionBase {
    ContributionBase base;
    QString name;
    QString documentType;
    QString documentNumber;
};

/// 查询: exact; an empty text means any.
struct ContributionBaseQuery {
    QString name;
    QString documentType;
    QString documentNumber;
    QString quick = {};  ///< a quick search

    bool isEmpty() const
    {
        return name.isEmpty() && documentType.isEmpty() && documentNumber.isEmpty() && quick.isEmpty();
    }
    bool operator==(const ContributionBaseQuery &) const = default;
};

}  // namespace domain
