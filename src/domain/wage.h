#pragma once
// 缴费工资申报 (manual 3.1.5).

#include "domain/rule_pack.h"
#include "domain/staff.h"
#include "domain/submission.h"

namespace domain {

/// A row of the page: what the clerk is preparing for one person (and one insurance, W11; empty: all of them).
struct WageDraftLine {
    QString staffId;
    QString insurance;
    QString personNumber;
    QString unitNumber;
    QString name;
    QString documentType;
    QString documentNumber;
    std::optional<Money> oldWage;
    std::optional<Money> newWage;
    std::optional<Month> effectiveMonth;
};

/// A line of a declaration that was sent.
struct WageLine {
    QString staffId;
    QString insurance;
    QString name;
    QString documentType;
    QString documentNumber;
    std::optional<Money> oldWage;
    Money wage;
    std::optional<Month> effectiveMonth;
    QString reasonCode;  ///< set when the tax side rejected this line
    QString reasonText;
};

enum class MonthFlaw { Empty, NotAMonth, TooEarly, TooLate };

/// 生效年月 against the pack's range around the present month (field.md 3.5).
std::optional<MonthFlaw> effectiveMonthFlaw(const WageRules &rules, Month present, Month month);

/// What stands between the draft and 提交申报 (W2).
struct WageDraftCheck {
    qint64 lines = 0;
    qint64 emptyWages = 0;
    qint64 emptyMonths = 0;
    qint64 outOfRangeMonths = 0;
    qint64 zeroWages = 0;
    QString firstFlawStaffId;  ///< the first line that blocks
    QString firstFlawInsurance;

    bool blocked() const { return emptyWages + emptyMonths + outOfRangeMonths > 0; }
};

WageDraftCheck checkWageDraft(const QVector<WageDraftLine> &lines, WageKind kind, const WageRules &rules, Month present);

}  // namespace domain
