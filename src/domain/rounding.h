#pragma once
// How a fee is rounded: a rule of the region (field.md 3.4), applied per person and then summed.

#include "domain/money.h"

namespace domain {

enum class Rounding {
    FenUpToJiao,   ///< 见分进角
    JiaoUpToYuan,  ///< 见角进元
    UpToYuan,      ///< 进位到元: any fraction of a yuan counts
    HalfEven,      ///< 进位偶数, to the 分
    CutJiao,       ///< 舍去角: whole yuan
    CutFen,        ///< 舍去分: whole 角
    CutLi,         ///< 舍去厘: whole 分
    HalfUpFen,     ///< 四舍五入到分
    HalfUpJiao,    ///< 四舍五入到角
    HalfUpYuan,    ///< 四舍五入到元
};

/// base × rate, exact until it is rounded. `ratePpm` is parts per million (8 % = 80 000). Negative bases round by
/// magnitude, so that a refund mirrors its charge.
Money charge(Money base, int ratePpm, Rounding rounding);

}  // namespace domain
