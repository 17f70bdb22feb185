#include "ui/modules/wage/wage_columns.h"

#include "domain/document.h"
#include "ui/widgets/money_edit.h"

#include <QCoreApplication>

namespace ui {

using domain::WageDraftLine;
using domain::WageLine;

namespace {

struct Tr final {
    Q_DECLARE_TR_FUNCTIONS(ui::WageColumns)
};

QString amountText(const std::optional<domain::Money> &amount)
{
    return amount ? domain::moneyText(*amount) : QString();
}

QVariant amountKey(const std::optional<domain::Money> &amount)
{
    return amount ? QVariant(amount->fen()) : QVariant();
}

QString monthOrNothing(const std::optional<domain::Month> &month)
{
    return month ? domain::monthText(*month) : QString();
}

/// 姓名, 证件类型, 证件号码: the three elements, the same in every list.
template <class Row>
std::vector<Column<Row>> threeElements()
{
    return {
        {.id = "name", .title = Tr::tr("姓名"), .display = [](const Row &row) { return row.name; }, .width = 100},
        {.id = "documentType",
         .title = Tr::tr("证件类型"),
         .display = [](const Row &row) { return domain::documentTypeName(row.documentType); },
         .width = 120},
        {.id = "documentNumber",
         .title = Tr::tr("证件号码"),
         .display = [](const Row &row) { return row.documentNumber; },
         .width = 176},
    };
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

std::vector<Column<WageDraftLine>> wageDraftColumns()
{
    using Row = WageDraftLine;
    auto columns = threeElements<Row>();
    columns.push_back({.id = "personNumber",
                       .title = Tr::tr("人员编号"),
                       .display = [](const Row &row) { return row.personNumber; },
                       .width = 110});
    columns.push_back({.id = "unitNumber",
                       .title = Tr::tr("单位编号"),
                       .display = [](const Row &row) { return row.unitNumber; },
                       .width = 100});
    columns.push_back({.id = "oldWage",
                       .title = Tr::tr("原缴费工资"),
                       .display = [](const Row &row) { return amountText(row.oldWage); },
                       .width = 120,
                       .kind = CellKind::Money,
                       .sortKey = [](const Row &row) { return amountKey(row.oldWage); }});
    columns.push_back({.id = "wage",
                       .title = Tr::tr("*新缴费工资"),
                       .display = [](const Row &row) { return amountText(row.newWage); },
                       .width = 130,
                       .kind = CellKind::Money,
                       .sortKey = [](const Row &row) { return amountKey(row.newWage); },
                       .editor = Editor::Money});
    columns.push_back({.id = "month",
                       .title = Tr::tr("*生效年月"),
                       .display = [](const Row &row) { return monthOrNothing(row.effectiveMonth); },
                       .width = 130,
                       .kind = CellKind::Date,
                       .editor = Editor::Month});
    return columns;
}

std::vector<Column<domain::Staff>> wagePersonColumns()
{
    using Row = domain::Staff;
    auto columns = threeElements<Row>();
    columns.push_back({.id = "personNumber",
                       .title = Tr::tr("人员编号"),
                       .display = [](const Row &row) { return row.personNumber; },
                       .width = 100});
    columns.push_back({.id = "state",
                       .title = Tr::tr("缴费状态"),
                       .display = [](const Row &row) { return contributionText(row.state); },
                       .width = 90});
    columns.push_back({.id = "wage",
                       .title = Tr::tr("原缴费工资"),
                       .display = [](const Row &row) { return amountText(row.wage); },
                       .width = 110,
                       .kind = CellKind::Money,
                       .sortKey = [](const Row &row) { return amountKey(row.wage); }});
    return columns;
}

std::vector<Column<SubmissionRecord>> wageRecordColumns()
{
    using Row = SubmissionRecord;
    std::vector<Column<Row>> columns = {
        {.id = "createdAt",
         .title = Tr::tr("申报时间"),
         .display = [](const Row &row) { return chinaTime(row.submission.createdAt); },
         .width = 150,
         .kind = CellKind::Date},
        {.id = "type",
         .title = Tr::tr("类型"),
         .display = [](const Row &row) { return submissionTypeText(row.submission); },
         .width = 150},
        {.id = "headcount",
         .title = Tr::tr("人数"),
         .display = [](const Row &row) { return row.submission.headcount; },
         .width = 80,
         .kind = CellKind::Number},
        stateColumn(),
        {.id = "settledAt",
         .title = Tr::tr("反馈时间"),
         .display = [](const Row &row) { return chinaTime(row.submission.settledAt); },
         .width = 150,
         .kind = CellKind::Date},
    };
    for (auto &column : operationColumns())
        columns.push_back(std::move(column));
    return columns;
}

std::vector<Column<WageLine>> wageLineColumns()
{
    using Row = WageLine;
    auto columns = threeElements<Row>();
    columns.push_back({.id = "oldWage",
                       .title = Tr::tr("原缴费工资"),
                       .display = [](const Row &row) { return amountText(row.oldWage); },
                       .width = 110,
                       .kind = CellKind::Money,
                       .sortKey = [](const Row &row) { return amountKey(row.oldWage); }});
    columns.push_back({.id = "wage",
                       .title = Tr::tr("新缴费工资"),
                       .display = [](const Row &row) { return domain::moneyText(row.wage); },
                       .width = 110,
                       .kind = CellKind::Money,
                       .sortKey = [](const Row &row) { return row.wage.fen(); }});
    columns.push_back({.id = "month",
                       .title = Tr::tr("生效年月"),
                       .display = [](const Row &row) { return monthOrNothing(row.effectiveMonth); },
                       .width = 90,
                       .kind = CellKind::Date});
    columns.push_back({.id = "reason",
                       .title = Tr::tr("失败原因"),
                       .display = [](const Row &row) { return row.reasonText.isEmpty() ? row.reasonCode : row.reasonText; },
                       .width = 220,
                       .tone = [](const Row &) { return Tone::Danger; },
                       .tooltip = [](const Row &row) { return row.reasonText; }});
    return columns;
}

QString wageDraftKey(const WageDraftLine &line)
{
    return line.staffId + QLatin1Char('/') + line.insurance;
}

store::WageDraftKey storeKey(const WageDraftLine &line)
{
    return {line.staffId, line.insurance};
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
