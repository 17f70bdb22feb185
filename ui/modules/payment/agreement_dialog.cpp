#include "ui/modules/payment/agreement_dialog.h"

#include "ui/models/table_view.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/shell/list_page.h"

#include <algorithm>

namespace ui {

using domain::Agreement;

AgreementDialog::AgreementDialog(const Desk &desk, service::PaymentService &payments, int count, domain::Money total,
                                 QWidget *parent)
    : TaskDialog(QStringLiteral("payment.agreement"), tr("三方协议缴款"), parent), m_desk(desk), m_payments(payments)
{
    build(count, total);
    addClose(tr("取消"));
    m_confirm = addButton(QStringLiteral("confirm"), tr("确认缴款 %1 元").arg(domain::moneyText(total)), ButtonKind::Primary,
                          Icon::Pay);
    m_confirm->setObjectName(QStringLiteral("payment.confirm"));
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        const auto *agreement = m_agreements->row(m_table->currentIndex());
        if (!agreement)
            return;
        const auto number = agreement->number;
        accept();
        Q_EMIT confirmed(number);
    });
    setContentWidth(1060);
    chosen();
    load();
}

void AgreementDialog::build(int count, domain::Money total)
{
    auto *text = new TonedLabel(tr("共 %1 条欠费，合计 %2 元（%3）。请选择扣款的三方协议：")
                                    .arg(count)
                                    .arg(domain::moneyText(total), domain::moneyInCapitals(total)),
                                TonedLabel::Role::Normal, this);
    text->setWordWrap(true);
    body()->addWidget(text);
    m_table = new TableView(QStringLiteral("payment.agreement.table"), tr("三方协议"), this);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(Icon::Bank, tr("没有查到三方协议"),
                          tr("请先与开户银行、税务机关签订三方协议，或改用打印银行端缴款凭证"));
    m_table->setEmptyVisible(false);
    m_agreements = new ListModel<Agreement>(
        agreementColumns(m_desk.clock.today()), [](const Agreement &row) { return row.number; }, this);
    m_table->setListModel(m_agreements);
    m_table->setRowsShown(4, 8);
    body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AgreementDialog::chosen);
}

void AgreementDialog::load()
{
    strip()->clear();
    auto &payments = m_payments;
    const auto handle = m_desk.jobs.run(
        this, [&payments, unit = m_desk.unit()](base::Job &job) { return payments.agreements(unit, job); },
        [this](base::Result<QVector<Agreement>> agreements) {
            hideProgress();
            if (!agreements)
                return strip()->show(errorMessage(
                    agreements.error(), [this] { load(); }, m_desk.logInAgain, m_desk.openNetworkSettings));
            loaded(*agreements);
        });
    m_reading = handle;
    showProgress(tr("正在查询三方协议…"), [handle] { handle.cancel(); });
}

/// The only usable one is chosen for the clerk.
void AgreementDialog::loaded(const QVector<Agreement> &agreements)
{
    m_agreements->setRows({agreements.cbegin(), agreements.cend()});
    m_table->setEmptyVisible(true);
    const auto today = m_desk.clock.today();
    const auto usable = [today](const Agreement &one) { return agreementFlaw(one, today).isEmpty(); };
    const auto first = std::find_if(agreements.cbegin(), agreements.cend(), usable);
    if (std::count_if(agreements.cbegin(), agreements.cend(), usable) == 1)
        m_table->setCurrentIndex(m_agreements->index(m_agreements->rowOfKey(first->number), 0));
    m_table->setFocus();
    chosen();
    fit();
}

void AgreementDialog::chosen()
{
    const auto *agreement = m_agreements->row(m_table->currentIndex());
    const auto flaw = agreement ? agreementFlaw(*agreement, m_desk.clock.today()) : QString();
    if (m_confirm)
        m_confirm->setEnabled(agreement && flaw.isEmpty());
    setNote(flaw);
}

}  // namespace ui
