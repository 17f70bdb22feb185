#include "ui/modules/fee/fee_persons_dialog.h"

#include "ui/models/table_view.h"
#include "ui/models/totals_bar.h"
#include "ui/shell/list_page.h"
#include "ui/shell/sheet_export.h"
#include "ui/widgets/grouped.h"
#include "ui/widgets/query_bar.h"

#include <QRegularExpression>

namespace ui {

using domain::NumberedPerson;

FeePersonsDialog::FeePersonsDialog(const Desk &desk, service::FeeService &fees, const domain::FeeAssessment &assessment,
                                   QWidget *parent)
    : TaskDialog(QStringLiteral("fee.persons"), tr("人员明细"), parent), m_desk(desk), m_fees(fees),
      m_assessment(assessment)
{
    build();
    m_export = addButton(QStringLiteral("export"), tr("导出"), ButtonKind::Secondary, Icon::Export);
    connect(m_export, &QPushButton::clicked, this, &FeePersonsDialog::choosePath);
    addClose(tr("关闭"));
    resize(1170, 640);
    load();
}

void FeePersonsDialog::build()
{
    const auto &item = m_assessment.item;
    auto *what = new TonedLabel(
        tr("%1 · %2 · 费款所属期 %3 · 单位编号 %4")
            .arg(item.collectionItem.name, item.category.name, domain::monthsText(item.period()), item.unitNumber),
        TonedLabel::Role::Secondary, this);
    body()->addWidget(what);
    auto *query = new QueryBar(QStringLiteral("fee.persons.query"), this);
    query->addQuickSearch(tr("姓名/拼音首字母/证件号码"));
    connect(query, &QueryBar::quickSearchChanged, this, [this](const QString &text) {
        m_view.quick = text;
        find();
    });
    body()->addWidget(query);
    m_table = new TableView(QStringLiteral("fee.persons.table"), tr("人员明细"), this);
    m_table->setEmptyText(Icon::People, tr("没有人员明细"));
    m_persons = new ListModel<NumberedPerson>(
        feePersonColumns(), [](const NumberedPerson &row) { return QString::number(row.number); }, this);
    connect(m_persons, &ListModelBase::sortRequested, this, [this](const QString &column, Qt::SortOrder order) {
        m_view.order = feePersonOrder(column);
        m_view.descending = order == Qt::DescendingOrder && !column.isEmpty();
        find();
    });
    m_table->setListModel(m_persons);
    m_table->setEmptyVisible(false);
    body()->addWidget(m_table, 1);
    auto *totals = new TotalsBar(QStringLiteral("fee.persons.totals"), this);
    totals->setTotals({{tr("缴费人数"), grouped(m_assessment.headcount)},
                       {tr("缴费工资总额"), domain::moneyText(m_assessment.wageTotal)},
                       {tr("缴费基数总额"), domain::moneyText(m_assessment.baseTotal)},
                       {tr("应缴费额"), domain::moneyText(m_assessment.due)},
                       {tr("减免费额"), domain::moneyText(m_assessment.relief)},
                       {tr("应补(退)费额"), domain::moneyText(m_assessment.payable)}});
    body()->addWidget(totals);
}

/// What is here, then the tax side is asked.
void FeePersonsDialog::load()
{
    m_export->setEnabled(false);
    strip()->clear();
    m_work = m_desk.jobs.run(
        this,
        [&fees = m_fees, unit = m_desk.unit(), assessment = m_assessment](base::Job &) {
            return fees.personsHere(unit, assessment);
        },
        [this](base::Result<service::FeePersonList> here) {
            if (!here)
                return strip()->show(errorMessage(here.error(), [this] { load(); }));
            if (here->complete)
                showPersons(*here);
            download(here->complete);
        });
}

/// `beside`: people are shown already, and stay until these are all here.
void FeePersonsDialog::download(bool beside)
{
    const auto handle = m_desk.jobs.run(
        this,
        [&fees = m_fees, unit = m_desk.unit(),
         assessment = m_assessment](base::Job &job) -> base::Result<service::FeePersonList> {
            const auto count = fees.loadPersons(unit, assessment.id, job);
            return count ? fees.personsHere(unit, assessment) : count.error();
        },
        [this, beside](base::Result<service::FeePersonList> loaded) {
            if (!beside)
                hideProgress();
            if (!loaded)
                return strip()->show(errorMessage(
                    loaded.error(), [this] { load(); }, m_desk.logInAgain, m_desk.openNetworkSettings));
            showPersons(*loaded);
        },
        beside ? JobRunner::Progress() : [this](qint64 done, qint64 total) { setProgress(done, total); });
    m_work = handle;
    if (!beside)
        showProgress(tr("正在下载人员明细…"), [handle] { handle.cancel(); });
}

void FeePersonsDialog::showPersons(const service::FeePersonList &people)
{
    m_here = people;
    m_export->setEnabled(people.count > 0);
    find();
}

void FeePersonsDialog::find()
{
    if (!m_here)
        return;  // shown as they are looked for, once they are here
    const auto count = [&fees = m_fees, unit = m_desk.unit(), id = m_assessment.id, view = m_view](base::Job &) {
        return fees.countPersons(unit, id, view);
    };
    m_finding = m_desk.jobs.run(this, count, [this](base::Result<qint64> found) {
        if (!found)
            return strip()->show(errorMessage(found.error(), [this] { find(); }));
        showFound(*found);
    });
}

void FeePersonsDialog::showFound(qint64 count)
{
    WindowSource<NumberedPerson> source;
    source.fetch = [this, view = m_view](qint64 offset, int rows, WindowSource<NumberedPerson>::Done done) {
        m_desk.jobs.run(
            this,
            [&fees = m_fees, unit = m_desk.unit(), id = m_assessment.id, view, offset, rows](base::Job &) {
                return fees.personWindow(unit, id, view, offset, rows);
            },
            [this, done = std::move(done)](base::Result<std::vector<NumberedPerson>> read) {
                if (!read)
                    return strip()->show(errorMessage(read.error(), [this] { m_persons->refresh(); }));
                done(std::move(*read));
            });
    };
    m_persons->setSource(std::move(source), count);
    m_table->setEmptyText(Icon::People, m_view.quick.isEmpty() ? tr("没有人员明细") : tr("没有找到职工"));
    m_table->setEmptyVisible(true);
    const auto people = count == m_here->count ? tr("共 %1 人").arg(grouped(count))
                                               : tr("找到 %1 人，共 %2 人").arg(grouped(count), grouped(m_here->count));
    setNote(m_here->loadedAt.isValid()
                ? tr("%1，下载于 %2").arg(people, ageText(m_here->loadedAt, m_desk.clock.now()))
                : people);
}

/// Names the fee, never a person.
QString FeePersonsDialog::suggestedName() const
{
    auto name = tr("人员明细_%1_%2").arg(m_assessment.item.category.name, domain::monthText(m_assessment.item.periodFrom));
    static const QRegularExpression forbidden(QStringLiteral("[\\\\/:*?\"<>|\\s]"));
    return name.replace(forbidden, QStringLiteral("_")) + QStringLiteral(".xlsx");
}

void FeePersonsDialog::choosePath()
{
    m_desk.prompt.saveFile(this, tr("导出人员明细"), suggestedName(), sheetFilter(),
                           [this](const QString &path) { exportTo(path); });
}

void FeePersonsDialog::exportTo(const QString &path)
{
    m_export->setEnabled(false);
    auto &fees = m_fees;
    const auto handle = m_desk.jobs.run(
        this,
        notedExport(m_desk, tr("人员明细"),
                    [&fees, unit = m_desk.unit(), id = m_assessment.id, view = m_view, path](base::Job &job) {
                        return fees.exportPersons(unit, id, view, path, job);
                    }),
        [this, path](base::Result<qint64> rows) {
            hideProgress();
            m_export->setEnabled(true);
            if (!rows)
                return strip()->show(errorMessage(rows.error(), [this, path] { exportTo(path); }));
            strip()->show(exportedMessage(path, *rows, tr("人")));
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
    m_exporting = handle;
    showProgress(tr("正在导出…"), [handle] { handle.cancel(); });
}

}  // namespace ui
