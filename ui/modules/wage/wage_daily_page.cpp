#include "ui/modules/wage/wage_daily_page.h"

#include "domain/document.h"
#include "ui/modules/wage/draft_edits.h"
#include "ui/modules/wage/wage_add_dialog.h"
#include "ui/modules/wage/wage_bulk_dialog.h"
#include "ui/modules/wage/wage_columns.h"
#include "ui/shell/submission_page.h"

namespace ui {

using domain::WageDraftLine;

WageDailyPage::WageDailyPage(const Desk &desk, service::WageService &wages, service::StaffService &staff, QWidget *parent)
    : ListPage(QStringLiteral("wage.daily"), tr("日常缴费工资申报"), parent), m_desk(desk), m_wages(wages), m_staff(staff),
      m_edits(std::make_shared<DraftEdits>(wages, desk.unit(), kind))
{
    setHint({tr("需要调整职工缴费工资时，添加职工并填写新缴费工资和生效年月，然后提交申报。"),
             tr("带 * 的列必须填写，可在列表中直接编辑；每次填写都会自动保存，下次打开可继续。"),
             tr("提交后请到「缴费工资申报记录」获取税务端的反馈。")});
    buildActions();
    buildQuery();
    buildTable();
    setEmptyText(Icon::Wage, tr("还没有要申报的职工，点击「添加」开始"), tr("没有符合条件的职工"));
    connectErrors(this, m_desk);
    updateCounters();
}

void WageDailyPage::buildActions()
{
    m_submit = actions()->addButton(QStringLiteral("submit"), tr("提交申报"), Icon::Send, ButtonKind::Primary);
    connect(m_submit, &QPushButton::clicked, this, &WageDailyPage::submit);
    auto *add = actions()->addMenu(QStringLiteral("add"), tr("添加"), Icon::Add);
    auto *one = actions()->addEntry(add, QStringLiteral("addOne"), tr("单个录入"), Icon::PersonAdd);
    auto *all = actions()->addEntry(add, QStringLiteral("addAll"), tr("添加所有正常缴费的职工"), Icon::People);
    connect(one, &QAction::triggered, this, &WageDailyPage::addOne);
    connect(all, &QAction::triggered, this, &WageDailyPage::addAll);
    buildFileEntries(add);
    m_change = actions()->addButton(QStringLiteral("change"), tr("批量修改"), Icon::Edit);
    connect(m_change, &QPushButton::clicked, this, &WageDailyPage::changeChecked);
    m_remove = actions()->addButton(QStringLiteral("remove"), tr("删除"), Icon::Delete);
    connect(m_remove, &QPushButton::clicked, this, &WageDailyPage::removeChecked);
}

void WageDailyPage::buildQuery()
{
    QVector<QueryBar::Choice> types;
    for (const auto &type : domain::documentTypes())
        types.append({type.code, type.name});
    query()->addText(QStringLiteral("name"), tr("姓名"), 110);
    query()->addChoice(QStringLiteral("documentType"), tr("证件类型"), types);
    query()->addText(QStringLiteral("documentNumber"), tr("证件号码"), 180);
    connect(query(), &QueryBar::searchRequested, this, &WageDailyPage::showLines);
    connect(query(), &QueryBar::resetRequested, this, &WageDailyPage::showLines);
}

void WageDailyPage::buildTable()
{
    m_model = new ListModel<WageDraftLine>(wageDraftColumns(), &wageDraftKey, this);
    m_model->setCheckable(true);
    table()->setListModel(m_model);
    table()->setCellValidator([this](const QString &, const QString &columnId, const QString &text) {
        return flawOf(columnId, text);
    });
    connect(m_model, &ListModelBase::cellsEdited, this, [this](const CellEdits &edits) {
        for (const auto &edit : edits)
            edited(edit.key, edit.columnId, edit.text);
    });
    connect(m_model, &ListModelBase::checkedChanged, this, &WageDailyPage::updateCounters);
}

void WageDailyPage::opened()
{
    reload();
}

void WageDailyPage::reload(std::function<void()> then)
{
    showLoading();
    auto &wages = m_wages;
    m_reading = m_desk.jobs.run(
        this,
        [&wages, edits = m_edits, unit = m_desk.unit()](base::Job &) -> base::Result<QVector<WageDraftLine>> {
            if (const auto written = edits->write(); !written)
                return written.error();
            return wages.draft(unit, kind);
        },
        [this, then = std::move(then), before = m_editCount](base::Result<QVector<WageDraftLine>> read) {
            if (!read)
                return showError(read.error(), [this] { reload(); });
            if (before != m_editCount)
                return reload(then);  // a cell was committed while the draft was being read
            m_lines = std::move(*read);
            showLines();
            if (then)
                then();
        });
}

bool WageDailyPage::shows(const WageDraftLine &line) const
{
    const auto name = query()->text(QStringLiteral("name"));
    const auto type = query()->code(QStringLiteral("documentType"));
    const auto number = domain::normalizedDocument(query()->text(QStringLiteral("documentNumber")));
    return (name.isEmpty() || name == line.name) && (type.isEmpty() || type == line.documentType)
        && (number.isEmpty() || number == line.documentNumber);
}

void WageDailyPage::showLines()
{
    std::vector<WageDraftLine> shown;
    for (const auto &line : m_lines) {
        if (shows(line))
            shown.push_back(line);
    }
    m_model->setRows(std::move(shown));
    showRows();
    updateCounters();
}

void WageDailyPage::updateCounters()
{
    qint64 unfinished = 0;
    for (const auto &line : m_lines)
        unfinished += !line.newWage || !line.effectiveMonth ? 1 : 0;
    actions()->setCounter(QStringLiteral("total"), tr("总人数"), QString::number(m_lines.size()));
    actions()->setCounter(QStringLiteral("unfinished"), tr("待填写"), QString::number(unfinished));
    actions()->setCounter(QStringLiteral("checked"), tr("选中"), QString::number(m_model ? m_model->checkedCount() : 0));
    m_submit->setEnabled(!m_lines.isEmpty());
    const bool chosen = m_model && m_model->checkedCount() > 0;
    m_change->setEnabled(chosen);
    m_remove->setEnabled(chosen);
    m_exportChecked->setEnabled(chosen);
    m_exportAll->setEnabled(!m_lines.isEmpty());
}

QString WageDailyPage::flawOf(const QString &columnId, const QString &text) const
{
    const auto &rules = m_desk.profile.pack.wage;
    if (columnId == QLatin1String("wage"))
        return wageReason(rules, text);
    return effectiveMonthReason(rules, domain::Month::of(m_desk.clock.today()), text);
}

/// The list shows the edit at once; the disk follows on a worker.
void WageDailyPage::edited(const QString &key, const QString &columnId, const QString &text)
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [&](const WageDraftLine &line) { return wageDraftKey(line) == key; });
    if (found == m_lines.end() || !flawOf(columnId, text).isEmpty())
        return;
    if (columnId == QLatin1String("wage")) {
        found->newWage = domain::moneyFromTyped(text, m_desk.profile.pack.wage.maximum).amount;
        m_edits->put(storeKey(*found), found->newWage);
    } else {
        found->effectiveMonth = domain::monthFromTyped(text);
        m_edits->put(storeKey(*found), found->effectiveMonth);
    }
    ++m_editCount;
    m_model->updateRow(*found);
    updateCounters();
    writeEdits();
}

