#include "ui/widgets/money_edit.h"

#include "ui/widgets/named.h"

namespace ui {

MoneyEdit::MoneyEdit(const QString &objectName, const QString &accessibleName, domain::Money maximum, QWidget *parent)
    : QLineEdit(parent), m_maximum(maximum)
{
    named(this, objectName, accessibleName);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // No QValidator: it would fight the input method. What was typed is judged when it is done.
    connect(this, &QLineEdit::editingFinished, this, &MoneyEdit::normalise);
    connect(this, &QLineEdit::textChanged, this, [this] {
        setProperty("invalid", false);
        update();
    });
}

void MoneyEdit::normalise()
{
    const auto read = typed();
    if (read.amount)
        setText(domain::moneyText(*read.amount));
    setProperty("invalid", !read.amount && !text().trimmed().isEmpty());
    update();
}

QString moneyFlawText(domain::MoneyFlaw flaw, domain::Money maximum)
{
    switch (flaw) {
    case domain::MoneyFlaw::Empty: return MoneyEdit::tr("请输入金额");
    case domain::MoneyFlaw::NotANumber: return MoneyEdit::tr("这不是金额，请输入数字，例如 5800.00");
    case domain::MoneyFlaw::Negative: return MoneyEdit::tr("金额不能为负数");
    case domain::MoneyFlaw::TooManyDecimals: return MoneyEdit::tr("金额最多两位小数");
    case domain::MoneyFlaw::TooLarge: return MoneyEdit::tr("金额不能超过 %1 元").arg(domain::moneyText(maximum));
    }
    return {};
}

}  // namespace ui
