#include "ui/modules/staff/staff_change_columns.h"

#include "base/china_time.h"
#include "domain/document.h"
#include "ui/models/column_makers.h"
#include "ui/modules/staff/staff_columns.h"
#include "ui/shell/submission_text.h"

#include <QCoreApplication>

namespace ui {

using domain::StaffChange;
using domain::StaffField;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::staff", text);
}

QString fieldName(StaffField field)
{
    switch (field) {
    case StaffField::Joined: return tr("新增职工");
    case StaffField::Left: return tr("减少职工");
    case StaffField::PersonNumber: return tr("人员编号");
    case StaffField::UnitNumber: return tr("单位编号");
    case StaffField::Name: return tr("姓名");
    case StaffField::DocumentType: return tr("证件类型");
    case StaffField::DocumentNumber: return tr("证件号码");
    case StaffField::Department: return tr("部门");
    case StaffField::State:
    case StaffField::InsuranceState: return tr("缴费状态");
    case StaffField::Wage:
    case StaffField::InsuranceWage: return tr("缴费工资");
    case StaffField::InsuranceJoined: return tr("新增险种");
    case StaffField::InsuranceLeft: return tr("减少险种");
    case StaffField::InsuranceFrom: return tr("开始缴费年月");
    case StaffField::InsuranceTo: return tr("终止缴费年月");
    case StaffField::InsuranceBase: return tr("缴费基数");
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
    auto field = textColumn<StaffChange>("field", tr("更新内容"), &staffChangeField, 230);
    field.tooltip = &staffChangeField;
    std::vector<Column<StaffChange>> columns = {
        dateColumn<StaffChange>("at", tr("更新时间"), [](const StaffChange &c) { return base::china::text(c.at); }, 130),
        textColumn<StaffChange>("name", tr("姓名"), &StaffChange::name, column_width::personName),
        textColumn<StaffChange>("documentType", tr("证件类型"),
                                [](const StaffChange &c) { return domain::documentTypeName(c.documentType); }, 110),
        documentColumn<StaffChange>(tr("证件号码"), &StaffChange::documentNumber, 170),
        std::move(field),
        textColumn<StaffChange>("before", tr("更新前"), [](const StaffChange &c) { return shown(c.field, c.before); }, 120),
        textColumn<StaffChange>("after", tr("更新后"), [](const StaffChange &c) { return shown(c.field, c.after); }, 120),
    };
    for (auto &column : columns)
        column.sortable = column.id.text == QLatin1String("at");
    return columns;
}

}  // namespace ui
