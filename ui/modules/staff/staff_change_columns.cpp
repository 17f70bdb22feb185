#include "ui/modules/staff/staff_change_columns.h"

#include "base/china_time.h"
#include "domain/document.h"
#include "ui/models/column_makers.h"
#include "ui/modules/staff/staff_columns.h"
#include "ui/shell/submission_text.h"
#include "ui/style/tr.h"

namespace ui {

using domain::StaffChange;
using domain::StaffField;

namespace {

QString fieldName(StaffField field)
{
    switch (field) {
    case StaffField::Joined: return Tr::tr("新增职工");
    case StaffField::Left: return Tr::tr("减少职工");
    case StaffField::PersonNumber: return Tr::tr("人员编号");
    case StaffField::UnitNumber: return Tr::tr("单位编号");
    case StaffField::Name: return Tr::tr("姓名");
    case StaffField::DocumentType: return Tr::tr("证件类型");
    case StaffField::DocumentNumber: return Tr::tr("证件号码");
    case StaffField::Department: return Tr::tr("部门");
    case StaffField::State:
    case StaffField::InsuranceState: return Tr::tr("缴费状态");
    case StaffField::Wage:
    case StaffField::InsuranceWage: return Tr::tr("缴费工资");
    case StaffField::InsuranceJoined: return Tr::tr("新增险种");
    case StaffField::InsuranceLeft: return Tr::tr("减少险种");
    case StaffField::InsuranceFrom: return Tr::tr("开始缴费年月");
    case StaffField::InsuranceTo: return Tr::tr("终止缴费年月");
    case StaffField::InsuranceBase: return Tr::tr("缴费基数");
    }
    return {};
}

QString shown(StaffField field, const QString &value)
{
    if (value.isEmpty())
        return QStringLiteral("—");
    switch (field) {
    case StaffField::State:
    case StaffField::InsuranceState:
        return contributionStateName(static_cast<domain::ContributionState>(value.toInt()));
    case StaffField::Wage:
    case StaffField::InsuranceWage:
    case StaffField::InsuranceBase: return domain::moneyText(domain::Money::fromFen(value.toLongLong()));
    case StaffField::InsuranceFrom:
    case StaffField::InsuranceTo: return domain::monthText(domain::Month::fromIndex(value.toInt()));
    case StaffField::DocumentType: return domain::documentTypeName(value);
    case StaffField::Joined:
    case StaffField::Left:
    case StaffField::PersonNumber:
    case StaffField::UnitNumber:
    case StaffField::Name:
    case StaffField::DocumentNumber:
    case StaffField::Department:
    case StaffField::InsuranceJoined:
    case StaffField::InsuranceLeft: break;
    }
    return value;
}

}  // namespace

QString staffChangeField(const StaffChange &change)
{
    const auto field = fieldName(change.field);
    return change.insuranceName.isEmpty() ? field : change.insuranceName + QStringLiteral(" · ") + field;
}

std::vector<Column<StaffChange>> staffChangeColumns()
{
    auto field = textColumn<StaffChange>("field", Tr::tr("更新内容"), &staffChangeField, 230);
    field.tooltip = &staffChangeField;
    std::vector<Column<StaffChange>> columns = {
        dateColumn<StaffChange>("at", Tr::tr("更新时间"), [](const StaffChange &c) { return base::china::text(c.at); }, 130),
        textColumn<StaffChange>("name", Tr::tr("姓名"), &StaffChange::name, column_width::personName),
        textColumn<StaffChange>("documentType", Tr::tr("证件类型"),
                                [](const StaffChange &c) { return domain::documentTypeName(c.documentType); }, 110),
        documentColumn<StaffChange>(Tr::tr("证件号码"), &StaffChange::documentNumber, 170),
        std::move(field),
        textColumn<StaffChange>("before", Tr::tr("更新前"), [](const StaffChange &c) { return shown(c.field, c.before); }, 120),
        textColumn<StaffChange>("after", Tr::tr("更新后"), [](const StaffChange &c) { return shown(c.field, c.after); }, 120),
    };
    for (auto &column : columns)
        column.sortable = column.id.text == QLatin1String("at");
    return columns;
}

}  // namespace ui
