#include "ui/modules/unit/unit_columns.h"

#include "base/china_time.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::unit", text);
}

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
    case domain::UnitType::Enterprise: return tr("企业");
    case domain::UnitType::Government: return tr("机关");
    case domain::UnitType::Institution: return tr("事业单位");
    case domain::UnitType::Association: return tr("社会团体");
    case domain::UnitType::PrivateNonprofit: return tr("民办非企业单位");
    case domain::UnitType::SelfEmployed: return tr("个体工商户");
    }
    return {};
}

QString unitStateName(domain::UnitState state)
{
    switch (state) {
    case domain::UnitState::Normal: return tr("已参保");
    case domain::UnitState::Suspended: return tr("中断");
    case domain::UnitState::Ended: return tr("终止");
    }
    return {};
}

QString collectionModeName(domain::CollectionMode mode)
{
    switch (mode) {
    case domain::CollectionMode::Self: return tr("税务自主征收");
    case domain::CollectionMode::Delegated: return tr("税务代征");
    }
    return {};
}

QString lastLoginText(const domain::KnownUnit &unit)
{
    const auto at = QDateTime::fromString(unit.lastLogin.value_or(QString()), Qt::ISODateWithMs);
    return at.isValid() ? base::china::text(at) : tr("从未");
}

std::vector<Column<domain::KnownUnit>> knownUnitColumns(const QString &current, bool full)
{
    using Unit = domain::KnownUnit;
    std::vector<Column<Unit>> columns = {
        {.id = "name",
         .title = tr("单位名称"),
         .display = [](const Unit &u) { return u.name; },
         .width = 220,
         .kind = full ? CellKind::Link : CellKind::Text,
         .tooltip = [](const Unit &u) { return u.name; },
         .link = [current, full](const Unit &u) { return full && u.registrationId != current; }},
        {.id = "taxNumber", .title = tr("纳税人识别号"), .display = [](const Unit &u) { return u.taxNumber; }, .width = 172},
        {.id = "region", .title = tr("所属地区"), .display = [](const Unit &u) { return u.regionName; }, .width = 116},
    };
    if (full) {
        columns.push_back({.id = "current",
                           .title = tr("状态"),
                           .display = [current](const Unit &u) {
                               return u.registrationId == current ? tr("当前单位") : QString();
                           },
                           .width = 92,
                           .kind = CellKind::State,
                           .tone = [](const Unit &) { return Tone::Info; }});
        columns.push_back({.id = "authority",
                           .title = tr("主管税务机关"),
                           .display = [](const Unit &u) { return u.authorityName; },
                           .width = 164,
                           .tooltip = [](const Unit &u) { return u.authorityName; }});
        columns.push_back({.id = "mode",
                           .title = tr("征收模式"),
                           .display = [](const Unit &u) { return collectionModeName(u.mode); },
                           .width = 104});
    }
    columns.push_back({.id = "lastLogin", .title = tr("上次登录"), .display = lastLoginText, .width = 136});
    return columns;
}

std::vector<Column<domain::Registration>> registrationColumns()
{
    using Row = domain::Registration;
    return {
        {.id = "name",
         .title = tr("单位名称"),
         .display = [](const Row &r) { return r.name; },
         .width = 240,
         .tooltip = [](const Row &r) { return r.name; }},
        {.id = "id", .title = tr("登记序号"), .display = [](const Row &r) { return r.registrationId; }, .width = 170},
        {.id = "type", .title = tr("单位类型"), .display = [](const Row &r) { return unitTypeName(r.unitType); }, .width = 96},
        {.id = "authority",
         .title = tr("主管税务机关"),
         .display = [](const Row &r) { return r.authorityName; },
         .width = 200,
         .tooltip = [](const Row &r) { return r.authorityName; }},
    };
}

std::vector<Column<domain::UnitInsurance>> unitInsuranceColumns()
{
    using Row = domain::UnitInsurance;
    return {
        {.id = "insurance", .title = tr("参保险种"), .display = [](const Row &r) { return r.insuranceName; }, .width = 160},
        {.id = "unitNumber", .title = tr("单位编号"), .display = [](const Row &r) { return r.unitNumber; }, .width = 110},
        {.id = "agency",
         .title = tr("社保经办机构"),
         .display = [](const Row &r) { return r.agencyName; },
         .width = 190,
         .tooltip = [](const Row &r) { return r.agencyName; }},
        {.id = "state",
         .title = tr("参保状态"),
         .display = [](const Row &r) { return unitStateName(r.state); },
         .width = 88,
         .kind = CellKind::State,
         .tone = [](const Row &r) { return toneOf(r.state); }},
        {.id = "from", .title = tr("参保起始"), .display = [](const Row &r) { return domain::monthText(r.from); }, .width = 88},
        {.id = "to",
         .title = tr("参保终止"),
         .display = [](const Row &r) { return r.to ? domain::monthText(*r.to) : tr("—"); },
         .width = 88},
    };
}

}  // namespace ui
