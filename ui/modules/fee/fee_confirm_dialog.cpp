#include "ui/modules/fee/fee_confirm_dialog.h"

#include "ui/models/list_model.h"
#include "ui/models/table_view.h"
#include "ui/models/totals_bar.h"
#include "ui/modules/fee/fee_columns.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"

#include <algorithm>

namespace ui {

FeeConfirmDialog::FeeConfirmDialog(const QString &pageId, const std::vector<domain::FeeAssessment> &chosen, QDate today,
                                   QWidget *parent)
    : TaskDialog(pageId + QStringLiteral(".confirm"), tr("确认提交申报"), parent)
{
    build(chosen, today);
    addClose(tr("取消"));
    auto *ok = addButton(QStringLiteral("ok"), tr("提交申报"), ButtonKind::Primary, Icon::Send);
    connect(ok, &QPushButton::clicked, this, &QDialog::accept);
    ok->setFocus();
    resize(680, 420);
}

void FeeConfirmDialog::build(const std::vector<domain::FeeAssessment> &chosen, QDate today)
{
    const auto late = std::count_if(chosen.begin(), chosen.end(), [today](const domain::FeeAssessment &one) {
        return one.declareBy.isValid() && one.declareBy < today;
    });
    if (late > 0)
        strip()->show({.tone = Tone::Warning,
                       .text = tr("其中 %1 条已超过申报期限，可能产生滞纳金，以税务端计算为准。").arg(late),
                       .closable = false});
    auto *text = new TonedLabel(tr("请核对本次申报的 %1 条汇总信息，确认无误后提交：").arg(chosen.size()),
                                TonedLabel::Role::Normal, this);
    body()->addWidget(text);

    const auto sums = sumByInsurance(chosen);
    auto *table = new TableView(objectName() + QStringLiteral(".table"), tr("按征收项目汇总"), this);
    auto *model = new ListModel<InsuranceSum>(insuranceSumColumns(), [](const InsuranceSum &sum) { return sum.name; }, this);
    model->setRows(sums);
    table->setListModel(model);
    body()->addWidget(table, 1);

    InsuranceSum all;
    for (const auto &sum : sums) {
        all.due += sum.due;
        all.relief += sum.relief;
        all.payable += sum.payable;
    }
    auto *totals = new TotalsBar(objectName() + QStringLiteral(".totals"), this);
    totals->setTotals({{tr("条数"), QString::number(chosen.size())},
                       {tr("应缴费额合计"), domain::moneyText(all.due)},
                       {tr("减免费额合计"), domain::moneyText(all.relief)},
                       {tr("应补(退)费额合计"), domain::moneyText(all.payable)}});
    body()->addWidget(totals);
}

}  // namespace ui
