#include "ui/modules/fee/fee_persons_dialog.h"

#include "ui/models/table_view.h"
#include "ui/models/totals_bar.h"
#include "ui/shell/list_page.h"
#include "ui/shell/sheet_export.h"

#include <QRegularExpression>

namespace ui {

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
            .arg(item.collectionItem.name, item.category.name, periodText(item), item.unitNumber),
        TonedLabel::Role::Secondary, this);
    body()->addWidget(what);
    m_table = new TableView(QStringLiteral("fee.persons.table"), tr("人员明细"), this);
    m_table->setEmptyText(Icon::People, tr("没有人员明细"));
    m_persons = new ListModel<NumberedPerson>(
        feePersonColumns(), [](const NumberedPerson &row) { return QString::number(row.number); }, this);
    m_table->setListModel(m_persons);
    m_table->setEmptyVisible(false);
    body()->addWidget(m_table, 1);
    auto *totals = new TotalsBar(QStringLiteral("fee.persons.totals"), this);
    totals->setTotals({{tr("缴费人数"), QString::number(m_assessment.headcount)},
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
        [this](base::Result<service::FeePersonList> loaded) {
            hideProgress();
            if (!loaded)
                return strip()->show(errorMessage(
                    loaded.error(), [this] { load(); }, m_desk.logInAgain, m_desk.openNetworkSettings));
            showPersons(*loaded);
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
    m_work = handle;
    if (!beside)
        showProgress(tr("正在下载人员明细…"), [handle] { handle.cancel(); });
}

void FeePersonsDialog::showPersons(const service::FeePersonList &people)
{
    WindowSource<NumberedPerson> source;
    source.fetch = [this](qint64 offset, int rows, WindowSource<NumberedPerson>::Done done) {
        auto &fees = m_fees;
        m_desk.jobs.run(
            this,
            [&fees, unit = m_desk.unit(), id = m_assessment.id, offset, rows](base::Job &) {
                return fees.persons(unit, id, offset, rows);
            },
            [this, offset, done = std::move(done)](base::Result<std::vector<domain::FeePerson>> read) {
                if (!read)
                    return strip()->show(errorMessage(read.error(), [this] { m_persons->refresh(); }));
                std::vector<NumberedPerson> numbered;
                qint64 number = offset;
                for (auto &person : *read)
                    numbered.push_back({++number, std::move(person)});
                done(std::move(numbered));
            });
    };
    m_persons->setSource(std::move(source), people.count);
    m_table->setEmptyVisible(true);
    m_export->setEnabled(people.count > 0);
    const auto count = tr("共 %1 人").arg(people.count);
    setNote(people.loadedAt.isValid()
                ? tr("%1，下载于 %2").arg(count, ageText(people.loadedAt, m_desk.clock.now()))
                : count);
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
                    [&fees, unit = m_desk.unit(), id = m_assessment.id, path](base::Job &job) {
                        return fees.exportPersons(unit, id, path, job);
                    }),
        [this, path](base::Result<qint64> rows) {
            hideProgress();
            m_export->setEnabled(true);
            if (!rows)
                return strip()->show(errorMessage(rows.error(), [this, path] { exportTo(path); }));
            strip()->show(exportedMessage(path, *rows, tr("人")));
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
    m_work = handle;
    showProgress(tr("正在导出…"), [handle] { handle.cancel(); });
}

}  // namespace ui
