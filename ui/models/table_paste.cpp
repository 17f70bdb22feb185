#include "ui/models/table_paste.h"

#include "ui/style/tr.h"

namespace ui {
namespace {

constexpr int linesSaid = 50;
constexpr int charactersSaid = 40;

class Planner final {
public:
    Planner(const ListModelBase &model, const CellValidator &validator) : m_model(model), m_validator(validator) {}

    void place(const QModelIndex &cell, const QString &text)
    {
        const auto *info = m_model.info(cell.column());
        if (!m_model.isLoaded(cell.row()))
            return refuse(cell, text, Tr::tr("这一行还没有读取，请滚动到这一行后再粘贴"));
        const bool editable = m_model.flags(cell) & Qt::ItemIsEditable;
        const auto before = m_model.data(cell, Qt::EditRole).toString();
        if (text == before || (!editable && text == m_model.data(cell, Qt::DisplayRole).toString().simplified())) {
            ++plan.report.unchanged;
            return;
        }
        if (!editable)
            return refuse(cell, text, Tr::tr("此处不能修改"));
        const auto key = m_model.keyOf(cell);
        const auto reason = m_validator ? m_validator(key, info->id, text) : QString();
        if (!reason.isEmpty())
            return refuse(cell, text, reason);
        plan.edits.append(CellEdit{key, info->id, text, before});
        ++plan.report.stored;
    }

    PastePlan plan;

private:
    void refuse(const QModelIndex &cell, const QString &text, const QString &reason)
    {
        plan.report.refused.append({cell.row() + 1, m_model.info(cell.column())->title, text, reason});
    }

    const ListModelBase &m_model;
    const CellValidator &m_validator;
};

}  // namespace

PastePlan planPaste(const ListModelBase &model, const CellBlock &block, const std::vector<int> &rows,
                    const std::vector<int> &sections, const CellValidator &validator)
{
    Planner planner(model, validator);
    auto &report = planner.plan.report;
    for (size_t i = 0; i < block.size(); ++i) {
        if (i >= rows.size() || rows[i] >= model.rowCount()) {
            ++report.rowsLeft;
            continue;
        }
        const auto &cells = block[i];
        report.columnsLeft = qMax(report.columnsLeft, int(cells.size()) - int(sections.size()));
        for (size_t at = 0; at < size_t(cells.size()) && at < sections.size(); ++at)
            planner.place(model.index(rows[i], sections[at]), cells.at(qsizetype(at)).trimmed());
    }
    return std::move(planner.plan);
}

QString pasteText(const PasteReport &report)
{
    if (!report.problem.isEmpty())
        return report.problem;
    QStringList parts{Tr::tr("已填入 %1 个单元格").arg(report.stored)};
    if (report.unchanged > 0)
        parts << Tr::tr("%1 个与原来相同").arg(report.unchanged);
    if (!report.refused.isEmpty())
        parts << Tr::tr("%1 个未填入").arg(report.refused.size());
    if (report.rowsLeft > 0)
        parts << Tr::tr("列表到此结束，多出的 %1 行未粘贴").arg(report.rowsLeft);
    if (report.columnsLeft > 0)
        parts << Tr::tr("右侧没有更多的列，多出的 %1 列未粘贴").arg(report.columnsLeft);
    return parts.join(QStringLiteral("；")) + QStringLiteral("。");
}

QString pasteDetails(const PasteReport &report)
{
    QStringList lines;
    for (const auto &one : report.refused) {
        if (lines.size() == linesSaid) {
            lines << Tr::tr("…… 另有 %1 个").arg(report.refused.size() - linesSaid);
            break;
        }
        auto text = one.text.simplified();
        if (text.size() > charactersSaid)
            text = text.left(charactersSaid) + QStringLiteral("…");
        lines << Tr::tr("第 %1 行「%2」：%3（%4）").arg(one.row).arg(one.column, text, one.reason);
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace ui
