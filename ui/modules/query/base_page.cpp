#include "ui/modules/query/base_page.h"

#include "domain/document.h"
#include "ui/shell/sheet_export.h"
#include "ui/shell/submission_page.h"
#include "ui/widgets/grouped.h"

namespace ui {

using domain::ContributionBaseQuery;
using domain::KnownContributionBase;

namespace {

/// Goes through the bases as it is written: a workbook of five million lines is never held.
service::Sheet baseSheet(const QString &name, std::shared_ptr<service::ContributionBaseWalk> walk, qint64 total)
{
    service::Sheet sheet;
    sheet.name = name;
    sheet.total = total;
    auto columns = contributionBaseColumns();
    for (const auto &column : columns)
        sheet.columns.push_back({column.title, qMax(8.0, column.width / 8.0)});
    sheet.rows = [columns = std::move(columns),
                  walk = std::move(walk)](qint64 offset, qint64 limit) -> base::Result<std::vector<service::SheetRow>> {
        if (offset == 0)
            walk->begin();
        const auto bases = walk->next(limit);
        if (!bases)
            return bases.error();
        std::vector<service::SheetRow> rows;
        for (const auto &each : *bases) {
            service::SheetRow cells;
            for (const auto &column : columns)
                cells.push_back(sheetCell(column, each));
            rows.push_back(std::move(cells));
        }
        return rows;
    };
    return sheet;
}

}  // namespace

BasePage::BasePage(const Desk &desk, service::ContributionBaseService &bases, QWidget *parent)
    : ListPage(QStringLiteral("query.bases"), tr("职工缴费基数查询"), parent), m_desk(desk), m_bases(bases)
{
    setHint({tr("姓名、证件类型、证件号码取自「职工参保信息」；没有下载过的职工，这三项显示为空。")});
    m_update = actions()->addButton(QStringLiteral("update"), tr("更新"), Icon::Refresh);
    m_export = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_export->setEnabled(false);
    connect(m_update, &QPushButton::clicked, this, &BasePage::sync);
    connect(m_export, &QPushButton::clicked, this, &BasePage::exportFound);
    addQuickSearch(tr("姓名/拼音首字母/证件号码"));
    connect(this, &ListPage::quickSearchRequested, this, [this] { search(); });
    query()->addText(QStringLiteral("name"), tr("姓名"), 120);
    QVector<QueryBar::Choice> types;
    for (const auto &type : domain::documentTypes())
        types.append({type.code, type.name});
    query()->addChoice(QStringLiteral("documentType"), tr("证件类型"), types, 170);
    query()->addText(QStringLiteral("documentNumber"), tr("证件号码"), 190);
    connect(query(), &QueryBar::searchRequested, this, [this] { search(); });
    connect(query(), &QueryBar::resetRequested, this, [this] { search(); });
    m_model = new ListModel<KnownContributionBase>(
        contributionBaseColumns(),
        [](const KnownContributionBase &row) { return row.base.staffId + QLatin1Char('.') + row.base.insurance; },
        this);
    table()->setListModel(m_model);
    setEmptyText(Icon::PersonSearch, tr("还没有缴费基数"), tr("没有符合条件的缴费基数"));
    connectErrors(this, m_desk);
}

void BasePage::opened()
{
    if (!m_sync.isRunning())
        search([this] { sync(); });
}

ContributionBaseQuery BasePage::typedQuery() const
{
    return {query()->text(QStringLiteral("name")), query()->code(QStringLiteral("documentType")),
            domain::normalizedDocument(query()->text(QStringLiteral("documentNumber"))), quickText()};
}

void BasePage::search(std::function<void()> then)
{
    showLoading();
    const auto wanted = typedQuery();
    const auto read = [&bases = m_bases, unit = m_desk.unit(), wanted](base::Job &) -> base::Result<Found> {
        const auto count = bases.count(unit, wanted);
        if (!count)
            return count.error();
        const auto at = bases.syncedAt(unit);
        return at ? base::Result<Found>(Found{*count, *at}) : at.error();
    };
    m_counting = m_desk.jobs.run(this, read, [this, wanted, then = std::move(then)](base::Result<Found> found) {
        if (!found)
            return showError(found.error(), [this] { search(); });
        showRowsOf(wanted, *found);
        if (then)
            then();
    });
}

void BasePage::showRowsOf(const ContributionBaseQuery &wanted, const Found &found)
{
    WindowSource<KnownContributionBase> source;
    source.fetch = [this, wanted](qint64 offset, int limit, auto done) {
        const auto read = [&bases = m_bases, unit = m_desk.unit(), wanted, offset, limit](base::Job &) {
            return bases.window(unit, wanted, offset, limit);
        };
        m_desk.jobs.run(this, read, [this, done](base::Result<std::vector<KnownContributionBase>> rows) {
            if (!rows)
                showError(rows.error(), [this] { search(); });
            done(rows ? std::move(*rows) : std::vector<KnownContributionBase>());
        });
    };
    m_model->setSource(std::move(source), found.counts.bases);
    m_shown = wanted;
    m_count = found.counts.bases;
    m_known = m_known || found.syncedAt.isValid();
    header()->setAge(found.syncedAt, m_desk.clock.now());
    m_export->setEnabled(found.counts.bases > 0);
    totals()->setTotals({{tr("总条数"), grouped(found.counts.bases)}, {tr("人数"), grouped(found.counts.people)}});
    showRows();
}

void BasePage::sync()
{
    if (m_sync.isRunning())
        return;
    strip()->clear();
    m_update->setEnabled(false);
    const auto work = [&bases = m_bases, unit = m_desk.unit()](base::Job &job) { return bases.sync(unit, job); };
    m_sync = m_desk.jobs.run(
        this, work,
        [this](base::Result<service::ContributionBaseSyncReport> report) {
            hideProgress();
            m_update->setEnabled(true);
            if (report)
                return search();
            search([this, error = report.error()] { showError(error, [this] { sync(); }); });
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
    if (!m_known)
        showProgress(tr("正在下载职工缴费基数"), [this] { m_sync.cancel(); });
}

void BasePage::exportFound()
{
    exportSheet(this, m_desk, baseSheet(tr("职工缴费基数"), m_bases.walk(m_desk.unit(), m_shown), m_count), tr("条"));
}

}  // namespace ui
