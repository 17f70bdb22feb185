#pragma once
// What is worth a look before totals are declared (X5): each person's amount reckoned again from the base and the rule
// pack, and what differs from the month before. The tax side computes what counts; ours is an estimate (预估) and never
// changes a number of its.

#include "domain/payment.h"

namespace domain {

enum class FeeFindingKind {
    BaseDiffers,     ///< 缴费基数 is not the wage within the limits of the pack
    AmountDiffers,   ///< 应缴费额 is not what the base costs
    PayableDiffers,  ///< 应补(退)费额 is not 应缴费额 less 减免费额
    SumDiffers,      ///< the people do not add up to the total
    PeopleDiffer,    ///< … nor are they as many
};

struct FeeFinding {
    FeeFindingKind kind = FeeFindingKind::AmountDiffers;
    QString noticeNumber;  ///< of the total
    Month period;          ///< the last one of it
    QString category;      ///< 征收品目
    QString name;          ///< empty when it is about the total
    QString personNumber;
    Money stated;    ///< by the tax side; of PeopleDiffer nothing
    Money reckoned;  ///< by us: 预估
    qint64 statedPeople = 0;
    qint64 people = 0;
};

/// Why the amounts of a total could not be reckoned.
enum class FeeCheckGap { None, NoPersons, NoRule, SpecialKind };

struct FeeCheck {
    QString assessmentId;
    QString category;
    FeeCheckGap gap = FeeCheckGap::None;
    qint64 people = 0;             ///< looked at
    Money stated;                  ///< 应补(退)费额 of the total
    Money reckoned;                ///< 预估, when there is no gap
    QVector<FeeFinding> findings;  ///< the first kMostFindings of them
    qint64 findingCount = 0;
};
constexpr int kMostFindings = 200;

/// Looks at one total, person after person, so that a hundred thousand need no memory.
class FeeCheckup final {
public:
    FeeCheckup(const FeeAssessment &assessment, const RulePack &pack, UnitType unitType);

    void look(const FeePerson &person);
    FeeCheck finish();

private:
    void add(FeeFindingKind kind, Money stated, Money reckoned, const FeePerson *person);

    const FeeAssessment &m_assessment;
    const RulePack &m_pack;
    std::optional<Charge> m_charge;
    qint64 m_months = 1;
    Money m_sums[4];  ///< wage, base, due, payable
    FeeCheck m_check;
};

/// A daily total beside that of the month before; or what was declared then, and has no total now.
struct FeeMonthDifference {
    QString noticeNumber;
    Month period;
    QString collectionItem;
    QString category;
    QString unitNumber;
    qint64 headcount = 0;
    Money payable;
    bool known = false;     ///< a declaration of the month before was found
    bool vanished = false;  ///< there is no total of it any more, to declare or declared
    qint64 headcountBefore = 0;
    Money before;

    Money difference() const { return payable - before; }
};
/// `before`: the items of standing declarations of the months before; `present`: everything that waits or was declared
/// for the months of the chosen ones.
QVector<FeeMonthDifference> monthDifferences(const QVector<FeeAssessment> &chosen,
                                             const QVector<SubmissionItem> &before, const QVector<FeeItem> &present);

/// What a 特殊缴费类型 (field.md 1.7) means for the clerk, in a sentence; empty for an unknown one.
QString specialKindHint(const QString &code);

}  // namespace domain