void WageDailyPage::writeEdits()
{
    m_desk.jobs.run(
        this, [edits = m_edits](base::Job &) { return edits->write(); },
        [this](base::Result<void> written) {
            if (!written)
                showError(written.error(), [this] { writeEdits(); });
        });
}

void WageDailyPage::addOne()
{
    auto *dialog = new WageAddDialog(m_desk, m_wages, m_staff, this);
    connect(dialog, &WageAddDialog::added, this, [this] { reload(); });
    dialog->open();
}

void WageDailyPage::addAll()
{
    auto &wages = m_wages;
    m_desk.jobs.run(
        this, [&wages, unit = m_desk.unit()](base::Job &) { return wages.addAllContributing(unit, kind); },
        [this](base::Result<qint64> added) {
            hideProgress();
            if (!added)
                return showError(added.error(), [this] { addAll(); });
            const auto text = *added > 0 ? tr("已添加 %1 名正常缴费的职工。").arg(*added)
                                         : tr("没有可添加的职工：正常缴费的职工都已在列表中，或尚未更新职工参保信息。");
            reload([this, text] { strip()->show(Tone::Info, text); });
        });
    showProgress(tr("正在添加…"), {});
}

void WageDailyPage::changeChecked()
{
    const auto chosen = m_model->checkedRows();
    const auto withoutWage = std::count_if(chosen.begin(), chosen.end(), [](const auto &line) { return !line.oldWage; });
    auto *dialog = new WageBulkDialog(m_desk, qint64(chosen.size()), withoutWage, this);
    connect(dialog, &WageBulkDialog::confirmed, this, [this, chosen](const service::WageChange &wanted) {
        change(QVector<WageDraftLine>(chosen.begin(), chosen.end()), wanted);
    });
    dialog->open();
}

