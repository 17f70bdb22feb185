#include "ui/modules/wage/wage_marks.h"

#include "ui/modules/wage/wage_columns.h"
#include "ui/style/tr.h"

namespace ui {
namespace {

using domain::WageDraftLine;

/// By insurance a person needs one wage at least; with one, the others may stay empty.
CellMark wageMark(const WageDraftLine &line, const QString &insurance)
{
    const auto *cell = line.cell(insurance);
    if (!cell)
        return {};
    if (cell->newWage)
        return {Tone::Warning, cell->newWage->fen() == 0 ? Tr::tr("缴费工资为 0，提交前会再次确认") : QString()};
    const bool needed = line.filled() == 0;
    return {Tone::Danger, !needed               ? QString()
                : insurance.isEmpty() ? Tr::tr("没有填写新缴费工资")
                                      : Tr::tr("至少要填写一个险种的新缴费工资")};
}

CellMark monthMark(const WageDraftLine &line, const domain::WageRules &rules, domain::Month present)
{
    if (!line.effectiveMonth)
        return {Tone::Danger, Tr::tr("没有填写生效年月")};
    return {Tone::Danger, effectiveMonthReason(rules, present, domain::monthText(*line.effectiveMonth))};
}

}  // namespace

void markGaps(std::vector<Column<WageDraftLine>> &columns, const domain::WageForm &form, const domain::WageRules &rules,
              domain::Month present)
{
    for (auto &column : columns) {
        if (const auto insurance = insuranceOfColumn(column.id.text))
            column.mark = [insurance = *insurance](const WageDraftLine &line) { return wageMark(line, insurance); };
        else if (column.editor == Editor::Month && form.kind == domain::WageKind::Daily)
            column.mark = [rules, present](const WageDraftLine &line) { return monthMark(line, rules, present); };
    }
}

}  // namespace ui
