#pragma once
// A field for an amount in yuan: reads what domain::moneyFromTyped reads, shows it grouped when it loses the focus.

#include "domain/money.h"

#include <QLineEdit>

namespace ui {

class MoneyEdit final : public QLineEdit {
    Q_OBJECT
public:
    MoneyEdit(const QString &objectName, const QString &accessibleName, domain::Money maximum, QWidget *parent = nullptr);
    domain::TypedMoney typed() const { return domain::moneyFromTyped(text(), m_maximum); }

private:
    void normalise();
    domain::Money m_maximum;
};

/// 「请输入金额」…; the sentence under the field.
QString moneyFlawText(domain::MoneyFlaw flaw, domain::Money maximum);

}  // namespace ui
