#include "ui/modules/staff/staff_page.h"

#include "domain/document.h"
#include "ui/modules/staff/staff_change_dialog.h"
#include "ui/modules/staff/staff_columns.h"
#include "ui/modules/staff/staff_detail_dialog.h"
#include "ui/modules/staff/staff_sheet.h"
#include "ui/shell/sheet_export.h"
#include "ui/widgets/card.h"
#include "ui/widgets/grouped.h"

namespace ui {

namespace {

using service::StaffSync;

QVector<QueryBar::Choice> stateChoices()
{
    QVector<QueryBar::Choice> choices;
    for (int state = 0; state <= int(domain::ContributionState::Ended); ++state)
        choices.append({QString::number(state), contributionStateName(static_cast<domain::ContributionState>(state))});
    return choices;
}

}  // namespace

StaffPage::StaffPage(const Desk &desk, service::StaffService &staff, QWidget *parent)
    : ListPage(QStringLiteral("staff.list"), tr("职工参保信息"), parent), m_desk(desk), m_staff(staff)
{
    m_model = new ListModel<domain::Staff>(staffColumns(), [](const domain::Staff &s) { return s.id; }, this);
    m_model->setCheckable(true);
    table()->setListModel(m_model);
    setEmptyText(Icon::People, tr("本单位还没有参保职工"), tr("没有符合条件的职工"));
    buildHeader();
    buildActions();
    buildQuery();
    connect(m_model, &ListModelBase::sortRequested, this, [this](const QString &column, Qt::SortOrder order) {
        m_order = staffOrder(column);
        m_descending = order == Qt::DescendingOrder;
        search();
    });
    connect(m_model, &ListModelBase::checkedChanged, this, &StaffPage::updateChecked);
    connect(table(), &TableView::linkActivated, this, &StaffPage::openDetail);
    connect(table(), &TableView::rowActivated, this, &StaffPage::openDetail);
}

void StaffPage::buildHeader()
{
    const auto add = [this](const char *id, const QString &caption) {
        auto *figure = new Figure(caption);
        figure->setObjectName(pageId() + QLatin1Char('.') + QLatin1String(id));
        figure->setValue(QStringLiteral("—"));
        header()->addRight(figure);
        return figure;
    };
    m_total = add("total", tr("职工总数"));
    m_normal = add("normal", tr("正常缴费职工数"));
    m_stopped = add("stopped", tr("停止缴费职工数"));
    m_stopped->setToolTip(tr("停止缴费包括未缴费、暂停缴费和终止缴费；在任何一个单位编号下正常缴费的职工不在其中"));
}

void StaffPage::buildActions()
{
    auto *update = actions()->addMenu(QStringLiteral("update"), tr("更新"), Icon::Sync);
    auto *changes = actions()->addEntry(update, QStringLiteral("update.incremental"), tr("增量更新"), Icon::Sync);
    auto *all = actions()->addEntry(update, QStringLiteral("update.full"), tr("全量更新"), Icon::CloudDownload);
    connect(changes, &QAction::triggered, this, [this] { syncNow(StaffSync::Incremental); });
    connect(all, &QAction::triggered, this, [this] { syncNow(StaffSync::Full); });
    auto *updated = actions()->addButton(QStringLiteral("changes"), tr("更新数据导出"), Icon::Spreadsheet);
    connect(updated, &QPushButton::clicked, this, [this] { (new StaffChangeDialog(m_desk, m_staff, this))->open(); });
    auto *exports = actions()->addMenu(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_exportChecked = actions()->addEntry(exports, QStringLiteral("exportChecked"), tr("选中职工"));
    auto *everybody = actions()->addEntry(exports, QStringLiteral("exportAll"), tr("全部职工"));
    connect(m_exportChecked, &QAction::triggered, this, &StaffPage::exportChecked);
    connect(everybody, &QAction::triggered, this, &StaffPage::exportAll);
    updateChecked();
}

void StaffPage::buildQuery()
{
    addQuickSearch(tr("姓名/拼音首字母/证件号码"));
    query()->quickSearch()->setToolTip(
        tr("输入姓名的一部分、拼音首字母（如 zs）或证件号码中连续的至少 4 位；用空格隔开可同时满足"));
    connect(this, &ListPage::quickSearchRequested, this, &StaffPage::search);
    query()->addText(QStringLiteral("name"), tr("姓名"), 120);
    QVector<QueryBar::Choice> types;
    for (const auto &type : domain::documentTypes())
        types.append({type.code, type.name});
    query()->addChoice(QStringLiteral("documentType"), tr("证件类型"), types, 170);
    query()->addText(QStringLiteral("documentNumber"), tr("证件号码"), 180);
    query()->addChoice(QStringLiteral("state"), tr("缴费状态"), stateChoices(), 110);
    query()->addChoice(QStringLiteral("unitNumber"), tr("单位编号"), {}, 130);
    connect(query(), &QueryBar::searchRequested, this, &StaffPage::search);
    connect(query(), &QueryBar::resetRequested, this, &StaffPage::search);
}

void StaffPage::opened()
{
    if (!m_sync.isRunning())
        loadOverview();
}

/// What is here, and with that whether a download is due: on the first visit ever, and after one was cut off.
void StaffPage::loadOverview()
{
    showLoading();
    const auto read = [&staff = m_staff, unit = m_desk.unit()](base::Job &) { return staff.overview(unit); };
    m_overviewWork = m_desk.jobs.run(this, read, [this](base::Result<service::StaffOverview> overview) {
        if (!overview) {
            showError(overview.error(), [this] { loadOverview(); });
            return;
        }
        showOverview(*overview);
        const bool due = !overview->syncedAt.isValid() || overview->interrupted;
        if (due && std::exchange(m_firstVisit, false))
            syncNow(StaffSync::Auto);
        else
            search();
    });
}

void StaffPage::showOverview(const service::StaffOverview &overview)
{
    const auto &counts = overview.counts;
    const bool known = overview.syncedAt.isValid();  // of a first download that goes on, nothing is
    const auto figure = [known](qint64 count) { return known ? grouped(count) : QStringLiteral("—"); };
    m_total->setValue(figure(counts.total));
    m_normal->setValue(figure(counts.normal), known ? TonedLabel::Role::Success : TonedLabel::Role::Normal);
    m_stopped->setValue(figure(counts.stopped));
    header()->setAge(overview.syncedAt, m_desk.clock.now());
    m_interrupted = overview.interrupted;
    loadUnitNumbers();
}

/// They come when they come: the rows do not wait for them.
void StaffPage::loadUnitNumbers()
{
    const auto read = [&staff = m_staff, unit = m_desk.unit()](base::Job &) { return staff.unitNumbers(unit); };
    m_numbersWork = m_desk.jobs.run(this, read, [this](base::Result<QStringList> found) {
        QVector<QueryBar::Choice> numbers;
        for (const auto &number : found ? *found : QStringList())
            numbers.append({number, number});
        const auto chosen = query()->code(QStringLiteral("unitNumber"));
        query()->setChoices(QStringLiteral("unitNumber"), numbers);
        query()->setCode(QStringLiteral("unitNumber"), chosen);
    });
}

void StaffPage::syncNow(service::StaffSync mode)
{
    if (m_sync.isRunning())
        return;
    strip()->clear();
    m_failure.reset();
    const bool continues = mode == StaffSync::Auto && m_interrupted;
    QString title = tr("正在下载职工参保信息");
    if (continues)
        title = tr("上次下载没有完成，正在从中断处继续");
    else if (mode == StaffSync::Incremental)
        title = tr("正在更新职工参保信息");
    showProgress(title, [this] { m_sync.cancel(); });
    startSync(mode);
}

void StaffPage::startSync(service::StaffSync mode)
{
    const auto work = [&staff = m_staff, unit = m_desk.unit(), mode](base::Job &job) {
        return staff.sync(unit, mode, job);
    };
    m_sync = m_desk.jobs.run(
        this, work,
        [this, mode](base::Result<service::StaffSyncReport> report) {
            hideProgress();
            endSync(report, mode);
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
}

void StaffPage::endSync(const base::Result<service::StaffSyncReport> &report, service::StaffSync mode)
{
    const auto read = [&staff = m_staff, unit = m_desk.unit()](base::Job &) { return staff.overview(unit); };
    m_overviewWork = m_desk.jobs.run(this, read, [this](base::Result<service::StaffOverview> overview) {
        if (overview)
            showOverview(*overview);
    });
    search();
    if (report) {
        strip()->show(Tone::Success, tr("本次共更新 %1 条数据").arg(grouped(report->updated + report->removed)));
        Q_EMIT synced();
        Q_EMIT badgesChanged();
    } else if (report.error().kind == base::Error::Kind::Cancelled) {
        strip()->show({.tone = Tone::Warning,
                       .text = tr("更新已取消。已经下载的数据保留在本机，下次从中断处继续"),
                       .actions = {{QStringLiteral("continue"), tr("继续"), [this] { syncNow(StaffSync::Auto); }}}});
    } else {
        m_failure = report.error();
        m_failed = mode;
    }
}

domain::StaffQuery StaffPage::typedQuery() const
{
    domain::StaffQuery wanted;
    wanted.quick = quickText().simplified();
    wanted.name = query()->text(QStringLiteral("name"));
    wanted.documentType = query()->code(QStringLiteral("documentType"));
    wanted.documentNumber = domain::normalizedDocument(query()->text(QStringLiteral("documentNumber")));
    const auto state = query()->code(QStringLiteral("state"));
    if (!state.isEmpty())
        wanted.state = static_cast<domain::ContributionState>(state.toInt());
    wanted.unitNumber = query()->code(QStringLiteral("unitNumber"));
    return wanted;
}

void StaffPage::search()
{
    const auto wanted = typedQuery();
    const auto count = [&staff = m_staff, unit = m_desk.unit(), wanted](base::Job &) { return staff.count(unit, wanted); };
    m_countWork = m_desk.jobs.run(this, count, [this, wanted](base::Result<qint64> found) {
        if (!found) {
            showError(found.error(), [this] { search(); });
            return;
        }
        showRowsOf(wanted, *found);
    });
}

void StaffPage::showRowsOf(const domain::StaffQuery &wanted, qint64 count)
{
    WindowSource<domain::Staff> source;
    source.fetch = [this, wanted, order = m_order, descending = m_descending](qint64 offset, int limit, auto done) {
        const auto read = [&staff = m_staff, unit = m_desk.unit(), wanted, order, descending, offset, limit](base::Job &) {
            return staff.window(unit, wanted, order, descending, offset, limit);
        };
        m_desk.jobs.run(this, read, [this, done](base::Result<std::vector<domain::Staff>> rows) {
            if (!rows)
                showError(rows.error(), [this] { search(); });
            done(rows ? std::move(*rows) : std::vector<domain::Staff>());
        });
    };
    m_model->setSource(std::move(source), count, m_shown == wanted);
    m_shown = wanted;
    actions()->setCounter(QStringLiteral("found"), tr("查询结果"), tr("%1 条").arg(grouped(count)));
    showRows();
    if (!m_failure)
        return;
    // Said again as long as there are no rows it could be said above. What was cut off goes on; what never began is asked
    // for as it was.
    showError(*m_failure, [this] { syncNow(m_interrupted ? StaffSync::Auto : m_failed); });
    if (count > 0)
        m_failure.reset();
}

void StaffPage::updateChecked()
{
    const int count = m_model->checkedCount();
    m_exportChecked->setEnabled(count > 0);
    actions()->setCounter(QStringLiteral("checked"), tr("选中"), tr("%1 条").arg(grouped(count)));
}

void StaffPage::exportChecked()
{
    exportPeople({m_model->checks().all, m_shown, m_model->checks().keys});
}

/// Whatever is being looked for: everybody of the unit.
void StaffPage::exportAll()
{
    exportPeople({true, {}, {}});
}

void StaffPage::exportPeople(const domain::StaffSelection &selection)
{
    auto walk = m_staff.walk(m_desk.unit(), selection);
    m_exportWork = m_desk.jobs.run(
        this, [walk](base::Job &) { return walk->begin(); },
        [this, walk, selection](base::Result<qint64> count) {
            if (!count)
                return strip()->show(errorMessage(count.error(), [this, selection] { exportPeople(selection); }));
            exportSheet(this, m_desk, staffSheet(m_desk.profile.unit, walk, *count), tr("条"));
        });
}

void StaffPage::openDetail(const QString &staffId)
{
    const auto read = [&staff = m_staff, unit = m_desk.unit(), staffId](base::Job &) { return staff.find(unit, staffId); };
    m_detailWork = m_desk.jobs.run(this, read, [this](base::Result<domain::Staff> found) {
        if (found)
            (new StaffDetailDialog(*found, this))->open();
        else
            showError(found.error(), {});
    });
}

}  // namespace ui
