#include "ui/modules/query/reconciliation_page.h"

#include "ui/modules/query/month_query.h"
#include "ui/modules/query/person_differences_dialog.h"
#include "ui/shell/sheet_export.h"
#include "ui/shell/submission_page.h"

#include <algorithm>

namespace ui {

using domain::Money;
using domain::ReconciliationLine;

namespace {

const QString kSame = QStringLiteral("same");
const QString kDiffers = QStringLiteral("differs");

}  // namespace

ReconciliationPage::ReconciliationPage(const Desk &desk, service::ReceiptService &receipts, QWidget *parent)
    : ListPage(QStringLiteral("query.reconciliation"), tr("对账"), parent), m_desk(desk), m_receipts(receipts)
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
    m_check = actions()->addButton(QStringLiteral("check"), tr("重新对账"), Icon::Reconcile, ButtonKind::Primary);
    m_persons = actions()->addButton(QStringLiteral("persons"), tr("对账到人"), Icon::People);
    connect(m_persons, &QPushButton::clicked, this, [this] { showPersons(selected()); });
    m_export = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_export->setEnabled(false);
    connect(m_check, &QPushButton::clicked, this, [this] { load(true); });
    connect(m_export, &QPushButton::clicked, this,
            [this] { exportSheet(this, m_desk, sheetOf(tr("对账"), m_model->columns(), m_model->rows()), tr("条")); });
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
    connectErrors(this, m_desk);
}

void ReconciliationPage::buildQuery()
{
    addMonthRange(this, present());
    query()->addChoice(QStringLiteral("result"), tr("对账结果"), {{kDiffers, tr("有差异")}, {kSame, tr("一致")}}, 110);
    query()->addChoice(QStringLiteral("collectionItem"), tr("征收项目"), {}, 170);
    query()->addChoice(QStringLiteral("unitNumber"), tr("单位编号"), {}, 120);
    query()->addChoice(QStringLiteral("agency"), tr("社保经办机构"), {}, 190);
    const auto searched = [this] {
        if (monthRange(this, present()) == m_months)
            showFiltered();
        else
            load(false, [this] { load(true); });
    };
    connect(query(), &QueryBar::searchRequested, this, searched);
    connect(query(), &QueryBar::resetRequested, this, searched);
}

void ReconciliationPage::opened()
{
    load(false, [this] { load(true); });
}

void ReconciliationPage::load(bool ask, std::function<void()> then)
{
    const auto months = monthRange(this, present());
    if (ask)
        strip()->clear();
    showLoading();
    m_check->setEnabled(false);
    const auto read = [ask, months, &receipts = m_receipts, unit = m_desk.unit()](base::Job &job) {
        return ask ? receipts.refreshAndReconcile(unit, months, job) : receipts.reconcile(unit, months);
    };
    m_reading =
        m_desk.jobs.run(this, read,
                        [this, ask, months, then = std::move(then)](base::Result<service::Reconciliation> result) {
                            m_check->setEnabled(true);
                            if (!result)
                                return showError(result.error(), [this] { load(true); });
                            // Half of the books would only show what is missing from the other half.
                            if (ask || result->loadedAt.isValid())
                                loaded(*result, months);
                            if (then)
                                then();
                        });
}

void ReconciliationPage::loaded(const service::Reconciliation &reconciliation, domain::MonthRange months)
{
    m_months = months;
    m_lines.assign(reconciliation.lines.cbegin(), reconciliation.lines.cend());
    header()->setAge(reconciliation.loadedAt, m_desk.clock.now());
    offerValues(query(), QStringLiteral("collectionItem"), m_lines,
                [](const auto &line) { return line.item.collectionItem.name; });
    offerValues(query(), QStringLiteral("unitNumber"), m_lines, [](const auto &line) { return line.item.unitNumber; });
    offerValues(query(), QStringLiteral("agency"), m_lines, [](const auto &line) { return line.item.agencyName; });
    const auto differing =
        std::count_if(m_lines.begin(), m_lines.end(), [](const auto &line) { return !line.discrepancies.isEmpty(); });
    m_fees->setValue(QString::number(m_lines.size()));
    m_differing->setValue(QString::number(differing),
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
        (new PersonDifferencesDialog(m_desk, m_receipts, line->item, this))->open();
}

void ReconciliationPage::showFiltered()
{
    const auto wanted = [this](const char *id, const QString &value) {
        const QString chosen = query()->code(QString::fromLatin1(id));
        return chosen.isEmpty() || chosen == value;
    };
    std::vector<ReconciliationLine> shown;
    for (const auto &line : m_lines) {
        if (wanted("result", line.discrepancies.isEmpty() ? kSame : kDiffers)
            && wanted("collectionItem", line.item.collectionItem.name) && wanted("unitNumber", line.item.unitNumber)
            && wanted("agency", line.item.agencyName))
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
        return domain::moneyText(total);
    };
    totals()->setTotals({{tr("总条数"), QString::number(lines.size())},
                         {tr("申报合计"), sum(&ReconciliationLine::declared)},
                         {tr("应缴合计"), sum(&ReconciliationLine::payable)},
                         {tr("滞纳金合计"), sum(&ReconciliationLine::lateFee)},
                         {tr("缴款合计"), sum(&ReconciliationLine::paid)},
                         {tr("到账合计"), sum(&ReconciliationLine::received)}});
}

}  // namespace ui
