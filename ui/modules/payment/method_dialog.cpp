#include "ui/modules/payment/method_dialog.h"

#include "ui/widgets/card.h"

namespace ui {

MethodDialog::MethodDialog(int count, domain::Money total, QWidget *parent)
    : TaskDialog(QStringLiteral("payment.method"), tr("选择缴款方式"), parent)
{
    body()->addWidget(new TonedLabel(tr("选中 %1 条欠费，合计 %2 元。").arg(count).arg(domain::moneyText(total)),
                                     TonedLabel::Role::Normal, this));
    auto *agreement = new TileButton(QStringLiteral("payment.method.agreement"), Icon::Bank, tr("三方协议缴款"),
                                     tr("从签约账户直接扣款，当场知道结果"), this);
    auto *voucher = new TileButton(QStringLiteral("payment.method.voucher"), Icon::Print, tr("打印银行端缴款凭证"),
                                   tr("打印凭证后到银行柜台缴款"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::large);
    for (auto *tile : {agreement, voucher}) {
        tile->setMinimumSize(300, 96);
        row->addWidget(tile, 1);
    }
    body()->addLayout(row);
    connect(agreement, &QAbstractButton::clicked, this, [this] {
        accept();
        Q_EMIT agreementChosen();
    });
    connect(voucher, &QAbstractButton::clicked, this, [this] {
        accept();
        Q_EMIT voucherChosen();
    });
    addClose(tr("取消"));
    agreement->setFocus();
}

}  // namespace ui
