#include "ui/modules/staff/staff_sheet.h"

#include "domain/document.h"
#include "ui/modules/staff/staff_columns.h"
#include "ui/style/tr.h"

#include <algorithm>

namespace ui {

using domain::Staff;
using domain::StaffInsurance;
using service::SheetCell;

namespace {

SheetCell amount(const std::optional<domain::Money> &money)
{
    return money ? SheetCell(*money) : SheetCell();
}

/// Those that are paid for now.
QString insuranceNames(const Staff &staff)
{
    QStringList names;
    for (const auto &each : staff.insurances) {
        if (each.state == domain::ContributionState::Normal)
            names.append(each.insuranceName);
    }
    return names.join(QStringLiteral("、"));
}

SheetCell firstMonth(const Staff &staff)
{
    const auto first = std::min_element(staff.insurances.begin(), staff.insurances.end(),
                                        [](const auto &a, const auto &b) { return a.from < b.from; });
    return first == staff.insurances.end() ? SheetCell() : SheetCell(domain::monthText(first->from));
}

/// When the last of the insurances ended; nothing while one of them goes on.
SheetCell lastMonth(const Staff &staff)
{
    std::optional<domain::Month> last;
    for (const auto &each : staff.insurances) {
        if (!each.to)
            return {};
        last = last ? std::max(*last, *each.to) : *each.to;
    }
    return last ? SheetCell(domain::monthText(*last)) : SheetCell();
}

SheetCell baseOf(const Staff &staff, const QString &insurance)
{
    for (const auto &each : staff.insurances) {
        if (each.insurance == insurance)
            return amount(each.base);
    }
    return {};
}

struct SheetPart {
    QString title;
    double width;
    std::function<SheetCell(const Staff &)> cell;
};

std::vector<SheetPart> partsOf(const domain::Unit &unit)
{
    std::vector<SheetPart> parts = {
        {Tr::tr("人员编号"), 14, [](const Staff &s) { return s.personNumber; }},
        {Tr::tr("姓名"), 14, [](const Staff &s) { return s.name; }},
        {Tr::tr("证件类型"), 14, [](const Staff &s) { return domain::documentTypeName(s.documentType); }},
        {Tr::tr("证件号码"), 22, [](const Staff &s) { return s.documentNumber; }},
        {Tr::tr("部门"), 14, [](const Staff &s) { return s.department; }},
        {Tr::tr("单位编号"), 14, [](const Staff &s) { return s.unitNumber; }},
        {Tr::tr("缴费状态"), 11, [](const Staff &s) { return contributionStateName(s.state); }},
        {Tr::tr("缴费工资"), 14, [](const Staff &s) { return amount(s.wage); }},
        {Tr::tr("参保险种"), 40, &insuranceNames},
        {Tr::tr("开始缴费年月"), 14, &firstMonth},
        {Tr::tr("终止缴费年月"), 14, &lastMonth},
    };
    QStringList seen;
    for (const auto &insurance : unit.insurances) {
        if (seen.contains(insurance.insurance))
            continue;  // under another 单位编号
        seen.append(insurance.insurance);
        parts.push_back({Tr::tr("%1缴费基数").arg(insurance.insuranceName), 18,
                         [code = insurance.insurance](const Staff &s) { return baseOf(s, code); }});
    }
    return parts;
}

}  // namespace

service::Sheet staffSheet(const domain::Unit &unit, std::shared_ptr<service::StaffWalk> walk, qint64 total)
{
    service::Sheet sheet;
    sheet.name = Tr::tr("职工参保信息");
    sheet.total = total;
    sheet.columns.push_back({Tr::tr("序号"), 9});
    const auto parts = partsOf(unit);
    for (const auto &part : parts)
        sheet.columns.push_back({part.title, part.width});
    sheet.rows = [parts, walk = std::move(walk)](qint64 offset, qint64 limit)
        -> base::Result<std::vector<service::SheetRow>> {
        if (offset == 0) {  // also when it is tried again
            if (const auto begun = walk->begin(); !begun)
                return begun.error();
        }
        const auto people = walk->next(limit);
        if (!people)
            return people.error();
        std::vector<service::SheetRow> rows;
        for (const auto &person : *people) {
            service::SheetRow cells{SheetCell(++offset)};
            for (const auto &part : parts)
                cells.push_back(part.cell(person));
            rows.push_back(std::move(cells));
        }
        return rows;
    };
    return sheet;
}

}  // namespace ui
