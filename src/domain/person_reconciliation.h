#pragma once
// 对账 of one fee down to the person (X4): who was pre-processed, as last seen here, beside who was declared.

#include "domain/fee.h"

#include <QDateTime>

#include <optional>

namespace domain {

enum class PersonDiscrepancy {
    NotDeclared,    ///< was pre-processed
    NotAssessed,    ///< was declared
    DeclaredTwice,  ///< more than once in declarations that stand
    BaseDiffers,    ///< 缴费基数; the amount may differ too
    AmountDiffers,  ///< 应补(退)费额
};

struct PersonDifference {
    PersonDiscrepancy kind = PersonDiscrepancy::NotDeclared;
    QString personNumber;
    QString name;
    QString documentType;
    QString documentNumber;
    std::optional<Money> assessedBase;
    std::optional<Money> declaredBase;
    std::optional<Money> assessed;  ///< 应补(退)费额
    std::optional<Money> declared;  ///< of all declarations that stand

    Money difference() const { return declared.value_or(Money()) - assessed.value_or(Money()); }
};

/// People and what they add up to, in one of the two books.
struct PersonBook {
    bool known = false;  ///< not known: never seen here as a whole
    qint64 people = 0;
    Money payable;
};

struct PersonReconciliation {
    PersonBook assessed;
    PersonBook declared;
    qint64 differenceCount = 0;             ///< 0 as well when one of the books is not known
    QVector<PersonDifference> differences;  ///< the first kMostDifferences of them
    QDateTime loadedAt;                     ///< of the declared people; invalid: never
};
constexpr int kMostDifferences = 5000;

}  // namespace domain
