#include "ui/modules/declared/declared_page.h"

#include "domain/document.h"
#include "ui/models/amount_text.h"
#include "ui/modules/declared/declared_columns.h"
#include "ui/shell/sheet_export.h"
#include "ui/shell/window_source.h"
#include "ui/widgets/grouped.h"

namespace ui {

namespace {

using domain::DeclaredPerson;
using service::DeclaredSync;

const QString kPeriod = QStringLiteral("period");

QVector<QueryBar::Choice> choicesOf(const QStringList &texts)
{
    QVector<QueryBar::Choice> choices;
    for (const auto &text : texts)
        choices.append({text, text});
    return choices;
}

QVector<QueryBar::Choice> choicesOf(const QVector<domain::CodeName> &names)
{
    QVector<QueryBar::Choice> choices;
    for (const auto &name : names)
        choices.append({name.code, name.name});
    return choices;
}

}  // namespace

DeclaredPage::DeclaredPage(const Desk &desk, service::DeclaredService &declared, QWidget *parent)
    : ListPage(QStringLiteral("query.declared"), tr("社保费申报明细查询"), parent), m_desk(desk), m_declared(declared)
{
    m_model = new ListModel<DeclaredPerson>(
        declaredColumns(), [](const DeclaredPerson &row) { return row.key; }, this);
    table()->setListModel(m_model);
    setHint({tr("只显示申报状态为「申报成功」的社保费申报记录的人员明细。"),
             tr("列表显示已下载到本机的明细；选择费款所属期后点击「查询」，会从税务端下载这些月份的明细。")});
    setEmptyText(Icon::List, tr("本机还没有申报明细，请选择费款所属期后点击「查询」"),
                 tr("所选条件下没有申报成功的明细"));
    buildActions();
    buildQuery();
}

void DeclaredPage::buildActions()
{
    auto *update = actions()->addButton(QStringLiteral("update"), tr("更新"), Icon::Sync);
    update->setToolTip(tr("重新下载所选费款所属期的明细；没有选择时下载最近两个月"));
    connect(update, &QPushButton::clicked, this, [this] {
        const auto present = domain::Month::of(m_desk.clock.today());
        fetch(monthsOf(*query(), kPeriod).value_or(domain::MonthRange{present - 1, present}), DeclaredSync::Full);
    });
    m_export = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_export->setEnabled(false);
    connect(m_export, &QPushButton::clicked, this, &DeclaredPage::exportRows);
}

void DeclaredPage::buildQuery()
{
    addQuickSearch(tr("姓名/拼音首字母/证件号码"));
    connect(this, &ListPage::quickSearchRequested, this, &DeclaredPage::showFound);
    query()->addMonthRange(kPeriod, tr("费款所属期"));
    query()->addText(QStringLiteral("name"), tr("姓名"), 110);
    QVector<QueryBar::Choice> types;
    for (const auto &type : domain::documentTypes())
        types.append({type.code, type.name});
    query()->addChoice(QStringLiteral("documentType"), tr("证件类型"), types, 150);
    query()->addText(QStringLiteral("documentNumber"), tr("证件号码"), 170);
    query()->addChoice(QStringLiteral("unitNumber"), tr("单位编号"), {}, 120);
    query()->addChoice(QStringLiteral("agency"), tr("社保经办机构"), {}, 170);
    query()->addChoice(QStringLiteral("collectionItem"), tr("征收项目"), {}, 170);
    query()->addChoice(QStringLiteral("category"), tr("征收品目"), {}, 190);
    query()->addChoice(QStringLiteral("subcategory"), tr("征收子目"), {}, 120);
    connect(query(), &QueryBar::searchRequested, this, &DeclaredPage::search);
    connect(query(), &QueryBar::resetRequested, this, &DeclaredPage::showFound);
}

void DeclaredPage::opened()
{
    if (m_fetch.isRunning())
        return;
    showLoading();
    loadOverview();
    showFound();
}

void DeclaredPage::loadOverview()
{
    const auto read = [&declared = m_declared, unit = m_desk.unit()](base::Job &) { return declared.overview(unit); };
    m_overviewWork = m_desk.jobs.run(this, read, [this](base::Result<service::DeclaredOverview> overview) {
        if (!overview)
            return;  // the list says it
        header()->setAge(overview->loadedAt, m_desk.clock.now());
        showChoices(overview->choices);
    });
}

void DeclaredPage::showChoices(const domain::DeclaredChoices &choices)
{
    const auto set = [this](const char *id, const QVector<QueryBar::Choice> &offered) {
        const QString field = QLatin1String(id);
        const QString chosen = query()->code(field);
        query()->setChoices(field, offered);
        query()->setCode(field, chosen);
    };
    set("unitNumber", choicesOf(choices.unitNumbers));
    set("agency", choicesOf(choices.agencies));
    set("collectionItem", choicesOf(choices.collectionItems));
    set("category", choicesOf(choices.categories));
    set("subcategory", choicesOf(choices.subcategories));
}

domain::DeclaredQuery DeclaredPage::typedQuery() const
{
    domain::DeclaredQuery wanted;
    if (const auto months = monthsOf(*query(), kPeriod)) {
        wanted.from = months->from;
        wanted.to = months->to;
    }
    wanted.quick = quickText();
    wanted.name = query()->text(QStringLiteral("name"));
    wanted.documentType = query()->code(QStringLiteral("documentType"));
    wanted.documentNumber = domain::normalizedDocument(query()->text(QStringLiteral("documentNumber")));
    wanted.unitNumber = query()->code(QStringLiteral("unitNumber"));
    wanted.agencyName = query()->code(QStringLiteral("agency"));
    wanted.collectionItem = query()->code(QStringLiteral("collectionItem"));
    wanted.category = query()->code(QStringLiteral("category"));
    wanted.subcategory = query()->code(QStringLiteral("subcategory"));
    return wanted;
}

/// With a period the tax side is asked first (manual 3.1.8.3); without one, what is here is looked through.
void DeclaredPage::search()
{
    strip()->clear();
    if (const auto months = monthsOf(*query(), kPeriod))
        fetch(*months, DeclaredSync::Due);
    else
        showFound();
}

void DeclaredPage::fetch(domain::MonthRange months, DeclaredSync mode)
{
    if (m_fetch.isRunning())
        return;
    strip()->clear();
    m_failure.reset();
    showProgress(tr("正在下载 %1 的申报明细").arg(domain::monthsText(months)), [this] { m_fetch.cancel(); });
    m_fetch = m_desk.jobs.run(
        this,
        [&declared = m_declared, unit = m_desk.unit(), months, mode](base::Job &job) {
            return declared.sync(unit, months, mode, job);
        },
        [this, months, mode](base::Result<qint64> rows) {
            hideProgress();
            if (!rows && rows.error().kind == base::Error::Kind::Cancelled) {
                strip()->show({.tone = Tone::Warning,
                               .text = tr("下载已取消。已经下载的部分保留在本机，再次查询时从中断处继续"),
                               .actions = {{QStringLiteral("continue"), tr("继续"),
                                            [this, months, mode] { fetch(months, mode); }}}});
            } else if (!rows) {
                m_failure = rows.error();
                m_retry = [this, months, mode] { fetch(months, mode); };
            } else if (*rows > 0) {
                strip()->show(Tone::Success, tr("本次共下载 %1 条申报明细").arg(grouped(*rows)));
            }
            loadOverview();
            showFound();
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
}

void DeclaredPage::showFound()
{
    const auto wanted = typedQuery();
    const auto find = [&declared = m_declared, unit = m_desk.unit(), wanted](base::Job &) {
        return declared.totals(unit, wanted);
    };
    m_findWork = m_desk.jobs.run(this, find, [this, wanted](base::Result<domain::DeclaredTotals> found) {
        if (!found)
            return showError(found.error(), [this] { showFound(); });
        showRowsOf(wanted, *found);
    });
}

void DeclaredPage::showRowsOf(const domain::DeclaredQuery &wanted, const domain::DeclaredTotals &found)
{
    const auto read = [&declared = m_declared, unit = m_desk.unit(), wanted](qint64 offset, qint64 limit) {
        return declared.window(unit, wanted, offset, limit);
    };
    m_count = found.rows;
    m_model->setSource(windowSource<DeclaredPerson>(this, m_desk.jobs, read, [this] { showFound(); }), m_count);
    m_shown = wanted;
    m_export->setEnabled(m_count > 0);
    showTotals(found);
    showRows();
    if (!m_failure)
        return;
    showError(*m_failure, m_retry);
    if (m_count > 0)
        m_failure.reset();
}

void DeclaredPage::showTotals(const domain::DeclaredTotals &totals)
{
    actions()->setCounter(QStringLiteral("found"), tr("查询结果"), tr("%1 条").arg(grouped(totals.rows)));
    if (totals.rows == 0)
        return this->totals()->setTotals({});
    this->totals()->setTotals({{tr("条数"), grouped(totals.rows)},
                               {tr("应缴费额"), yuanText(totals.due)},
                               {tr("减免费额"), yuanText(totals.relief)},
                               {tr("应补(退)费额"), yuanText(totals.payable)},
                               {tr("其中已到账"), yuanText(totals.received)}});
}

void DeclaredPage::exportRows()
{
    const auto read = [&declared = m_declared, unit = m_desk.unit(), wanted = m_shown](qint64 offset, qint64 limit) {
        return declared.window(unit, wanted, offset, limit);
    };
    exportSheet(this, m_desk, windowedSheetOf(tr("社保费申报明细"), declaredColumns(), m_count, read), tr("条"));
}

}  // namespace ui
