#pragma once
// 申报体检 (X5): what is worth a look before a wage draft is sent. Only what blocks is ever refused; the rest is said.

#include "domain/document.h"
#include "domain/wage.h"

#include <QHash>
#include <QSet>

namespace domain {

enum class WageFindingKind {
    // must be put right before it can be sent (W2)
    WageMissing,
    MonthMissing,
    MonthOutOfRange,
    // asked about
    WageZero,
    WageJump,    ///< differs from the old one by more than the clerk's threshold
    WageLeftOut, ///< by insurance: empty while another wage of the person is filled
    // worth knowing
    BelowFloor,  ///< the base will be the floor of the pack
    AboveCap,
    DocumentWrong,
    NameUnusual,
    TwiceInDraft,  ///< the same document number under two entries
    InAnotherUnit,
    PensionWithoutMedical,
};

enum class FindingWeight { Blocks, Asks, Hint };
FindingWeight weightOf(WageFindingKind kind);

struct WageFinding {
    WageFindingKind kind = WageFindingKind::WageMissing;
    QString staffId;
    QString name;
    QString insurance;  ///< whose wage; of a base limit also where the wage is for all of them
    std::optional<Money> wage;
    std::optional<Money> oldWage;
    std::optional<Money> base;  ///< as we reckon it: 预估
    std::optional<DocumentFlaw> flaw;
    QString other;  ///< the other unit's name, the other 单位编号, the number of 18 digits for an old one
};

/// What the draft alone does not say; by staff id.
struct WageSurroundings {
    QHash<QString, QString> otherUnits;
    QSet<QString> pensionWithoutMedical;
};

struct WageCheckupRules {
    WageForm form;
    RulePack pack;
    QVector<CodeName> insurances;  ///< of the unit
    Month present;
    int jumpPercent = 0;  ///< 0: jumps are not looked for
};

/// In the order of the lines, what blocks first.
QVector<WageFinding> wageFindings(const QVector<WageDraftLine> &lines, const WageCheckupRules &rules,
                                  const WageSurroundings &surroundings);

}  // namespace domain
