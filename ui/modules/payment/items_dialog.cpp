#include "ui/modules/payment/items_dialog.h"

#include "ui/models/table_view.h"
#include "ui/shell/submission_history.h"

namespace ui {

using domain::SubmissionItem;

ItemsDialog::ItemsDialog(What what, const SubmissionRecord &record, const Desk &desk, service::Outbox &outbox,
                         QWidget *parent)
    : TaskDialog(QStringLiteral("payment.detail"), what.title, parent)
{
    const auto state = stateText(record.submission);
    // Of a payment each item has a reason of its own; they stand in the list.
    const auto reason = record.submission.state == domain::SubmissionState::Partial ? QString()
                                                                                    : reasonText(record.submission);
    strip()->show({.tone = state.tone,
                   .text = reason.isEmpty() ? state.text : tr("%1：%2").arg(state.text, reason),
                   .closable = false});
    addFacts(what.facts);
    auto *table = new TableView(QStringLiteral("payment.detail.table"), tr("欠费明细"), this);
    auto *model = new ListModel<SubmissionItem>(
        std::move(what.columns), [](const SubmissionItem &item) { return item.key; }, this);
    model->setRows({record.items.cbegin(), record.items.cend()});
    table->setListModel(model);
    body()->addWidget(table, 1);
    const auto &submission = record.submission;
    const auto id = submission.targetId.isEmpty() ? submission.id : submission.targetId;
    body()->addWidget(new SubmissionHistory(objectName(), desk, outbox, id, this));
    setNote(tr("共 %1 条").arg(record.items.size()));
    addClose(tr("关闭"));
    resize(1080, 640);
}

}  // namespace ui
