#include "ui/modules/payment/arrears_page.h"

#include "ui/models/amount_text.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/widgets/grouped.h"

namespace ui {

using domain::Arrear;

ArrearsPage::ArrearsPage(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox, QWidget *parent)
    : ListPage(QStringLiteral("payment.arrears"), tr("缴款"), parent), m_desk(desk), m_payments(payments),
      m_outbox(outbox)
{
    setHint(
        {tr("社保费申报成功后税务端生成欠费信息，核对无误后选中，点击「立即缴款」。"),
         tr("三方协议缴款时逐条扣款，可能只有一部分成功；未成功的会列出原因和处理办法。"),
         tr("银行答复不明确的（如「税库银超时」）款项可能已经扣出：请先「查询结果」，确认没有扣款之前不能再次缴款。")});
    buildActions();
    buildTable();
    setEmptyText(Icon::Success, tr("没有欠费信息"));
    connectErrors(this, m_desk);
    updateCounters();
}

void ArrearsPage::buildActions()
{
    m_pay = actions()->addButton(QStringLiteral("pay"), tr("立即缴款"), Icon::Pay, ButtonKind::Primary);
    m_refresh = actions()->addButton(QStringLiteral("refresh"), tr("刷新"), Icon::Refresh);
    m_ask = actions()->addButton(QStringLiteral("ask"), tr("查询结果"), Icon::Search);
    m_ask->setToolTip(tr("有欠费上次扣款结果未知时，向税务端查询"));
    connect(m_ask, &QPushButton::clicked, this, &ArrearsPage::askDoubtful);
    connect(m_pay, &QPushButton::clicked, this, &ArrearsPage::chooseMethod);
    connect(m_refresh, &QPushButton::clicked, this, &ArrearsPage::refresh);
}

void ArrearsPage::buildTable()
{
    m_model = new ListModel<Arrear>(
        arrearColumns(m_desk.clock.today()), [](const Arrear &row) { return row.id; }, this);
    m_model->setCheckable(true);
    m_model->setCheckableRows([](const Arrear &row) { return row.hold == domain::ArrearHold::Open; });
    table()->setListModel(m_model);
    connect(table(), &TableView::linkActivated, this, [this](const QString &key, const QString &) {
        if (const auto *row = m_model->rowByKey(key); row && !row->heldBy.isEmpty())
            askOutcome(row->heldBy);
    });
    connect(m_model, &ListModelBase::checkedChanged, this, &ArrearsPage::updateCounters);
}

void ArrearsPage::opened()
{
    load(From::Store, [this] { refresh(); });
}

void ArrearsPage::refresh()
{
    load(From::TaxSide);
}

void ArrearsPage::load(From from, std::function<void()> then)
{
    showLoading();
    m_refresh->setEnabled(from == From::Store);
    auto &payments = m_payments;
    const auto read = [from, &payments, unit = m_desk.unit()](base::Job &job) {
        return from == From::Store ? payments.arrears(unit) : payments.refresh(unit, job);
    };
    m_reading = m_desk.jobs.run(this, read, [this, from, then = std::move(then)](ReadArrears list) {
        m_refresh->setEnabled(true);
        if (!list)
            return showError(list.error(), [this] { refresh(); });
        if (from == From::TaxSide || list->loadedAt.isValid()) {
            m_model->setRows({list->rows.cbegin(), list->rows.cend()});
            header()->setAge(list->loadedAt, m_desk.clock.now());
            showRows();
        }
        updateCounters();
        if (from == From::TaxSide)
            Q_EMIT badgesChanged();
        if (then)
            then();
    });
}

/// What a confirmation that is about to be shown is of.
QVector<domain::ConfirmedAmount> ArrearsPage::chosen() const
{
    QVector<domain::ConfirmedAmount> amounts;
    for (const auto &row : m_model->checkedRows())
        amounts.append({row.id, row.total});
    return amounts;
}

domain::Money ArrearsPage::chosenTotal() const
{
    domain::Money total;
    for (const auto &row : m_model->checkedRows())
        total += row.total;
    return total;
}

/// A payment whose outcome the tax side and the bank have left open.
QString ArrearsPage::doubtfulPayment() const
{
    for (const auto &row : m_model->rows()) {
        if (row.hold == domain::ArrearHold::InDoubt)
            return row.heldBy;
    }
    return {};
}

void ArrearsPage::updateCounters()
{
    const int chosen = m_model->checkedCount();
    int open = 0;  // what is in a voucher or on its way is owed still, but not to be paid now
    domain::Money openTotal;
    for (const auto &row : m_model->rows()) {
        if (row.hold != domain::ArrearHold::Open)
            continue;
        ++open;
        openTotal += row.total;
    }
    actions()->setCounter(QStringLiteral("total"), tr("总条数"), grouped(m_model->rowCount()));
    actions()->setCounter(QStringLiteral("open"), tr("可缴款"), tr("%1 条 %2").arg(open).arg(yuanText(openTotal)));
    actions()->setCounter(QStringLiteral("checked"), tr("选中条数"), grouped(chosen));
    actions()->setCounter(QStringLiteral("amount"), tr("选中金额"), yuanText(chosenTotal()));
    m_pay->setEnabled(chosen > 0);
    m_ask->setEnabled(!doubtfulPayment().isEmpty());
}

}  // namespace ui
