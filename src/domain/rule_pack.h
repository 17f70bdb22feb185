#pragma once
// Every local difference as data (X8). There is no `if (region == …)` in the house: ask the pack.

#include "domain/month.h"
#include "domain/rounding.h"
#include "domain/unit.h"

#include <QStringList>

namespace domain {

enum class Side { Unit, Person };  ///< 单位缴纳, 个人缴纳

struct CodeName {
    QString code;
    QString name;
};

/// What one side pays into one insurance from a month on: a rate of the base, or a fixed amount a month.
struct Charge {
    QString insurance;
    QString insuranceName;
    Side side = Side::Unit;
    QVector<UnitType> unitTypes;  ///< empty: all
    Month from;
    std::optional<int> ratePpm;
    std::optional<Money> fixed;
    CodeName collectionItem;  ///< 征收项目
    CodeName category;        ///< 征收品目
};

struct BaseLimit {
    QString insurance;
    Month from;
    Money floor;
    Money cap;
};

struct WageRules {
    Money maximum;       ///< a higher contribution wage is refused at the field
    int monthsBack = 0;  ///< 生效年月 lies between now − monthsBack and now + monthsAhead
    int monthsAhead = 0;
    QVector<UnitType> byInsuranceUnitTypes;
    QString annualFrom;  ///< MM-DD, first day of the annual declaration
    QString annualTo;
    QString commitment;
};

struct FeeRules {
    int declareByDay = 0;  ///< of each month
    int payByDay = 0;
    int lateFeePpmPerDay = 0;
};

struct RulePack {
    QString region;
    QString regionName;
    QString version;
    CollectionMode mode = CollectionMode::Self;
    Rounding rounding = Rounding::HalfUpFen;
    QVector<Charge> charges;
    QVector<BaseLimit> limits;
    QStringList tiles;
    QStringList modules;
    WageRules wage;
    FeeRules fee;

    bool has(const QString &module) const { return modules.contains(module); }
};

/// 缴费基数 of a wage: clamped to the limits in force in `month`; nothing when the pack has no limit for the insurance.
std::optional<Money> contributionBase(const RulePack &pack, const QString &insurance, Month month, Money wage);
/// The charge in force, nothing when this side does not pay into the insurance.
std::optional<Charge> chargeInForce(const RulePack &pack, const QString &insurance, Side side, UnitType type, Month month);
/// As the pack calls it; the code when it does not know it.
QString insuranceName(const RulePack &pack, const QString &insurance);
/// What one person costs: the fixed amount, or the base times the rate, rounded by the pack.
Money personFee(const RulePack &pack, const Charge &charge, Money base);

}  // namespace domain
