#include "ui/modules/fee/fee_detail_dialog.h"

#include "base/china_time.h"
#include "ui/models/table_view.h"
#include "ui/modules/fee/fee_columns.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_history.h"

namespace ui {

FeeDetailDialog::FeeDetailDialog(const Desk &desk, service::Outbox &outbox, const domain::Submission &submission,
                                 QWidget *parent)
    : TaskDialog(QStringLiteral("fee.detail"), tr("社保费申报详情"), parent), m_desk(desk), m_outbox(outbox),
      // A voiding has no items of its own: those of what it voids are shown.
      m_id(submission.targetId.isEmpty() ? submission.id : submission.targetId)
{
    build(submission);
    addClose(tr("关闭"));
    resize(1030, 660);
    load();
}

void FeeDetailDialog::build(const domain::Submission &submission)
{
    const auto state = stateText(submission);
    const auto reason = reasonText(submission);
    strip()->show({.tone = state.tone,
                   .text = reason.isEmpty() ? state.text : tr("%1：%2").arg(state.text, reason),
                   .closable = false});
    addFacts({{tr("申报日期"), base::china::text(submission.createdAt)},
              {tr("申报类型"), submissionTypeText(submission)},
              {tr("反馈时间"), submission.settledAt.isValid() ? base::china::text(submission.settledAt) : tr("尚未反馈")},
              {tr("申报渠道"), channelText(submission)},
              {tr("金额"), domain::moneyText(submission.total)}});
    auto *table = new TableView(QStringLiteral("fee.detail.table"), tr("申报明细"), this);
    m_items = new ListModel<domain::SubmissionItem>(
        feeItemColumns(), [](const domain::SubmissionItem &item) { return item.key; }, this);
    table->setListModel(m_items);
    body()->addWidget(table, 1);
    body()->addWidget(new SubmissionHistory(objectName(), m_desk, m_outbox, m_id, this));
}

void FeeDetailDialog::load()
{
    auto &outbox = m_outbox;
    m_reading = m_desk.jobs.run(
        this, [&outbox, id = m_id](base::Job &) { return outbox.items(id); },
        [this](base::Result<QVector<domain::SubmissionItem>> items) {
            if (!items)
                return strip()->show(errorMessage(items.error(), [this] { load(); }));
            setNote(tr("共 %1 条").arg(items->size()));
            m_items->setRows({items->cbegin(), items->cend()});
        });
}

}  // namespace ui
