// Who is in the draft: 添加, 批量修改, 删除 (W4, W6, W7).

#include "ui/modules/wage/draft_edits.h"
#include "ui/modules/wage/unit_number_dialog.h"
#include "ui/modules/wage/wage_add_dialog.h"
#include "ui/modules/wage/wage_bulk_dialog.h"
#include "ui/modules/wage/wage_draft_page.h"
#include "ui/widgets/grouped.h"

#include <QAction>
#include <QMenu>

namespace ui {

using domain::WageDraftLine;

void WageDraftPage::buildPeopleEntries(QMenu *add)
{
    auto *one = actions()->addEntry(add, QStringLiteral("addOne"), tr("单个录入"), Icon::PersonAdd);
    auto *all = actions()->addEntry(add, QStringLiteral("addAll"), tr("添加所有正常缴费的职工"), Icon::People);
    auto *byNumber = actions()->addEntry(add, QStringLiteral("addByUnitNumber"), tr("按单位编号添加职工"), Icon::Unit);
    connect(one, &QAction::triggered, this, &WageDraftPage::addOne);
    connect(all, &QAction::triggered, this, [this] { addContributing({}); });
    connect(byNumber, &QAction::triggered, this, &WageDraftPage::addByUnitNumber);
}

void WageDraftPage::addOne()
{
    auto *dialog = new WageAddDialog(m_desk, m_wages, m_staff, target(), this);
    connect(dialog, &WageAddDialog::added, this, [this] { reload(); });
    dialog->open();
}

void WageDraftPage::addByUnitNumber()
{
    auto *dialog = new UnitNumberDialog(m_desk, m_staff, this);
    connect(dialog, &UnitNumberDialog::chosen, this, [this](const QStringList &numbers) { addContributing({numbers}); });
    dialog->open();
}

void WageDraftPage::addContributing(const store::WageDraftPeople &people)
{
    auto &wages = m_wages;
    m_desk.jobs.run(
        this,
        [&wages, unit = m_desk.unit(), form = m_form, people](base::Job &) { return wages.addContributing(unit, form, people); },
        [this, people](base::Result<qint64> added) {
            hideProgress();
            if (!added)
                return showError(added.error(), [this, people] { addContributing(people); });
            const auto text = *added > 0 ? tr("已添加 %1 条正常缴费的职工。").arg(grouped(*added))
                                         : tr("没有可添加的职工：正常缴费的职工都已在列表中，或尚未更新职工参保信息。");
            reload([this, text] { strip()->show(Tone::Info, text); });
        });
    showProgress(tr("正在添加…"), {});
}

/// The chosen are counted on a worker: they may be everybody.
void WageDraftPage::changeChecked()
{
    struct Chosen {
        qint64 people = 0;
        qint64 withoutWage = 0;
    };
    const auto count = [contents = m_model->contents()](base::Job &) {
        const auto chosen = contents.checked();
        const auto withoutWage = std::count_if(chosen.begin(), chosen.end(), [](const WageDraftLine &line) {
            return std::none_of(line.wages.cbegin(), line.wages.cend(), [](const auto &wage) { return wage.oldWage.has_value(); });
        });
        return Chosen{qint64(chosen.size()), withoutWage};
    };
    m_choosing = m_desk.jobs.run(this, count, [this](const Chosen &chosen) {
        auto *dialog = new WageBulkDialog(m_desk, target(), chosen.people, chosen.withoutWage, this);
        connect(dialog, &WageBulkDialog::confirmed, this, &WageDraftPage::change);
        dialog->open();
    });
}

void WageDraftPage::change(const service::WageChange &wanted)
{
    struct Changed {
        qint64 wages = 0;
        qint64 people = 0;
    };
    const auto work = [&wages = m_wages, unit = m_desk.unit(), form = m_form, contents = m_model->contents(), wanted,
                       maximum = rules().maximum](base::Job &) -> base::Result<Changed> {
        auto lines = contents.checked();
        const auto changed = wages.change(unit, form, {lines.begin(), lines.end()}, wanted, maximum);
        return changed ? base::Result<Changed>(Changed{*changed, qint64(lines.size())}) : changed.error();
    };
    m_desk.jobs.run(this, afterEdits(m_edits, work), [this, wanted](base::Result<Changed> done) {
        hideProgress();
        if (!done)
            return showError(done.error());
        const bool byWage = wanted.amount || wanted.ratioPpm;
        const auto text = byWage ? tr("已修改 %1 条的新缴费工资。").arg(done->wages) : tr("已修改 %1 条的生效年月。").arg(done->people);
        const auto left = byWage && done->wages < done->people
            ? tr("其余 %1 条没有原缴费工资，或修改后超过上限，工资不变。").arg(done->people - done->wages)
            : QString();
        reload([this, text, left] { strip()->show(left.isEmpty() ? Tone::Success : Tone::Warning, text + left); });
    });
    showProgress(tr("正在修改…"), {});
}

void WageDraftPage::removeChecked()
{
    const auto people = m_model->checkedKeys();  // wageDraftKey
    m_desk.prompt.ask(this,
                      {.title = tr("删除"),
                       .text = tr("确定删除选中的 %1 条数据吗？").arg(people.size()),
                       .detail = tr("只从本次申报中移除，不影响职工参保信息。"),
                       .confirmText = tr("删除"),
                       .danger = true},
                      [this, people](bool yes) {
                          if (yes)
                              removePeople(people);
                      });
}

void WageDraftPage::removePeople(const QSet<QString> &staffIds)
{
    auto &wages = m_wages;
    m_desk.jobs.run(
        this,
        afterEdits(m_edits, [&wages, unit = m_desk.unit(), form = m_form, staffIds](base::Job &) {
            return wages.remove(unit, form, staffIds.values());
        }),
        [this, count = staffIds.size()](base::Result<void> removed) {
            if (!removed)
                return showError(removed.error());
            reload([this, count] { strip()->show(Tone::Success, tr("已删除 %1 条数据。").arg(count)); });
        });
}

}  // namespace ui
