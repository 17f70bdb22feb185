#include "ui/modules/payment/items_dialog.h"

#include "ui/models/table_view.h"

namespace ui {

using domain::SubmissionItem;

ItemsDialog::ItemsDialog(const QString &title, const SubmissionRecord &record, const Facts &facts,
                         std::vector<Column<SubmissionItem>> columns, QWidget *parent)
    : TaskDialog(QStringLiteral("payment.detail"), title, parent)
{
    const auto state = stateText(record.submission);
    // Of a payment each item has a reason of its own; they stand in the list.
    const auto reason = record.submission.state == domain::SubmissionState::Partial ? QString()
                                                                                    : reasonText(record.submission);
    strip()->show({.tone = state.tone,
                   .text = reason.isEmpty() ? state.text : tr("%1：%2").arg(state.text, reason),
                   .closable = false});
    addFacts(facts);
    auto *table = new TableView(QStringLiteral("payment.detail.table"), tr("欠费明细"), this);
    auto *model = new ListModel<SubmissionItem>(std::move(columns), [](const SubmissionItem &item) { return item.key; }, this);
    model->setRows({record.items.cbegin(), record.items.cend()});
    table->setListModel(model);
    body()->addWidget(table, 1);
    setNote(tr("共 %1 条").arg(record.items.size()));
    addClose(tr("关闭"));
    resize(1080, 520);
}

}  // namespace ui
