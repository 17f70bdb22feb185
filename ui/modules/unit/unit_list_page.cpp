#include "ui/modules/unit/unit_list_page.h"

#include "ui/modules/unit/unit_columns.h"
#include "ui/modules/unit/unit_removal.h"

#include <QItemSelectionModel>
#include <QPushButton>

namespace ui {

UnitListPage::UnitListPage(const Desk &desk, service::UnitService &units, QWidget *parent)
    : ListPage(QStringLiteral("unit.list"), tr("单位管理"), parent), m_desk(desk), m_units(units)
{
    header()->setSubtitle(tr("在这台电脑上登录过的单位；每个单位的数据各自独立"));
    m_model = new ListModel<domain::KnownUnit>(
        knownUnitColumns(desk.unit(), true), [](const domain::KnownUnit &u) { return u.registrationId; }, this);
    table()->setListModel(m_model);
    setEmptyText(Icon::Unit, tr("还没有添加单位"), tr("没有符合条件的单位"));
    buildActions();
    query()->addText(QStringLiteral("name"), tr("单位名称"), 200);
    query()->addText(QStringLiteral("taxNumber"), tr("纳税人识别号"), 190);
    connect(query(), &QueryBar::searchRequested, this, &UnitListPage::arrange);
    connect(query(), &QueryBar::resetRequested, this, &UnitListPage::arrange);
}

void UnitListPage::buildActions()
{
    auto *add = actions()->addButton(QStringLiteral("add"), tr("添加单位"), Icon::Add, ButtonKind::Primary);
    m_switch = actions()->addButton(QStringLiteral("switch"), tr("切换到此单位"), Icon::Switch);
    m_remove = actions()->addButton(QStringLiteral("remove"), tr("移除"), Icon::Delete);
    connect(add, &QPushButton::clicked, this, &UnitListPage::addRequested);
    connect(m_switch, &QPushButton::clicked, this, [this] { askToSwitch(selected()); });
    connect(m_remove, &QPushButton::clicked, this, &UnitListPage::remove);
    connect(table(), &TableView::linkActivated, this, [this](const QString &key) { askToSwitch(key); });
    connect(table(), &TableView::rowActivated, this, &UnitListPage::askToSwitch);
    const auto render = [this] {
        const auto unit = selected();
        const bool other = !unit.isEmpty() && unit != m_desk.unit();
        m_switch->setEnabled(other);
        m_remove->setEnabled(other);
        m_remove->setToolTip(unit == m_desk.unit() ? tr("当前单位不能移除，请先切换到其他单位") : QString());
    };
    connect(table()->selectionModel(), &QItemSelectionModel::selectionChanged, this, render);
    connect(m_model, &QAbstractItemModel::modelReset, this, render);
    render();
}

QString UnitListPage::selected() const
{
    const auto rows = table()->selectionModel()->selectedRows();
    return rows.size() == 1 ? m_model->keyOf(rows.first()) : QString();
}

void UnitListPage::load()
{
    showLoading();
    m_work = m_desk.jobs.run(
        this, [&units = m_units](base::Job &) { return units.knownUnits(); },
        [this](base::Result<QVector<domain::KnownUnit>> known) {
            if (!known) {
                showError(known.error(), [this] { load(); });
                return;
            }
            m_all.assign(known->cbegin(), known->cend());
            arrange();
        });
}

/// The list is short and local: 查询 happens here.
void UnitListPage::arrange()
{
    const auto name = query()->text(QStringLiteral("name"));
    const auto number = query()->text(QStringLiteral("taxNumber"));
    std::vector<domain::KnownUnit> shown;
    for (const auto &unit : m_all) {
        if (unit.name.contains(name, Qt::CaseInsensitive) && unit.taxNumber.contains(number, Qt::CaseInsensitive))
            shown.push_back(unit);
    }
    m_model->setRows(std::move(shown));
    actions()->setCounter(QStringLiteral("total"), tr("单位数"), QString::number(m_all.size()));
    showRows();
}

void UnitListPage::askToSwitch(const QString &unit)
{
    if (!unit.isEmpty() && unit != m_desk.unit())
        Q_EMIT switchRequested(unit);
}

void UnitListPage::remove()
{
    const auto *unit = m_model->rowByKey(selected());
    if (!unit)
        return;
    const auto id = unit->registrationId;
    const auto name = unit->name;
    auto *dialog = new UnitRemoval(*unit, m_desk.jobs, m_units, m_desk.prompt, this);
    connect(dialog, &UnitRemoval::chosen, this, [this, id, name](bool erase) {
        const auto work = [&units = m_units, id, erase](base::Job &job) { return units.remove(id, erase, job); };
        showProgress(erase ? tr("正在清除「%1」的本机数据").arg(name) : tr("正在移除「%1」").arg(name), {});
        m_desk.jobs.run(
            this, work,
            [this, name](base::Result<void> done) {
                hideProgress();
                // Something may have gone before it failed.
                strip()->show(done ? MessageStrip::Message{.tone = Tone::Success, .text = tr("已移除「%1」").arg(name)}
                                   : errorMessage(done.error(), {}, m_desk.logInAgain, m_desk.openNetworkSettings));
                load();
            },
            [this](qint64 done, qint64 total) { setProgress(done, total); });
    });
    dialog->open();
}

}  // namespace ui
