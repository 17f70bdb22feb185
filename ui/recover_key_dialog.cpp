#include "ui/recover_key_dialog.h"

#include "app/recover_key.h"
#include "ui/shell/error_text.h"
#include "ui/shell/list_page.h"
#include "ui/style/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/password_edit.h"

#include <QVBoxLayout>

namespace ui {

RecoverKeyDialog::RecoverKeyDialog(const QString &dataFolder, QWidget *parent)
    : TaskDialog(QStringLiteral("recoverKey"), tr("用备份密码找回数据"), parent), m_folder(dataFolder)
{
    setMinimumWidth(560);
    auto *what = new TonedLabel(tr("输入在本机最后一次设置的备份密码，程序会找回数据的密钥并打开原来的数据。数据不会被改动。"));
    what->setWordWrap(true);
    body()->addWidget(what);
    m_form = new Form;
    m_password = new PasswordEdit(QStringLiteral("recoverKey.password"), tr("备份密码"));
    m_password->setMinimumHeight(size::control);
    m_form->addRow(tr("备份密码"), m_password);
    body()->addWidget(m_form);
    body()->addStretch(1);
    addClose(tr("取消"));
    m_recover = addButton(QStringLiteral("confirm"), tr("找回"), ButtonKind::Primary);
    connect(m_password, &QLineEdit::returnPressed, this, &RecoverKeyDialog::recover);
    connect(m_recover, &QPushButton::clicked, this, &RecoverKeyDialog::recover);
    connect(m_password, &QLineEdit::textChanged, m_form, &Form::clearErrors);
    m_password->setFocus();
}

void RecoverKeyDialog::recover()
{
    if (!m_recover->isEnabled())
        return;
    strip()->clear();
    m_recover->setEnabled(false);
    m_jobs.run(
        this,
        [folder = m_folder, password = m_password->text()](base::Job &) { return app::recoverKey(folder, password); },
        [this](const base::Result<void> &done) { recovered(done); });
    showProgress(tr("正在找回…"), {});
}

void RecoverKeyDialog::recovered(const base::Result<void> &done)
{
    hideProgress();
    m_recover->setEnabled(true);
    if (done)
        return accept();
    if (done.error().code != QLatin1String("backup.password"))
        return strip()->show(errorMessage(done.error()));
    m_form->setError(m_password, tr("备份密码不正确；请输入在本机最后一次设置的备份密码"));
    m_password->selectAll();
    m_password->setFocus();
}

}  // namespace ui
