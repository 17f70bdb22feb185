#pragma once
// 社保费申报明细 (Q3): what was declared and accepted, down to the person; and the annuity notices made of it (C2).

#include "domain/fee.h"
#include "domain/month_range.h"

namespace domain {

struct DeclaredPerson {
    QString key;  ///< of the local row
    QString declarationId;
    FeeItem item;
    FeePerson person;
    bool received = false;  ///< 到账
};

/// Exact; empty means any. A multi-month fee is found by each of its months.
struct DeclaredQuery {
    std::optional<Month> from;
    std::optional<Month> to;
    QString unitNumber;
    QString agencyName;
    QString collectionItem;  ///< code
    QString category;        ///< code
    QString subcategory;
    QString name;
    QString documentType;
    QString documentNumber;
    QString quick = {};  ///< a quick search

    bool asksForPerson() const
    {
        return !name.isEmpty() || !documentType.isEmpty() || !documentNumber.isEmpty() || !quick.isEmpty();
    }
    bool operator==(const DeclaredQuery &) const = default;
};

struct DeclaredTotals {
    qint64 rows = 0;
    Money due;
    Money relief;
    Money payable;
    Money received;  ///< of payable
};

/// What the lists of 查询 offer.
struct DeclaredChoices {
    QStringList unitNumbers;
    QStringList agencies;
    QVector<CodeName> collectionItems;
    QVector<CodeName> categories;
    QStringList subcategories;
};

struct AnnuityNotice {
    QString number;
    Month period;
    QStringList noticeNumbers;  ///< 征集通知流水号
    qint64 headcount = 0;
    Money baseTotal;
    Money unitAmount;
    Money personAmount;
    QDate payBy;
    QString accountName;
    QString accountNumber;
    QString bankName;
    bool owed = false;  ///< some of it is among the arrears that are known here

    Money total() const { return unitAmount + personAmount; }
};

}  // namespace domain
