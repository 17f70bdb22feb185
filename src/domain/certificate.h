#pragma once
// Documents that are handed out: 职工缴费证明 (C1), what was declared for one employee over some months and what of it
// arrived; 年金缴款通知单 (C2); 缴款记录 and 单位缴费记录, what a unit has paid.

#include "domain/declared_person.h"
#include "domain/receipt.h"
#include "domain/unit.h"

#include <QDateTime>
#include <QSet>

namespace domain {

/// Somebody who was declared, whatever is known of him otherwise.
struct Employee {
    QString identity;
    QString name;
    QString documentType;
    QString documentNumber;
    QString personNumber;
    Month first;  ///< of the fee periods that were found
    Month last;
    qint64 items = 0;
    Money payable;
    Money received;  ///< of payable
};

struct EmployeeQuery {
    MonthRange months;
    QString name;
    QString documentType;
    QString documentNumber;
    QString quick = {};  ///< a quick search

    bool operator==(const EmployeeQuery &) const = default;
};

/// Of what a query found: some, or all but some.
struct EmployeeSelection {
    bool all = false;
    EmployeeQuery query;
    QSet<QString> identities;
};

/// Both sides of one insurance in one period.
struct CertificateLine {
    MonthRange period;
    QString insurance;
    Money base;
    Money unit;    ///< 单位缴纳
    Money person;  ///< 个人缴纳
    Money other;   ///< a category of which neither is known
    bool received = false;

    Money total() const { return unit + person + other; }
};

struct Certificate {
    Unit unit;
    Employee employee;
    MonthRange months;
    QDateTime asOf;  ///< when the oldest of its months was fetched
    QVector<CertificateLine> lines;
};

/// Who pays a category: by the pack, or by its name when the pack does not know it (any more).
std::optional<Side> sideOf(const RulePack &pack, const CodeName &category);
/// In the order of the periods; amounts of the same period, insurance and base stand in one line when both have arrived
/// or neither has. The lines' sums are those of the rows.
QVector<CertificateLine> certificateLines(const RulePack &pack, const QVector<DeclaredPerson> &rows);

/// A fee that was paid by agreement, with its payment: a line of 缴款记录.
struct PaidLine {
    QDateTime at;
    QString agreement;
    SubmissionItem item;
};

enum class CertificateKind { Contribution, Annuity, Payments, Receipts };

/// A document that was handed out.
struct CertificateRecord {
    QString number;
    CertificateKind kind = CertificateKind::Contribution;
    QString subject;  ///< whom it is about: a name, or nothing
    QString title;
    MonthRange months;
    Money total;
    QDateTime issuedAt;
};

}  // namespace domain
