#include "ui/modules/staff/staff_columns.h"

#include "domain/document.h"
#include "ui/models/column_makers.h"
#include "ui/style/tr.h"

namespace ui {

namespace {

QString dash()
{
    return QStringLiteral("—");
}

}  // namespace

QString contributionStateName(domain::ContributionState state)
{
    switch (state) {
    case domain::ContributionState::Unpaid: return Tr::tr("未缴费");
    case domain::ContributionState::Normal: return Tr::tr("正常缴费");
    case domain::ContributionState::Suspended: return Tr::tr("暂停缴费");
    case domain::ContributionState::Ended: return Tr::tr("终止缴费");
    }
    return {};
}

Tone contributionStateTone(domain::ContributionState state)
{
    switch (state) {
    case domain::ContributionState::Unpaid: return Tone::Info;
    case domain::ContributionState::Normal: return Tone::Success;
    case domain::ContributionState::Suspended: return Tone::Warning;
    case domain::ContributionState::Ended: return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString wageText(const std::optional<domain::Money> &wage)
{
    return wage ? domain::moneyText(*wage) : dash();
}

std::vector<Column<domain::Staff>> staffColumns()
{
    using domain::Staff;
    return {
        {.id = "personNumber", .title = Tr::tr("人员编号"), .display = [](const Staff &s) { return s.personNumber; }, .width = 116},
        {.id = "name",
         .title = Tr::tr("姓名"),
         .display = [](const Staff &s) { return s.name; },
         .width = column_width::personName,
         .kind = CellKind::Link,
         .tooltip = [](const Staff &s) { return s.name; }},
        {.id = "documentType",
         .title = Tr::tr("证件类型"),
         .display = [](const Staff &s) { return domain::documentTypeName(s.documentType); },
         .width = 130,
         .tooltip = [](const Staff &s) { return domain::documentTypeName(s.documentType); },
         .sortable = false},
        {.id = "documentNumber",
         .title = Tr::tr("证件号码"),
         .display = [](const Staff &s) { return s.documentNumber; },
         .width = 180,
         .isPrivate = true},
        {.id = "department",
         .title = Tr::tr("部门"),
         .display = [](const Staff &s) { return s.department; },
         .width = 120,
         .tooltip = [](const Staff &s) { return s.department; },
         .sortable = false},
        {.id = "wage",
         .title = Tr::tr("缴费工资"),
         .display = [](const Staff &s) { return wageText(s.wage); },
         .width = 116,
         .kind = CellKind::Money},
        {.id = "state",
         .title = Tr::tr("缴费状态"),
         .display = [](const Staff &s) { return contributionStateName(s.state); },
         .width = 104,
         .kind = CellKind::State,
         .tone = [](const Staff &s) { return contributionStateTone(s.state); }},
        {.id = "unitNumber",
         .title = Tr::tr("单位编号"),
         .display = [](const Staff &s) { return s.unitNumber; },
         .width = 110,
         .sortable = false},
    };
}

std::vector<Column<domain::StaffInsurance>> staffInsuranceColumns()
{
    using Row = domain::StaffInsurance;
    return {
        {.id = "insurance", .title = Tr::tr("险种"), .display = [](const Row &r) { return r.insuranceName; }, .width = 170},
        {.id = "state",
         .title = Tr::tr("缴费状态"),
         .display = [](const Row &r) { return contributionStateName(r.state); },
         .width = 100,
         .kind = CellKind::State,
         .tone = [](const Row &r) { return contributionStateTone(r.state); }},
        {.id = "from", .title = Tr::tr("开始缴费年月"), .display = [](const Row &r) { return domain::monthText(r.from); }, .width = 112},
        {.id = "to",
         .title = Tr::tr("终止缴费年月"),
         .display = [](const Row &r) { return r.to ? domain::monthText(*r.to) : dash(); },
         .width = 112},
        {.id = "wage",
         .title = Tr::tr("缴费工资"),
         .display = [](const Row &r) { return wageText(r.wage); },
         .width = 110,
         .kind = CellKind::Money},
        {.id = "base",
         .title = Tr::tr("缴费基数"),
         .display = [](const Row &r) { return wageText(r.base); },
         .width = 110,
         .kind = CellKind::Money},
    };
}

store::StaffOrder staffOrder(const QString &columnId)
{
    using store::StaffOrder;
    if (columnId == QLatin1String("name"))
        return StaffOrder::Name;
    if (columnId == QLatin1String("documentNumber"))
        return StaffOrder::DocumentNumber;
    if (columnId == QLatin1String("state"))
        return StaffOrder::State;
    if (columnId == QLatin1String("wage"))
        return StaffOrder::Wage;
    return StaffOrder::PersonNumber;
}

}  // namespace ui
