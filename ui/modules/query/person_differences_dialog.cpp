#include "ui/modules/query/person_differences_dialog.h"

#include "ui/models/table_view.h"
#include "ui/models/totals_bar.h"
#include "ui/modules/query/query_columns.h"
#include "ui/shell/list_page.h"
#include "ui/shell/sheet_export.h"

namespace ui {

using domain::PersonDifference;
using domain::PersonReconciliation;

PersonDifferencesDialog::PersonDifferencesDialog(const Desk &desk, service::ReceiptService &receipts,
                                                 const domain::FeeItem &fee, QWidget *parent)
    : TaskDialog(QStringLiteral("query.persons"), tr("对账到人"), parent), m_desk(desk), m_receipts(receipts),
      m_fee(fee)
{
    build();
    m_check = addButton(QStringLiteral("check"), tr("重新核对"), ButtonKind::Secondary, Icon::Reconcile);
    m_export = addButton(QStringLiteral("export"), tr("导出"), ButtonKind::Secondary, Icon::Export);
    connect(m_check, &QPushButton::clicked, this, [this] { load(From::TaxSide); });
    connect(m_export, &QPushButton::clicked, this, [this] {
        exportSheet(this, m_desk, sheetOf(tr("对账到人"), m_model->columns(), m_model->rows()), tr("人"));
    });
    addClose(tr("关闭"));
    resize(1180, 600);
    load(From::Store);
}

void PersonDifferencesDialog::build()
{
    body()->addWidget(
        new TonedLabel(tr("%1 · %2 · 费款所属期 %3 · 征集通知流水号 %4")
                           .arg(m_fee.collectionItem.name, m_fee.category.name, domain::monthsText(m_fee.period()),
                                m_fee.noticeNumber),
                       TonedLabel::Role::Secondary, this));
    m_table = new TableView(QStringLiteral("query.persons.table"), tr("有差异的人员"), this);
    m_model = new ListModel<PersonDifference>(
        personDifferenceColumns(),
        [](const PersonDifference &row) {
            return QStringLiteral("%1|%2|%3").arg(int(row.kind)).arg(row.documentNumber, row.personNumber);
        },
        this);
    m_table->setListModel(m_model);
    m_table->setEmptyVisible(false);
    body()->addWidget(m_table, 1);
    m_totals = new TotalsBar(QStringLiteral("query.persons.totals"), this);
    body()->addWidget(m_totals);
}

/// What is here is shown at once; then the tax side is asked.
void PersonDifferencesDialog::load(From from)
{
    m_check->setEnabled(false);
    m_export->setEnabled(false);
    strip()->clear();
    const auto handle = m_desk.jobs.run(
        this,
        [&receipts = m_receipts, unit = m_desk.unit(), fee = m_fee, from](base::Job &job) {
            return from == From::Store ? receipts.reconcilePersons(unit, fee)
                                       : receipts.refreshAndReconcilePersons(unit, fee, job);
        },
        [this, from](base::Result<PersonReconciliation> found) {
            hideProgress();
            m_check->setEnabled(true);
            if (!found)
                return strip()->show(errorMessage(
                    found.error(), [this] { load(From::TaxSide); }, m_desk.logInAgain, m_desk.openNetworkSettings));
            show(*found);
            if (from == From::Store)
                load(From::TaxSide);
            else
                sayWhatIsUnknown(*found);
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
    m_work = handle;
    if (from == From::TaxSide)
        showProgress(tr("正在下载人员明细…"), [handle] { handle.cancel(); });
}

void PersonDifferencesDialog::show(const PersonReconciliation &found)
{
    const auto people = [](const domain::PersonBook &book) {
        return book.known ? QString::number(book.people) : tr("未知");
    };
    const auto amount = [](const domain::PersonBook &book) {
        return book.known ? domain::moneyText(book.payable) : tr("未知");
    };
    const bool compared = found.assessed.known && found.declared.known;
    m_totals->setTotals(
        {{tr("预处理人数"), people(found.assessed)},
         {tr("预处理合计"), amount(found.assessed)},
         {tr("申报人数"), people(found.declared)},
         {tr("申报合计"), amount(found.declared)},
         {tr("差额"), compared ? domain::moneyText(found.declared.payable - found.assessed.payable) : tr("未知")}});
    m_table->setEmptyText(compared ? Icon::Check : Icon::People, compared ? tr("逐人核对一致") : tr("无法逐人核对"));
    m_model->setRows({found.differences.cbegin(), found.differences.cend()});
    m_table->setEmptyVisible(true);
    m_export->setEnabled(!found.differences.isEmpty());
    const qint64 shown = found.differences.size();
    setNote(!compared                       ? QString()
            : found.differenceCount > shown ? tr("共 %1 人有差异，列出前 %2 人").arg(found.differenceCount).arg(shown)
                                            : tr("共 %1 人有差异").arg(shown));
}

void PersonDifferencesDialog::sayWhatIsUnknown(const PersonReconciliation &found)
{
    if (!found.declared.known)
        strip()->show(
            {.tone = Tone::Info, .text = tr("税务端没有这笔费款的申报人员明细：尚未申报，或这笔费款没有人员明细。")});
    else if (!found.assessed.known)
        strip()->show(
            {.tone = Tone::Info,
             .text = tr("没有这笔费款预处理时的人员明细，无法逐人核对：本机在申报前没有见过这笔汇总信息（如在其他电脑、"
                        "电子税务局或办税服务厅申报），或税务端没有它的人员明细。")});
}

}  // namespace ui
