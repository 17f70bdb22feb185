#include "ui/modules/fee/fee_range_dialog.h"

#include "ui/widgets/card.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form.h"

namespace ui {

FeeRangeDialog::FeeRangeDialog(QDate today, QWidget *parent) : TaskDialog(QStringLiteral("fee.sync"), tr("同步申报记录"), parent)
{
    auto *text = new TonedLabel(tr("从税务端同步所选申报日期范围内、全部渠道的申报记录（申报成功、已作废）。"),
                                TonedLabel::Role::Normal, this);
    text->setWordWrap(true);
    body()->addWidget(text);
    m_form = new Form(this);
    m_from = new DateEdit(QStringLiteral("fee.sync.from"), tr("申报日期起"), this);
    m_to = new DateEdit(QStringLiteral("fee.sync.to"), tr("申报日期止"), this);
    m_from->setDate(today.addMonths(-6));
    m_to->setDate(today);
    m_form->addRow(tr("申报日期起"), m_from);
    m_form->addRow(tr("申报日期止"), m_to);
    body()->addWidget(m_form);
    body()->addStretch(1);
    addClose(tr("取消"));
    auto *ok = addButton(QStringLiteral("ok"), tr("同步"), ButtonKind::Primary, Icon::Sync);
    connect(ok, &QPushButton::clicked, this, &FeeRangeDialog::confirm);
    resize(440, 260);
}

void FeeRangeDialog::confirm()
{
    m_form->clearErrors();
    const auto from = m_from->date();
    const auto to = m_to->date();
    if (!from)
        m_form->setError(m_from, tr("请输入日期，如 2026-07-01"));
    if (!to)
        m_form->setError(m_to, tr("请输入日期，如 2026-07-01"));
    else if (from && *to < *from)
        m_form->setError(m_to, tr("结束日期不能早于开始日期"));
    if (!from || !to || *to < *from)
        return;
    Q_EMIT chosen(*from, *to);
    accept();
}

}  // namespace ui
