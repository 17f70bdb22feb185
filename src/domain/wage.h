#pragma once
// 缴费工资申报 (manual 3.1.5).

#include "domain/rule_pack.h"
#include "domain/staff.h"
#include "domain/submission.h"

namespace domain {

/// Which declaration is prepared. By insurance and not are two drafts side by side, so switching loses nothing (W11, W12).
struct WageForm {
    WageKind kind = WageKind::Daily;
    bool byInsurance = false;

    bool operator==(const WageForm &) const = default;
};

/// A wage of a draft line. Of the whole form there is one, with no insurance; by insurance one for each the person is in.
struct WageCell {
    QString insurance;
    std::optional<Money> oldWage;
    std::optional<Money> newWage;
};

/// A row of the page: what the clerk is preparing for one person.
struct WageDraftLine {
    QString staffId;
    QString personNumber;
    QString unitNumber;
    QString name;
    QString documentType;
    QString documentNumber;
    QVector<WageCell> wages;
    std::optional<Month> effectiveMonth;

    const WageCell *cell(const QString &insurance) const;
    WageCell *cell(const QString &insurance);
    qsizetype filled() const;  ///< wages that are there
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

/// Whether none of these lines was taken, and none has a reason of its own: the declaration was refused as a whole.
bool isRefusedWhole(SubmissionState state, const std::vector<WageLine> &lines);

enum class MonthFlaw { TooEarly, TooLate };

/// 生效年月 against the pack's range around the present month (field.md 3.5).
std::optional<MonthFlaw> effectiveMonthFlaw(const WageRules &rules, Month present, Month month);

/// The insurances of a unit, by code: the columns of a draft by insurance.
QVector<CodeName> wageInsurances(const Unit &unit);

/// What stands between the draft and 提交申报 (W2). By insurance a person needs one wage at least: those left empty stay as
/// they are, which the clerk is told before sending.
struct WageDraftCheck {
    qint64 people = 0;
    qint64 wages = 0;  ///< to be declared
    qint64 emptyWages = 0;
    qint64 emptyMonths = 0;
    qint64 outOfRangeMonths = 0;
    qint64 zeroWages = 0;
    qint64 leftOut = 0;        ///< by insurance: empty wages of people who have another one
    QString firstFlawStaffId;  ///< the first line that blocks

    bool blocked() const { return emptyWages + emptyMonths + outOfRangeMonths > 0; }
};

/// What keeps one line from being sent.
struct WageLineGaps {
    bool noWage = false;
    bool noMonth = false;
    bool wrongMonth = false;

    bool any() const { return noWage || noMonth || wrongMonth; }
};
WageLineGaps wageLineGaps(const WageDraftLine &line, const WageForm &form, const WageRules &rules, Month present);

WageDraftCheck checkWageDraft(const QVector<WageDraftLine> &lines, const WageForm &form, const WageRules &rules, Month present);

/// 年度缴费工资申报 is open from `from` to `to`, both included: the present window, or the next one when it is closed.
struct AnnualWindow {
    bool open = false;
    QDate from;
    QDate to;
};
/// A window may run over New Year's Eve. Nothing when the pack's days are none.
std::optional<AnnualWindow> annualWindow(const WageRules &rules, QDate today);

}  // namespace domain
