#include "ui/modules/query/reconciliation_page.h"

#include "ui/models/amount_text.h"
#include "ui/modules/query/person_differences_dialog.h"
#include "ui/shell/sheet_export.h"
#include "ui/widgets/grouped.h"

#include <algorithm>

namespace ui {

using domain::Money;
using domain::ReconciliationLine;

namespace {

const QString kSame = QStringLiteral("same");
const QString kDiffers = QStringLiteral("differs");

}  // namespace

ReconciliationPage::ReconciliationPage(const Desk &desk, service::ReceiptService &receipts, QWidget *parent)
    : MonthsPage(
        QStringLiteral("query.reconciliation"), tr("对账"), desk,
        [&receipts, unit = desk.unit()](domain::MonthRange months, bool ask, base::Job &job) {
            return ask ? receipts.refreshAndReconcile(unit, months, job) : receipts.reconcile(unit, months);
        },
        parent),
      m_receipts(receipts)
{
    setHint({tr("按征集通知流水号逐笔核对：预处理 → 申报 → 应缴 → 缴款 → "
                "到账。缺少的和不一致的以红色标出，并说明原因和处理办法。"),
             tr("预处理金额是本机最后一次看到的；其他渠道申报的，本机没有看到预处理时不比较这一项。"),
             tr("选中一笔费款点击「对账到人」，或双击它，逐人核对预处理和申报的人员明细。")});
    m_fees = new Figure(tr("费款笔数"));
    m_differing = new Figure(tr("有差异"));
    m_fees->setObjectName(pageId() + QStringLiteral(".fees"));
    m_differing->setObjectName(pageId() + QStringLiteral(".differing"));
    header()->addRight(m_fees);
    header()->addRight(m_differing);
    setAskButton(
        actions()->addButton(QStringLiteral("check"), tr("重新对账"), Icon::Reconcile, ButtonKind::Primary));
    m_persons = actions()->addButton(QStringLiteral("persons"), tr("对账到人"), Icon::People);
    connect(m_persons, &QPushButton::clicked, this, [this] { showPersons(selected()); });
    m_export = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_export->setEnabled(false);
    connect(m_export, &QPushButton::clicked, this,
            [this] { exportSheet(this, this->desk(), sheetOf(tr("对账"), m_model->columns(), m_model->rows()), tr("条")); });
    buildQuery();
    m_model = new ListModel<ReconciliationLine>(
        reconciliationColumns(), [](const ReconciliationLine &line) { return line.item.noticeNumber; }, this);
    table()->setListModel(m_model);
    connect(table(), &TableView::rowActivated, this, &ReconciliationPage::showPersons);
    const auto render = [this] { m_persons->setEnabled(!selected().isEmpty()); };
    connect(table()->selectionModel(), &QItemSelectionModel::selectionChanged, this, render);
    connect(m_model, &QAbstractItemModel::modelReset, this, render);
    render();
    setEmptyText(Icon::Reconcile, tr("这些月份没有费款"), tr("没有符合条件的费款"));
}

void ReconciliationPage::buildQuery()
{
    addMonths();
    query()->addChoice(QStringLiteral("result"), tr("对账结果"), {{kDiffers, tr("有差异")}, {kSame, tr("一致")}}, 110);
    addFeeChoices(query());
}

void ReconciliationPage::loaded(const service::Reconciliation &reconciliation)
{
    m_lines.assign(reconciliation.lines.cbegin(), reconciliation.lines.cend());
    offerFeeValues(query(), m_lines);
    const auto differing =
        std::count_if(m_lines.begin(), m_lines.end(), [](const auto &line) { return !line.discrepancies.isEmpty(); });
    m_fees->setValue(grouped(m_lines.size()));
    m_differing->setValue(grouped(differing),
                          differing > 0 ? TonedLabel::Role::Danger : TonedLabel::Role::Success);
    showFiltered();
}

QString ReconciliationPage::selected() const
{
    const auto rows = table()->selectionModel()->selectedRows();
    return rows.size() == 1 ? m_model->keyOf(rows.first()) : QString();
}

void ReconciliationPage::showPersons(const QString &key)
{
    if (const auto *line = m_model->rowByKey(key))
        (new PersonDifferencesDialog(desk(), m_receipts, line->item, this))->open();
}

void ReconciliationPage::showFiltered()
{
    std::vector<ReconciliationLine> shown;
    for (const auto &line : m_lines) {
        if (wanted(query(), "result", line.discrepancies.isEmpty() ? kSame : kDiffers) && feeWanted(query(), line.item))
            shown.push_back(line);
    }
    m_export->setEnabled(!shown.empty());
    showTotals(shown);
    m_model->setRows(std::move(shown));
    showRows();
}

void ReconciliationPage::showTotals(const std::vector<ReconciliationLine> &lines)
{
    const auto sum = [&lines](std::optional<Money> ReconciliationLine::*amount) {
        Money total;
        for (const auto &line : lines)
            total += (line.*amount).value_or(Money());
        return yuanText(total);
    };
    totals()->setTotals({{tr("总条数"), grouped(lines.size())},
                         {tr("申报合计"), sum(&ReconciliationLine::declared)},
                         {tr("应缴合计"), sum(&ReconciliationLine::payable)},
                         {tr("滞纳金合计"), sum(&ReconciliationLine::lateFee)},
                         {tr("缴款合计"), sum(&ReconciliationLine::paid)},
                         {tr("到账合计"), sum(&ReconciliationLine::received)}});
}

}  // namespace ui
