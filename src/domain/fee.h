#pragma once
// 社保费申报 (manual 3.1.6): pre-processed totals and the people in them.

#include "domain/month_range.h"
#include "domain/rule_pack.h"
#include "domain/submission.h"

namespace domain {

/// The columns that name a fee on its whole way from 预处理 to 到账; `noticeNumber` joins them all (field.md 1.6).
struct FeeItem {
    QString noticeNumber;  ///< 征集通知流水号
    QString unitNumber;
    QString agencyCode;
    QString agencyName;       ///< 社保经办机构
    CodeName collectionItem;  ///< 征收项目
    CodeName category;        ///< 征收品目
    QString subcategory;      ///< 征收子目
    Month periodFrom;         ///< 费款所属期
    Month periodTo;
    QString authorityName;  ///< 主管税务机关

    MonthRange period() const { return {periodFrom, periodTo}; }
};

/// 费率: a rate, a fixed amount, or neither when a total mixes several.
struct RateOrAmount {
    std::optional<int> ratePpm;
    std::optional<Money> fixed;
};
/// `16%`, `0.25%`, `5.00元/月`, or empty.
QString rateText(const RateOrAmount &rate);

struct FeeAssessment {
    QString id;
    FeeItem item;
    FeeKind kind = FeeKind::Daily;
    QString specialKind;  ///< 特殊缴费类型 code
    qint64 headcount = 0;
    bool hasPersons = false;
    Money wageTotal;
    Money baseTotal;
    RateOrAmount rate;
    Money due;      ///< 应缴费额
    Money relief;   ///< 减免费额
    Money payable;  ///< 应补(退)费额
    QDate declareBy;
    QString heldBy;  ///< id of the local submission that holds it, empty when it is free (field.md 3.5)
};

/// 特殊缴费类型 (field.md 1.7); the code itself when it is not in the table.
QString specialKindName(const QString &code);

/// A row of 人员明细.
struct FeePerson {
    QString personNumber;
    QString name;
    QString documentType;
    QString documentNumber;
    Money wage;
    Money base;
    RateOrAmount rate;
    Money due;
    Money relief;
    Money payable;
};

/// 查询 of the declaration pages (F5): exact; empty means any.
struct FeeQuery {
    QString unitNumber;
    QString agencyName;
    std::optional<Month> period;
};
bool matches(const FeeQuery &query, const FeeItem &item);

}  // namespace domain
