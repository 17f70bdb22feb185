#include "ui/modules/wage/wage_columns.h"

#include "domain/document.h"
#include "ui/models/column_makers.h"
#include "ui/style/tr.h"
#include "ui/widgets/money_edit.h"

namespace ui {

using domain::WageDraftLine;
using domain::WageLine;

namespace {

QString monthOrNothing(const std::optional<domain::Month> &month)
{
    return month ? domain::monthText(*month) : QString();
}

/// 姓名, 证件类型, 证件号码: the three elements, the same in every list.
template <class Row>
std::vector<Column<Row>> threeElements()
{
    const auto typeName = [](const Row &row) { return domain::documentTypeName(row.documentType); };
    return {
        textColumn<Row>("name", Tr::tr("姓名"), &Row::name, column_width::personName),
        textColumn<Row>("documentType", Tr::tr("证件类型"), typeName, 120),
        documentColumn<Row>(Tr::tr("证件号码"), &Row::documentNumber, 172),
    };
}

const QString wageColumn = QStringLiteral("wage");

/// Cells of insurances the person is not in are a dash and cannot be edited.
Column<WageDraftLine> newWageColumn(const QString &insurance, const QString &title, int width)
{
    using Row = WageDraftLine;
    const auto newWage = [insurance](const Row &row) {
        const auto *cell = row.cell(insurance);
        return cell ? cell->newWage : std::nullopt;
    };
    auto column = moneyColumn<Row>(columnOfInsurance(insurance), title, newWage, width);
    column.editor = Editor::Money;
    column.editable = [insurance](const Row &row) { return row.cell(insurance) != nullptr; };
    if (insurance.isEmpty())
        return column;
    column.display = [show = column.display, insurance](const Row &row) {
        return row.cell(insurance) ? show(row) : QVariant(QStringLiteral("—"));
    };
    column.editText = [newWage](const Row &row) {
        const auto wage = newWage(row);
        return wage ? domain::moneyText(*wage) : QString();
    };
    column.tooltip = [insurance](const Row &row) {
        const auto *cell = row.cell(insurance);
        if (!cell)
            return Tr::tr("没有参加这个险种");
        return cell->oldWage ? Tr::tr("原缴费工资 %1").arg(domain::moneyText(*cell->oldWage)) : Tr::tr("没有原缴费工资");
    };
    return column;
}

QString contributionText(domain::ContributionState state)
{
    switch (state) {
    case domain::ContributionState::Unpaid: return Tr::tr("未缴费");
    case domain::ContributionState::Normal: return Tr::tr("正常缴费");
    case domain::ContributionState::Suspended: return Tr::tr("暂停缴费");
    case domain::ContributionState::Ended: return Tr::tr("终止缴费");
    }
    return {};
}

}  // namespace

std::vector<Column<WageDraftLine>> wageDraftColumns(const domain::WageForm &form, const QVector<domain::CodeName> &insurances)
{
    using Row = WageDraftLine;
    auto columns = threeElements<Row>();
    columns.push_back(textColumn<Row>("personNumber", Tr::tr("人员编号"), &Row::personNumber, 100));
    columns.push_back(textColumn<Row>("unitNumber", Tr::tr("单位编号"), &Row::unitNumber, 88));
    if (!form.byInsurance) {
        columns.push_back(moneyColumn<Row>("oldWage", Tr::tr("原缴费工资"), [](const Row &row) { return row.wages.constFirst().oldWage; }, 104));
        columns.push_back(newWageColumn({}, Tr::tr("*新缴费工资"), 124));
    }
    for (const auto &insurance : form.byInsurance ? insurances : QVector<domain::CodeName>())
        columns.push_back(newWageColumn(insurance.code, insurance.name, 148));
    if (form.kind == domain::WageKind::Annual)
        return columns;
    const auto monthOf = [](const Row &row) { return monthOrNothing(row.effectiveMonth); };
    auto month = dateColumn<Row>("month", Tr::tr("*生效年月"), monthOf, 116);
    month.editor = Editor::Month;
    columns.push_back(month);
    return columns;
}

QString columnOfInsurance(const QString &insurance)
{
    return insurance.isEmpty() ? wageColumn : wageColumn + QLatin1Char('.') + insurance;
}

std::optional<QString> insuranceOfColumn(const QString &columnId)
{
    if (columnId == wageColumn)
        return QString();
    const QString prefix = wageColumn + QLatin1Char('.');
    return columnId.startsWith(prefix) ? std::optional(columnId.mid(prefix.size())) : std::nullopt;
}

std::vector<Column<domain::Staff>> wagePersonColumns()
{
    using Row = domain::Staff;
    auto columns = threeElements<Row>();
    columns.push_back(textColumn<Row>("personNumber", Tr::tr("人员编号"), &Row::personNumber, 100));
    columns.push_back(textColumn<Row>("unitNumber", Tr::tr("单位编号"), &Row::unitNumber, 88));
    const auto stateOf = [](const Row &row) { return contributionText(row.state); };
    columns.push_back(textColumn<Row>("state", Tr::tr("缴费状态"), stateOf, 90));
    columns.push_back(moneyColumn<Row>("wage", Tr::tr("原缴费工资"), &Row::wage, 110));
    return columns;
}

std::vector<Column<SubmissionRecord>> wageRecordColumns()
{
    using Row = SubmissionRecord;
    const auto headcount = [](const Row &row) { return row.submission.headcount; };
    std::vector<Column<Row>> columns = {createdColumn(Tr::tr("申报时间")), typeColumn(Tr::tr("申报类型")),
                                        numberColumn<Row>("headcount", Tr::tr("人数"), headcount, 80), stateColumn(),
                                        settledColumn()};
    for (auto &column : operationColumns())
        columns.push_back(std::move(column));
    return columns;
}

std::vector<Column<WageLine>> wageLineColumns(bool byInsurance, const domain::RulePack &pack)
{
    using Row = WageLine;
    auto columns = threeElements<Row>();
    if (byInsurance) {
        const auto name = [pack](const Row &row) { return domain::insuranceName(pack, row.insurance); };
        columns.push_back(textColumn<Row>("insurance", Tr::tr("险种"), name, 150));
    }
    columns.push_back(moneyColumn<Row>("oldWage", Tr::tr("原缴费工资"), &Row::oldWage, 110));
    columns.push_back(moneyColumn<Row>("wage", Tr::tr("新缴费工资"), &Row::wage, 110));
    const auto monthOf = [](const Row &row) { return monthOrNothing(row.effectiveMonth); };
    columns.push_back(dateColumn<Row>("month", Tr::tr("生效年月"), monthOf, 90));
    const auto reasonOf = [](const Row &row) { return row.reasonText.isEmpty() ? row.reasonCode : row.reasonText; };
    auto reason = textColumn<Row>("reason", Tr::tr("失败原因"), reasonOf, 220);
    reason.tone = [](const Row &) { return Tone::Danger; };
    reason.tooltip = reasonOf;
    columns.push_back(reason);
    return columns;
}

QString wageDraftKey(const WageDraftLine &line)
{
    return line.staffId;
}

QString effectiveMonthReason(const domain::WageRules &rules, domain::Month present, const QString &typed)
{
    if (typed.isEmpty())
        return {};
    const auto month = domain::monthFromTyped(typed);
    if (!month)
        return Tr::tr("请输入年月，如 2026-07");
    if (!domain::effectiveMonthFlaw(rules, present, *month))
        return {};
    return Tr::tr("生效年月须在 %1 至 %2 之间")
        .arg(domain::monthText(present - rules.monthsBack), domain::monthText(present + rules.monthsAhead));
}

QString wageReason(const domain::WageRules &rules, const QString &typed)
{
    if (typed.isEmpty())
        return {};
    const auto read = domain::moneyFromTyped(typed, rules.maximum);
    return read.flaw ? moneyFlawText(*read.flaw, rules.maximum) : QString();
}

}  // namespace ui
