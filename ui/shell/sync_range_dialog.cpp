#include "ui/shell/sync_range_dialog.h"

#include "ui/widgets/card.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form.h"

namespace ui {

SyncRangeDialog::SyncRangeDialog(const QString &id, const QString &what, QDate today, QWidget *parent)
    : TaskDialog(id + QStringLiteral(".range"), tr("同步%1记录").arg(what), parent)
{
    auto *text = new TonedLabel(tr("从税务端同步所选日期范围内的%1记录，包括其他渠道和其他电脑办理的。").arg(what),
                                TonedLabel::Role::Normal, this);
    text->setWordWrap(true);
    body()->addWidget(text);
    const QString from = tr("%1日期起").arg(what);
    const QString to = tr("%1日期止").arg(what);
    m_form = new Form(this);
    m_from = new DateEdit(objectName() + QStringLiteral(".from"), from, this);
    m_to = new DateEdit(objectName() + QStringLiteral(".to"), to, this);
    m_from->setDate(today.addMonths(-6));
    m_to->setDate(today);
    m_form->addRow(from, m_from);
    m_form->addRow(to, m_to);
    body()->addWidget(m_form);
    body()->addStretch(1);
    addClose(tr("取消"));
    auto *ok = addButton(QStringLiteral("ok"), tr("同步"), ButtonKind::Primary, Icon::Sync);
    connect(ok, &QPushButton::clicked, this, &SyncRangeDialog::confirm);
    resize(440, 260);
}

void SyncRangeDialog::confirm()
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
