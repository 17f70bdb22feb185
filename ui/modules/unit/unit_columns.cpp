#include "ui/modules/unit/unit_columns.h"

#include "base/china_time.h"
#include "ui/style/tr.h"

#include <QDateTime>

namespace ui {

namespace {

Tone toneOf(domain::UnitState state)
{
    switch (state) {
    case domain::UnitState::Normal: return Tone::Success;
    case domain::UnitState::Suspended: return Tone::Warning;
    case domain::UnitState::Ended: return Tone::Neutral;
    }
    return Tone::Neutral;
}

}  // namespace

QString unitTypeName(domain::UnitType type)
{
    switch (type) {
    case domain::UnitType::Enterprise: return Tr::tr("企业");
    case domain::UnitType::Government: return Tr::tr("机关");
    case domain::UnitType::Institution: return Tr::tr("事业单位");
    case domain::UnitType::Association: return Tr::tr("社会团体");
    case domain::UnitType::PrivateNonprofit: return Tr::tr("民办非企业单位");
    case domain::UnitType::SelfEmployed: return Tr::tr("个体工商户");
    }
    return {};
}

QString unitStateName(domain::UnitState state)
{
    switch (state) {
    case domain::UnitState::Normal: return Tr::tr("已参保");
    case domain::UnitState::Suspended: return Tr::tr("中断");
    case domain::UnitState::Ended: return Tr::tr("终止");
    }
    return {};
}

QString collectionModeName(domain::CollectionMode mode)
{
    switch (mode) {
    case domain::CollectionMode::Self: return Tr::tr("税务自主征收");
    case domain::CollectionMode::Delegated: return Tr::tr("税务代征");
    }
    return {};
}

QString lastLoginText(const domain::KnownUnit &unit)
{
    const auto at = QDateTime::fromString(unit.lastLogin.value_or(QString()), Qt::ISODateWithMs);
    return at.isValid() ? base::china::text(at) : Tr::tr("从未");
}

std::vector<Column<domain::KnownUnit>> knownUnitColumns(const QString &current, bool full)
{
    using Unit = domain::KnownUnit;
    std::vector<Column<Unit>> columns = {
        {.id = "name",
         .title = Tr::tr("单位名称"),
         .display = [](const Unit &u) { return u.name; },
         .width = 220,
         .kind = full ? CellKind::Link : CellKind::Text,
         .tooltip = [](const Unit &u) { return u.name; },
         .link = [current, full](const Unit &u) { return full && u.registrationId != current; }},
        {.id = "taxNumber", .title = Tr::tr("纳税人识别号"), .display = [](const Unit &u) { return u.taxNumber; }, .width = 172},
        {.id = "region", .title = Tr::tr("所属地区"), .display = [](const Unit &u) { return u.regionName; }, .width = 116},
    };
    if (full) {
        columns.push_back({.id = "current",
                           .title = Tr::tr("状态"),
                           .display = [current](const Unit &u) {
                               return u.registrationId == current ? Tr::tr("当前单位") : QString();
                           },
                           .width = 92,
                           .kind = CellKind::State,
                           .tone = [](const Unit &) { return Tone::Info; }});
        columns.push_back({.id = "authority",
                           .title = Tr::tr("主管税务机关"),
                           .display = [](const Unit &u) { return u.authorityName; },
                           .width = 164,
                           .tooltip = [](const Unit &u) { return u.authorityName; }});
        columns.push_back({.id = "mode",
                           .title = Tr::tr("征收模式"),
                           .display = [](const Unit &u) { return collectionModeName(u.mode); },
                           .width = 104});
    }
    columns.push_back({.id = "lastLogin", .title = Tr::tr("上次登录"), .display = lastLoginText, .width = 136});
    return columns;
}

std::vector<Column<domain::Registration>> registrationColumns()
{
    using Row = domain::Registration;
    return {
        {.id = "name",
         .title = Tr::tr("单位名称"),
         .display = [](const Row &r) { return r.name; },
         .width = 240,
         .tooltip = [](const Row &r) { return r.name; }},
        {.id = "id", .title = Tr::tr("登记序号"), .display = [](const Row &r) { return r.registrationId; }, .width = 170},
        {.id = "type", .title = Tr::tr("单位类型"), .display = [](const Row &r) { return unitTypeName(r.unitType); }, .width = 96},
        {.id = "authority",
         .title = Tr::tr("主管税务机关"),
         .display = [](const Row &r) { return r.authorityName; },
         .width = 200,
         .tooltip = [](const Row &r) { return r.authorityName; }},
    };
}

std::vector<Column<domain::UnitInsurance>> unitInsuranceColumns()
{
    using Row = domain::UnitInsurance;
    return {
        {.id = "insurance", .title = Tr::tr("参保险种"), .display = [](const Row &r) { return r.insuranceName; }, .width = 160},
        {.id = "unitNumber", .title = Tr::tr("单位编号"), .display = [](const Row &r) { return r.unitNumber; }, .width = 110},
        {.id = "agency",
         .title = Tr::tr("社保经办机构"),
         .display = [](const Row &r) { return r.agencyName; },
         .width = 190,
         .tooltip = [](const Row &r) { return r.agencyName; }},
        {.id = "state",
         .title = Tr::tr("参保状态"),
         .display = [](const Row &r) { return unitStateName(r.state); },
         .width = 88,
         .kind = CellKind::State,
         .tone = [](const Row &r) { return toneOf(r.state); }},
        {.id = "from", .title = Tr::tr("参保起始"), .display = [](const Row &r) { return domain::monthText(r.from); }, .width = 88},
        {.id = "to",
         .title = Tr::tr("参保终止"),
         .display = [](const Row &r) { return r.to ? domain::monthText(*r.to) : Tr::tr("—"); },
         .width = 88},
    };
}

}  // namespace ui
