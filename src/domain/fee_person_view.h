#pragma once
// How 人员明细 of one total are looked at.

#include "domain/fee.h"

namespace domain {

/// With its 序号, from 1 on: its place in the order of the tax side.
struct NumberedPerson {
    qint64 number = 0;
    FeePerson person;
};

enum class FeePersonOrder { Number, PersonNumber, Name, DocumentNumber, Wage, Base, Due, Relief, Payable };

/// How 人员明细 are looked at: whom a quick search finds, and in what order.
struct FeePersonView {
    QString quick = {};
    FeePersonOrder order = FeePersonOrder::Number;
    bool descending = false;

    /// Everybody, as the tax side has them.
    bool isAll() const { return quick.isEmpty() && order == FeePersonOrder::Number && !descending; }
    bool operator==(const FeePersonView &) const = default;
};

}  // namespace domain
