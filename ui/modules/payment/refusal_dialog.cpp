#include "ui/modules/payment/refusal_dialog.h"

#include "ui/models/list_model.h"
#include "ui/models/table_view.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/modules/payment/payment_tally.h"
#include "ui/widgets/message_strip.h"

namespace ui {

using domain::SubmissionItem;
using domain::SubmissionState;

namespace {

QString sentences(const PaymentTally &tally)
{
    QString text = RefusalDialog::tr("%1。").arg(tallyText(tally));
    if (tally.paid.count > 0)
        text += RefusalDialog::tr("成功的不会重复扣款。");
    if (tally.unknown.count > 0)
        text += RefusalDialog::tr("结果未知的款项可能已经扣出，查清之前不能再次缴款。");
    return text;
}

}  // namespace

RefusalDialog::RefusalDialog(const service::PaymentOutcome &outcome, QWidget *parent)
    : TaskDialog(QStringLiteral("payment.refused"), tr("缴款结果"), parent)
{
    const auto tally = tallyOf(outcome.items);
    const bool bad = tally.paid.count == 0 || tally.unknown.count > 0;
    strip()->show({.tone = bad ? Tone::Danger : Tone::Warning, .text = sentences(tally), .closable = false});
    buildTable(outcome);
    auto *close = addClose(tr("知道了"));
    if (tally.unknown.count + tally.awaiting.count > 0) {
        auto *ask = addButton(QStringLiteral("ask"), tr("查询结果"), ButtonKind::Primary, Icon::Search);
        connect(ask, &QPushButton::clicked, this, [this] {
            accept();
            Q_EMIT askFirst();
        });
    }
    close->setFocus();
    setContentWidth(1120);
}

void RefusalDialog::buildTable(const service::PaymentOutcome &outcome)
{
    std::vector<SubmissionItem> unpaid;
    for (const auto &item : outcome.items) {
        if (item.state != SubmissionState::Succeeded)
            unpaid.push_back(item);
    }
    auto *table = new TableView(QStringLiteral("payment.refused.table"), tr("没有缴款成功的欠费"), this);
    auto *model = new ListModel<SubmissionItem>(
        unpaidItemColumns(), [](const SubmissionItem &item) { return item.key; }, this);
    model->setRows(std::move(unpaid));
    table->setListModel(model);
    table->setRowsShown(2, 10);
    body()->addWidget(table, 1);
}

}  // namespace ui
