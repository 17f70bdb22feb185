#include "domain/rule_pack.h"

#include <algorithm>

namespace domain {

std::optional<Money> contributionBase(const RulePack &pack, const QString &insurance, Month month, Money wage)
{
    const BaseLimit *inForce = nullptr;
    for (const auto &limit : pack.limits) {
        if (limit.insurance == insurance && limit.from <= month && (!inForce || inForce->from < limit.from))
            inForce = &limit;
    }
    if (!inForce)
        return std::nullopt;
    return std::clamp(wage, inForce->floor, inForce->cap);
}

std::optional<Charge> chargeInForce(const RulePack &pack, const QString &insurance, Side side, UnitType type, Month month)
{
    const Charge *inForce = nullptr;
    for (const auto &charge : pack.charges) {
        if (charge.insurance != insurance || charge.side != side || charge.from > month)
            continue;
        if (!charge.unitTypes.isEmpty() && !charge.unitTypes.contains(type))
            continue;
        if (!inForce || inForce->from < charge.from)
            inForce = &charge;
    }
    return inForce ? std::optional(*inForce) : std::nullopt;
}

QString insuranceName(const RulePack &pack, const QString &insurance)
{
    for (const auto &charge : pack.charges) {
        if (charge.insurance == insurance)
            return charge.insuranceName;
    }
    return insurance;
}

Money personFee(const RulePack &pack, const Charge &rule, Money base)
{
    return rule.fixed ? *rule.fixed : charge(base, rule.ratePpm.value_or(0), pack.rounding);
}

}  // namespace domain
