#pragma once
// The contract's words for the values of domain, both ways where both are needed.

#include "domain/fee.h"
#include "domain/staff.h"
#include "gateway/reader.h"

namespace gateway {

inline domain::UnitType unitType(const Reader &reader, const char *key)
{
    using T = domain::UnitType;
    return reader.oneOf<T>(key, {{"enterprise", T::Enterprise},
                                 {"government", T::Government},
                                 {"institution", T::Institution},
                                 {"association", T::Association},
                                 {"private-nonprofit", T::PrivateNonprofit},
                                 {"self-employed", T::SelfEmployed}});
}

inline domain::UnitState unitState(const Reader &reader, const char *key)
{
    using S = domain::UnitState;
    return reader.oneOf<S>(key, {{"normal", S::Normal}, {"suspended", S::Suspended}, {"ended", S::Ended}});
}

inline domain::CollectionMode collectionMode(const Reader &reader, const char *key)
{
    using M = domain::CollectionMode;
    return reader.oneOf<M>(key, {{"self", M::Self}, {"delegated", M::Delegated}});
}

inline domain::FeeKind feeKind(const Reader &reader, const char *key)
{
    return reader.oneOf<domain::FeeKind>(key, {{"daily", domain::FeeKind::Daily}, {"special", domain::FeeKind::Special}});
}

inline const char *feeKindWord(domain::FeeKind kind)
{
    return kind == domain::FeeKind::Daily ? "daily" : "special";
}

inline const char *wageKindWord(domain::WageKind kind)
{
    return kind == domain::WageKind::Daily ? "daily" : "annual";
}

inline domain::CodeName codeName(const Reader &reader)
{
    return {reader.text("code", 40), reader.text("name", 200)};
}

inline domain::RateOrAmount rateOrAmount(const Reader &reader)
{
    domain::RateOrAmount rate;
    if (reader.has("ratePpm"))
        rate.ratePpm = static_cast<int>(reader.number("ratePpm", 0, 1'000'000));
    rate.fixed = reader.optionalMoney("fixed");
    return rate;
}

inline domain::FeeItem feeItem(const Reader &reader)
{
    domain::FeeItem item;
    item.noticeNumber = reader.text("noticeNumber", 64);
    item.unitNumber = reader.text("unitNumber", 40);
    item.agencyCode = reader.text("agencyCode", 40);
    item.agencyName = reader.text("agencyName", 200);
    item.collectionItem = codeName(reader.object("collectionItem"));
    item.category = codeName(reader.object("category"));
    item.subcategory = reader.text("subcategory", 200);
    item.periodFrom = reader.month("periodFrom");
    item.periodTo = reader.month("periodTo");
    item.authorityName = reader.text("authorityName", 200);
    return item;
}

/// The fields of a person in a total, whatever else stands beside them.
inline domain::FeePerson feePerson(const Reader &reader)
{
    return {reader.text("personNumber", 40),   reader.text("name", 200),   reader.text("documentType", 10),
            reader.text("documentNumber", 60), reader.money("wage"),       reader.money("base"),
            rateOrAmount(reader),              reader.money("due"),        reader.money("relief"),
            reader.money("payable")};
}

inline QByteArray dumped(const nlohmann::json &value)
{
    return QByteArray::fromStdString(value.dump());
}

}  // namespace gateway
