#include "taxside/rule_packs.h"

#include "taxside/json.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <stdexcept>

// Outside any namespace, as the macro asks: the resources of a static library register themselves only when asked to.
static void registerTaxsideResources()
{
    Q_INIT_RESOURCE(taxside);
}

namespace taxside {

namespace {

QString textOf(const Json &json, const char *name)
{
    return QString::fromStdString(json.at(name).get<std::string>());
}

QStringList textsOf(const Json &json, const char *name)
{
    QStringList texts;
    for (const auto &each : json.at(name))
        texts << QString::fromStdString(each.get<std::string>());
    return texts;
}

domain::Money moneyOf(const Json &json, const char *name)
{
    const auto amount = domain::moneyFromWire(textOf(json, name));
    if (!amount)
        throw std::runtime_error("rule pack: no amount");
    return *amount;
}

domain::Month monthOf(const Json &json, const char *name)
{
    const auto month = domain::monthFromWire(textOf(json, name));
    if (!month)
        throw std::runtime_error("rule pack: no month");
    return *month;
}

QVector<domain::UnitType> unitTypesOf(const Json &json, const char *name)
{
    QVector<domain::UnitType> types;
    if (!json.contains(name))
        return types;
    for (const auto &each : textsOf(json, name))
        types << unitTypeOf(each).value();
    return types;
}

domain::CodeName codeNameOf(const Json &json)
{
    return {textOf(json, "code"), textOf(json, "name")};
}

domain::Rounding roundingOf(const QString &name)
{
    static const std::map<QString, domain::Rounding> table = {
        {QStringLiteral("fen-up-to-jiao"), domain::Rounding::FenUpToJiao},
        {QStringLiteral("jiao-up-to-yuan"), domain::Rounding::JiaoUpToYuan},
        {QStringLiteral("up-to-yuan"), domain::Rounding::UpToYuan},
        {QStringLiteral("half-even"), domain::Rounding::HalfEven},
        {QStringLiteral("cut-jiao"), domain::Rounding::CutJiao},
        {QStringLiteral("cut-fen"), domain::Rounding::CutFen},
        {QStringLiteral("cut-li"), domain::Rounding::CutLi},
        {QStringLiteral("half-up-fen"), domain::Rounding::HalfUpFen},
        {QStringLiteral("half-up-jiao"), domain::Rounding::HalfUpJiao},
        {QStringLiteral("half-up-yuan"), domain::Rounding::HalfUpYuan},
    };
    return table.at(name);
}

domain::Charge chargeOf(const Json &json)
{
    domain::Charge charge;
    charge.insurance = textOf(json, "insurance");
    charge.insuranceName = textOf(json, "insuranceName");
    charge.side = textOf(json, "side") == QLatin1String("unit") ? domain::Side::Unit : domain::Side::Person;
    charge.unitTypes = unitTypesOf(json, "unitTypes");
    charge.from = monthOf(json, "from");
    if (json.contains("ratePpm"))
        charge.ratePpm = json.at("ratePpm").get<int>();
    if (json.contains("fixed"))
        charge.fixed = moneyOf(json, "fixed");
    charge.collectionItem = codeNameOf(json.at("collectionItem"));
    charge.category = codeNameOf(json.at("category"));
    return charge;
}

domain::RulePack rulesOf(const Json &json)
{
    domain::RulePack pack;
    pack.region = textOf(json, "region");
    pack.regionName = textOf(json, "regionName");
    pack.version = textOf(json, "version");
    const bool self = textOf(json, "mode") == QLatin1String("self");
    pack.mode = self ? domain::CollectionMode::Self : domain::CollectionMode::Delegated;
    pack.rounding = roundingOf(textOf(json, "rounding"));
    for (const auto &each : json.at("charges"))
        pack.charges << chargeOf(each);
    for (const auto &each : json.at("limits"))
        pack.limits << domain::BaseLimit{textOf(each, "insurance"), monthOf(each, "from"), moneyOf(each, "floor"),
                                         moneyOf(each, "cap")};
    pack.tiles = textsOf(json, "tiles");
    pack.modules = textsOf(json, "modules");
    const auto &wage = json.at("wage");
    pack.wage.maximum = moneyOf(wage, "maximum");
    pack.wage.monthsBack = wage.at("monthsBack").get<int>();
    pack.wage.monthsAhead = wage.at("monthsAhead").get<int>();
    pack.wage.byInsuranceUnitTypes = unitTypesOf(wage, "byInsuranceUnitTypes");
    pack.wage.annualFrom = textOf(wage, "annualFrom");
    pack.wage.annualTo = textOf(wage, "annualTo");
    if (wage.contains("commitment"))
        pack.wage.commitment = textOf(wage, "commitment");
    const auto &fee = json.at("fee");
    pack.fee = {fee.at("declareByDay").get<int>(), fee.at("payByDay").get<int>(), fee.at("lateFeePpmPerDay").get<int>()};
    return pack;
}

}  // namespace

RulePacks::RulePacks()
{
    registerTaxsideResources();
    const QDir folder(QStringLiteral(":/taxside/data"));
    for (const auto &entry : folder.entryInfoList({QStringLiteral("*.json")})) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            throw std::runtime_error("rule pack: unreadable");
        const Json json = Json::parse(file.readAll().toStdString());
        ServedPack pack{json.dump(), {}, rulesOf(json)};
        const auto hash = QCryptographicHash::hash(QByteArray::fromStdString(pack.json), QCryptographicHash::Sha256);
        pack.etag = '"' + hash.toHex().left(16).toStdString() + '"';
        m_packs.emplace(entry.completeBaseName(), std::move(pack));
    }
}

}  // namespace taxside
