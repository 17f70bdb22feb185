#include "ui/modules/fee/fee_void_dialog.h"

#include "base/china_time.h"
#include "ui/shell/submission_text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form.h"
#include "ui/widgets/named.h"

#include <QPlainTextEdit>

namespace ui {

FeeVoidDialog::FeeVoidDialog(const domain::Submission &declaration, QWidget *parent)
    : TaskDialog(QStringLiteral("fee.void"), tr("作废申报"), parent)
{
    build(declaration);
    addClose(tr("取消"));
    m_ok = addButton(QStringLiteral("ok"), tr("作废"), ButtonKind::Danger);
    connect(m_ok, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(m_reason->toPlainText().simplified());
        accept();
    });
    count();
    resize(460, 330);
}

void FeeVoidDialog::build(const domain::Submission &declaration)
{
    auto *text = new TonedLabel(tr("确定作废这条申报记录吗？作废成功后欠费信息随之取消，可以重新申报。"),
                                TonedLabel::Role::Normal, this);
    text->setWordWrap(true);
    body()->addWidget(text);
    auto *form = new Form(this);
    form->addText(tr("申报日期"), base::china::text(declaration.createdAt));
    form->addText(tr("申报类型"), submissionTypeText(declaration));
    form->addText(tr("金额"), domain::moneyText(declaration.total));
    m_reason = named(new QPlainTextEdit(this), QStringLiteral("fee.void.reason"), tr("作废原因"));
    m_reason->setPlaceholderText(tr("选填，不超过 %1 个字").arg(mostCharacters));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(76);
    form->addRow(tr("作废原因"), m_reason);
    body()->addWidget(form);
    body()->addStretch(1);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &FeeVoidDialog::count);
}

/// By code points: rare characters take two QChars.
void FeeVoidDialog::count()
{
    const auto used = m_reason->toPlainText().simplified().toUcs4().size();
    setNote(used > 0 ? tr("%1 / %2 字").arg(used).arg(mostCharacters) : QString());
    m_ok->setEnabled(used <= mostCharacters);
}

}  // namespace ui
