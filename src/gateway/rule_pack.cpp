#include "gateway/unit.h"
#include "gateway/words.h"

namespace gateway {

namespace {

QVector<domain::UnitType> unitTypes(const QStringList &words)
{
    QVector<domain::UnitType> types;
    for (const auto &word : words) {
        const nlohmann::json holder = {{"type", word.toStdString()}};
        types.append(unitType(Reader(holder), "type"));
    }
    return types;
}

domain::Rounding rounding(const Reader &reader)
{
    using R = domain::Rounding;
    return reader.oneOf<R>("rounding", {{"fen-up-to-jiao", R::FenUpToJiao},
                                        {"jiao-up-to-yuan", R::JiaoUpToYuan},
                                        {"up-to-yuan", R::UpToYuan},
                                        {"half-even", R::HalfEven},
                                        {"cut-jiao", R::CutJiao},
                                        {"cut-fen", R::CutFen},
                                        {"cut-li", R::CutLi},
                                        {"half-up-fen", R::HalfUpFen},
                                        {"half-up-jiao", R::HalfUpJiao},
                                        {"half-up-yuan", R::HalfUpYuan}});
}

domain::Charge charge(const Reader &reader)
{
    domain::Charge charge;
    charge.insurance = reader.text("insurance", 20);
    charge.insuranceName = reader.text("insuranceName", 200);
    charge.side = reader.oneOf<domain::Side>("side", {{"unit", domain::Side::Unit}, {"person", domain::Side::Person}});
    if (reader.has("unitTypes"))
        charge.unitTypes = unitTypes(reader.texts("unitTypes"));
    charge.from = reader.month("from");
    const auto rate = rateOrAmount(reader);
    charge.ratePpm = rate.ratePpm;
    charge.fixed = rate.fixed;
    if (reader.has("collectionItem"))
        charge.collectionItem = codeName(reader.object("collectionItem"));
    if (reader.has("category"))
        charge.category = codeName(reader.object("category"));
    return charge;
}

/// MM-DD, of a year that has the 29th of February.
QString dayOfYear(const Reader &reader, const char *key)
{
    const auto day = reader.text(key, 5);
    if (!QDate::fromString(QStringLiteral("2024-") + day, Qt::ISODate).isValid())
        throw Misshapen{key};
    return day;
}

domain::BaseLimit limit(const Reader &reader)
{
    const domain::BaseLimit limit{reader.text("insurance", 20), reader.month("from"), reader.money("floor"),
                                  reader.money("cap")};
    if (limit.floor < domain::Money() || limit.cap < limit.floor)
        throw Misshapen{"limits"};
    return limit;
}

domain::FeeRules feeRules(const Reader &reader)
{
    return {static_cast<int>(reader.number("declareByDay", 1, 31)), static_cast<int>(reader.number("payByDay", 1, 31)),
            static_cast<int>(reader.number("lateFeePpmPerDay", 0, 1'000'000))};
}

domain::WageRules wageRules(const Reader &reader)
{
    domain::WageRules rules;
    rules.maximum = reader.money("maximum");
    if (rules.maximum < domain::Money())
        throw Misshapen{"maximum"};
    // Lists of months to choose from are made of these.
    rules.monthsBack = static_cast<int>(reader.number("monthsBack", 0, 240));
    rules.monthsAhead = static_cast<int>(reader.number("monthsAhead", 0, 240));
    rules.byInsuranceUnitTypes = unitTypes(reader.texts("byInsuranceUnitTypes"));
    rules.annualFrom = dayOfYear(reader, "annualFrom");
    rules.annualTo = dayOfYear(reader, "annualTo");
    rules.commitment = reader.optionalText("commitment", 20'000);
    return rules;
}

domain::RulePack rulePack(const Reader &reader)
{
    domain::RulePack pack;
    pack.region = reader.text("region", 40);
    pack.regionName = reader.text("regionName", 200);
    pack.version = reader.text("version", 100);
    pack.mode = collectionMode(reader, "mode");
    pack.rounding = rounding(reader);
    pack.charges = reader.list("charges", charge);
    pack.limits = reader.list("limits", limit);
    pack.tiles = reader.texts("tiles");
    pack.modules = reader.texts("modules");
    pack.wage = wageRules(reader.object("wage"));
    pack.fee = feeRules(reader.object("fee"));
    return pack;
}

}  // namespace

base::Result<domain::RulePack> readRulePack(const QString &body)
{
    return decoded(base::Result<nlohmann::json>(parsedJson(body.toUtf8())), rulePack);
}

}  // namespace gateway
