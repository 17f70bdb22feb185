#include "ui/modules/staff/staff_change_dialog.h"

#include "base/china_time.h"
#include "domain/document.h"
#include "ui/models/table_view.h"
#include "ui/modules/staff/staff_change_columns.h"
#include "ui/shell/list_page.h"
#include "ui/shell/sheet_export.h"
#include "ui/widgets/grouped.h"
#include "ui/widgets/query_bar.h"

#include <limits>

namespace ui {

using domain::StaffChange;
using store::StaffChangeTable;

StaffChangeDialog::StaffChangeDialog(const Desk &desk, service::StaffService &staff, QWidget *parent)
    : TaskDialog(QStringLiteral("staff.changes"), tr("更新数据导出"), parent), m_desk(desk), m_staff(staff)
{
    build();
    m_export = addButton(QStringLiteral("export"), tr("导出"), ButtonKind::Secondary, Icon::Export);
    connect(m_export, &QPushButton::clicked, this, &StaffChangeDialog::choosePath);
    addClose(tr("关闭"));
    resize(1110, 640);
    search();
}

void StaffChangeDialog::build()
{
    m_query = new QueryBar(QStringLiteral("staff.changes.query"), this);
    m_query->addQuickSearch(tr("姓名/拼音首字母/证件号码"));
    m_query->addText(QStringLiteral("name"), tr("姓名"), 110);
    QVector<QueryBar::Choice> types;
    for (const auto &type : domain::documentTypes())
        types.append({type.code, type.name});
    m_query->addChoice(QStringLiteral("documentType"), tr("证件类型"), types, 150);
    m_query->addText(QStringLiteral("documentNumber"), tr("证件号码"), 170);
    m_query->addDateRange(QStringLiteral("at"), tr("更新时间"));
    connect(m_query, &QueryBar::quickSearchChanged, this, &StaffChangeDialog::search);
    connect(m_query, &QueryBar::searchRequested, this, &StaffChangeDialog::search);
    connect(m_query, &QueryBar::resetRequested, this, &StaffChangeDialog::search);
    body()->addWidget(m_query);

    m_table = new TableView(QStringLiteral("staff.changes.table"), tr("更新数据"), this);
    m_model = new ListModel<StaffChange>(
        staffChangeColumns(), [](const StaffChange &change) { return QString::number(change.number); }, this);
    connect(m_model, &ListModelBase::sortRequested, this, [this](const QString &column, Qt::SortOrder order) {
        m_oldestFirst = !column.isEmpty() && order == Qt::AscendingOrder;
        showChanges(m_shown, m_count);
    });
    m_table->setListModel(m_model);
    m_table->setEmptyVisible(false);
    body()->addWidget(m_table, 1);

    auto *kept = new TonedLabel(tr("姓名和证件号码可只填一部分。更新数据保留最近 %1 个月，最多 %2 条；首次全量下载不计入。")
                                    .arg(StaffChangeTable::kMonthsKept)
                                    .arg(grouped(StaffChangeTable::kMostKept)),
                                TonedLabel::Role::Secondary, this);
    body()->addWidget(kept);
}

domain::StaffChangeQuery StaffChangeDialog::typedQuery() const
{
    domain::StaffChangeQuery wanted;
    wanted.quick = m_query->quickText();
    wanted.name = m_query->text(QStringLiteral("name"));
    wanted.documentType = m_query->code(QStringLiteral("documentType"));
    wanted.documentNumber = domain::normalizedDocument(m_query->text(QStringLiteral("documentNumber")));
    wanted.from = base::china::beginOf(m_query->date(QStringLiteral("atFrom")).value_or(QDate()));
    const auto last = m_query->date(QStringLiteral("atTo"));
    wanted.until = base::china::beginOf(last ? last->addDays(1) : QDate());
    return wanted;
}

void StaffChangeDialog::search()
{
    m_export->setEnabled(false);
    const auto wanted = typedQuery();
    auto &staff = m_staff;
    m_searching = m_desk.jobs.run(
        this, [&staff, unit = m_desk.unit(), wanted](base::Job &) { return staff.changeCount(unit, wanted); },
        [this, wanted](base::Result<qint64> count) {
            if (!count)
                return strip()->show(errorMessage(count.error(), [this] { search(); }));
            showChanges(wanted, *count);
        });
}

void StaffChangeDialog::showChanges(const domain::StaffChangeQuery &wanted, qint64 count)
{
    m_shown = wanted;
    m_count = count;
    WindowSource<StaffChange> source;
    source.fetch = [this, wanted, oldestFirst = m_oldestFirst](qint64 offset, int limit, WindowSource<StaffChange>::Done done) {
        auto &staff = m_staff;
        m_desk.jobs.run(
            this,
            [&staff, unit = m_desk.unit(), wanted, offset, limit, oldestFirst](base::Job &) {
                return staff.changes(unit, wanted, offset, limit, oldestFirst);
            },
            [this, done = std::move(done)](base::Result<std::vector<StaffChange>> rows) {
                if (!rows)
                    return strip()->show(errorMessage(rows.error(), [this] { m_model->refresh(); }));
                done(std::move(*rows));
            });
    };
    m_model->setSource(std::move(source), count);
    m_table->setEmptyText(Icon::Inbox, m_query->isFiltering() ? tr("没有符合条件的更新数据") : tr("还没有更新数据"));
    m_table->setEmptyVisible(true);
    m_export->setEnabled(count > 0);
    setNote(tr("共 %1 条").arg(grouped(count)));
}

/// What is shown, in one walk from the newest to the oldest.
service::Sheet StaffChangeDialog::sheet() const
{
    service::Sheet sheet;
    sheet.name = tr("职工参保信息更新数据");
    sheet.total = m_count;
    const auto columns = staffChangeColumns();
    for (const auto &column : columns)
        sheet.columns.push_back({column.title, qMax(8.0, column.width / 8.0)});
    const auto below = std::make_shared<qint64>(std::numeric_limits<qint64>::max());
    sheet.rows = [&staff = m_staff, unit = m_desk.unit(), wanted = m_shown, columns, below](
                     qint64 offset, qint64 limit) -> base::Result<std::vector<service::SheetRow>> {
        if (offset == 0)
            *below = std::numeric_limits<qint64>::max();
        const auto changes = staff.changesBefore(unit, wanted, *below, limit);
        if (!changes)
            return changes.error();
        std::vector<service::SheetRow> rows;
        for (const auto &change : *changes) {
            service::SheetRow cells;
            for (const auto &column : columns)
                cells.push_back(sheetCell(column, change));
            rows.push_back(std::move(cells));
            *below = change.number;
        }
        return rows;
    };
    return sheet;
}

void StaffChangeDialog::choosePath()
{
    const auto name = QStringLiteral("%1_%2.xlsx").arg(tr("职工参保信息更新数据"),
                                                      m_desk.clock.today().toString(QStringLiteral("yyyyMMdd")));
    m_desk.prompt.saveFile(this, tr("更新数据导出"), name, sheetFilter(),
                           [this](const QString &path) { exportTo(path); });
}

void StaffChangeDialog::exportTo(const QString &path)
{
    m_export->setEnabled(false);
    const auto handle = m_desk.jobs.run(
        this, sheetWriter(m_desk, sheet(), path),
        [this, path](base::Result<qint64> rows) {
            hideProgress();
            m_export->setEnabled(true);
            if (!rows)
                return strip()->show(errorMessage(rows.error(), [this, path] { exportTo(path); }));
            strip()->show(exportedMessage(path, *rows, tr("条")));
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
    m_exporting = handle;
    showProgress(tr("正在导出…"), [handle] { handle.cancel(); });
}

}  // namespace ui