void WageDailyPage::change(const QVector<WageDraftLine> &lines, const service::WageChange &wanted)
{
    auto &wages = m_wages;
    m_desk.jobs.run(
        this,
        [&wages, edits = m_edits, unit = m_desk.unit(), lines, wanted,
         maximum = m_desk.profile.pack.wage.maximum](base::Job &) -> base::Result<qint64> {
            if (const auto written = edits->write(); !written)
                return written.error();
            return wages.change(unit, kind, lines, wanted, maximum);
        },
        [this, wanted, count = lines.size()](base::Result<qint64> changed) {
            hideProgress();
            if (!changed)
                return showError(changed.error());
            const bool byWage = wanted.amount || wanted.ratioPpm;
            const auto text = byWage ? tr("已修改 %1 人的新缴费工资。").arg(*changed) : tr("已修改 %1 人的生效年月。").arg(count);
            const auto left = byWage && *changed < count
                ? tr("其余 %1 人没有原缴费工资，或修改后超过上限，工资不变。").arg(count - *changed)
                : QString();
            reload([this, text, left] { strip()->show(left.isEmpty() ? Tone::Success : Tone::Warning, text + left); });
        });
    showProgress(tr("正在修改…"), {});
}

void WageDailyPage::removeChecked()
{
    QVector<store::WageDraftKey> keys;
    for (const auto &line : m_model->checkedRows())
        keys.append(storeKey(line));
    m_desk.prompt.ask(this,
                      {.title = tr("删除"),
                       .text = tr("确定删除选中的 %1 条数据吗？").arg(keys.size()),
                       .detail = tr("只从本次申报中移除，不影响职工参保信息。"),
                       .confirmText = tr("删除"),
                       .danger = true},
                      [this, keys](bool yes) {
                          if (yes)
                              removeKeys(keys);
                      });
}

void WageDailyPage::removeKeys(const QVector<store::WageDraftKey> &keys)
{
    auto &wages = m_wages;
    m_desk.jobs.run(
        this,
        [&wages, edits = m_edits, unit = m_desk.unit(), keys](base::Job &) -> base::Result<void> {
            if (const auto written = edits->write(); !written)
                return written;
            return wages.remove(unit, kind, keys);
        },
        [this, count = keys.size()](base::Result<void> removed) {
            if (!removed)
                return showError(removed.error());
            reload([this, count] { strip()->show(Tone::Success, tr("已删除 %1 条数据。").arg(count)); });
        });
}

}  // namespace ui
