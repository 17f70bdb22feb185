#include "ui/modules/payment/refusal_dialog.h"

#include "ui/models/list_model.h"
#include "ui/models/table_view.h"
#include "ui/modules/payment/bank_advice.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/widgets/message_strip.h"

#include <algorithm>

namespace ui {

using domain::SubmissionItem;
using domain::SubmissionState;

RefusalDialog::RefusalDialog(const service::PaymentOutcome &outcome, QWidget *parent)
    : TaskDialog(QStringLiteral("payment.refused"), tr("缴款结果"), parent)
{
    build(outcome);
    auto *close = addClose(tr("知道了"));
    const auto ambiguous = [](const SubmissionItem &item) {
        return isRefused(item) && bankAdvice(item.reasonCode, item.reasonText).askFirst;
    };
    if (std::any_of(outcome.items.cbegin(), outcome.items.cend(), ambiguous)) {
        auto *ask = addButton(QStringLiteral("ask"), tr("查询结果"), ButtonKind::Primary, Icon::Search);
        connect(ask, &QPushButton::clicked, this, [this] {
            accept();
            Q_EMIT askFirst();
        });
    }
    close->setFocus();
    resize(1120, 440);
}

void RefusalDialog::build(const service::PaymentOutcome &outcome)
{
    std::vector<SubmissionItem> refused;
    domain::Money paid;
    for (const auto &item : outcome.items) {
        if (isRefused(item))
            refused.push_back(item);
        else if (item.state == SubmissionState::Succeeded)
            paid += item.amount;
    }
    const auto succeeded = outcome.items.size() - qsizetype(refused.size());
    const auto text = succeeded == 0 ? tr("%1 条欠费全部没有缴款成功。").arg(refused.size())
                                     : tr("%1 条缴款成功（%2 元），%3 条没有成功。成功的不会重复扣款。")
                                           .arg(succeeded)
                                           .arg(domain::moneyText(paid))
                                           .arg(refused.size());
    strip()->show({.tone = succeeded == 0 ? Tone::Danger : Tone::Warning, .text = text, .closable = false});
    auto *table = new TableView(QStringLiteral("payment.refused.table"), tr("没有缴款成功的欠费"), this);
    auto *model = new ListModel<SubmissionItem>(
        refusedItemColumns(), [](const SubmissionItem &item) { return item.key; }, this);
    model->setRows(std::move(refused));
    table->setListModel(model);
    body()->addWidget(table, 1);
}

}  // namespace ui
