#pragma once

#include "domain/money.h"

#include <QString>

namespace domain {

/// One fee with the amount that the clerk has seen and confirmed: it is sent with this amount, or not at all.
struct ConfirmedAmount {
    QString id;  ///< of an assessment or arrear
    Money amount;
};

}  // namespace domain
