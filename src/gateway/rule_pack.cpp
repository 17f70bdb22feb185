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

domain::WageRules wageRules(const Reader &reader)
{
    domain::WageRules rules;
    rules.maximum = reader.money("maximum");
    rules.monthsBack = static_cast<int>(reader.number("monthsBack"));
    rules.monthsAhead = static_cast<int>(reader.number("monthsAhead"));
    rules.byInsuranceUnitTypes = unitTypes(reader.texts("byInsuranceUnitTypes"));
    rules.annualFrom = reader.text("annualFrom", 5);
    rules.annualTo = reader.text("annualTo", 5);
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
    pack.limits = reader.list("limits", [](const Reader &limit) {
        return domain::BaseLimit{limit.text("insurance", 20), limit.month("from"), limit.money("floor"),
                                 limit.money("cap")};
    });
    pack.tiles = reader.texts("tiles");
    pack.modules = reader.texts("modules");
    pack.wage = wageRules(reader.object("wage"));
    const auto fee = reader.object("fee");
    pack.fee = {static_cast<int>(fee.number("declareByDay")), static_cast<int>(fee.number("payByDay")),
                static_cast<int>(fee.number("lateFeePpmPerDay"))};
    return pack;
}

}  // namespace

base::Result<domain::RulePack> readRulePack(const QString &body)
{
    const auto utf8 = body.toUtf8();
    const base::Result<nlohmann::json> value(nlohmann::json::parse(utf8.begin(), utf8.end(), nullptr, false));
    return decoded(value, rulePack);
}

}  // namespace gateway
