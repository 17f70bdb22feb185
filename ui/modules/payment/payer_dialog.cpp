#include "ui/modules/payment/payer_dialog.h"

#include "ui/widgets/card.h"
#include "ui/widgets/form.h"
#include "ui/widgets/named.h"

#include <QLineEdit>

#include <algorithm>

namespace ui {

PayerDialog::PayerDialog(const domain::Payer &payer, const QString &summary, const QString &confirmText, QWidget *parent)
    : TaskDialog(QStringLiteral("payment.voucher"), tr("打印银行端缴款凭证"), parent)
{
    auto *text = new TonedLabel(summary, TonedLabel::Role::Normal, this);
    text->setWordWrap(true);
    body()->addWidget(text);
    m_form = new Form(this);
    m_name = named(new QLineEdit(payer.name, this), QStringLiteral("payment.voucher.name"), tr("付款人名称"));
    m_bank = named(new QLineEdit(payer.bankName, this), QStringLiteral("payment.voucher.bank"), tr("付款人开户银行"));
    m_account = named(new QLineEdit(payer.account, this), QStringLiteral("payment.voucher.account"), tr("付款人账号"));
    for (auto *field : {m_name, m_bank, m_account})
        field->setMaxLength(80);
    m_form->addRow(tr("付款人名称"), m_name);
    m_form->addRow(tr("付款人开户银行"), m_bank);
    m_form->addRow(tr("付款人账号"), m_account, tr("以上内容打印在凭证上，可以不填；已签三方协议的单位无需填写"));
    body()->addWidget(m_form);
    addClose(tr("取消"));
    auto *ok = addButton(QStringLiteral("confirm"), confirmText, ButtonKind::Primary, Icon::Print);
    connect(ok, &QPushButton::clicked, this, &PayerDialog::confirm);
    m_bank->setFocus();
    setContentWidth(500);
}

void PayerDialog::confirm()
{
    m_form->clearErrors();
    auto account = m_account->text();
    account.remove(QLatin1Char(' ')).remove(QLatin1Char('-'));
    const bool digits = std::all_of(account.cbegin(), account.cend(), [](QChar c) { return c.isDigit(); });
    if (!digits) {
        m_form->setError(m_account, tr("账号只能是数字"));
        return m_account->setFocus();
    }
    const domain::Payer payer{m_name->text().trimmed(), m_bank->text().trimmed(), account};
    accept();
    Q_EMIT confirmed(payer);
}

}  // namespace ui
