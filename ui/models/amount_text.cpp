#include "ui/models/amount_text.h"

#include <QCoreApplication>

namespace ui {

QString yuanText(domain::Money amount)
{
    return QCoreApplication::translate("ui::AmountText", "%1 元").arg(domain::moneyText(amount));
}

}  // namespace ui
