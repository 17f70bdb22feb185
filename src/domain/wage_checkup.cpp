#include "domain/wage_checkup.h"

#include "domain/person_name.h"

#include <algorithm>
#include <unordered_map>

namespace domain {

namespace {

/// Looks at one line after the other.
class Checkup final {
public:
    Checkup(const WageCheckupRules &rules, const WageSurroundings &surroundings) : m_rules(rules), m_surroundings(surroundings) {}

    void look(const WageDraftLine &line)
    {
        m_line = &line;
        lookAtGaps();
        for (const auto &wage : line.wages)
            lookAtWage(wage);
        lookAtPerson();
    }

    QVector<WageFinding> findings;

private:
    WageFinding &add(WageFindingKind kind, const QString &insurance = {})
    {
        WageFinding finding;
        finding.kind = kind;
        finding.staffId = m_line->staffId;
        finding.name = m_line->name;
        finding.insurance = insurance;
        findings.append(finding);
        return findings.last();
    }

    void lookAtGaps()
    {
        const auto gaps = wageLineGaps(*m_line, m_rules.form, m_rules.pack.wage, m_rules.present);
        if (gaps.noWage)
            add(WageFindingKind::WageMissing, m_line->wages.isEmpty() ? QString() : m_line->wages.constFirst().insurance);
        if (gaps.noMonth)
            add(WageFindingKind::MonthMissing);
        if (gaps.wrongMonth)
            add(WageFindingKind::MonthOutOfRange);
    }

    void lookAtWage(const WageCell &cell)
    {
        if (!cell.newWage) {
            if (m_line->filled() > 0)
                add(WageFindingKind::WageLeftOut, cell.insurance);
            return;
        }
        if (cell.newWage->isZero())
            add(WageFindingKind::WageZero, cell.insurance);
        else if (jumps(cell))
            amounts(add(WageFindingKind::WageJump, cell.insurance), cell);
        lookAtBase(cell);
    }

    static void amounts(WageFinding &finding, const WageCell &cell)
    {
        finding.wage = cell.newWage;
        finding.oldWage = cell.oldWage;
    }

    bool jumps(const WageCell &cell) const
    {
        if (m_rules.jumpPercent <= 0 || !cell.oldWage || cell.oldWage->isZero())
            return false;
        const qint64 difference = qAbs(cell.newWage->fen() - cell.oldWage->fen());
        return difference * 100 > cell.oldWage->fen() * m_rules.jumpPercent;
    }

    /// 缴费基数 = the wage within the limits of the pack (field.md 3.3). One wage for all: the first insurance that limits it.
    void lookAtBase(const WageCell &cell)
    {
        const Month month = m_line->effectiveMonth.value_or(m_rules.present);
        for (const auto &insurance : m_rules.insurances) {
            if (!cell.insurance.isEmpty() && cell.insurance != insurance.code)
                continue;
            const auto base = contributionBase(m_rules.pack, insurance.code, month, *cell.newWage);
            if (!base || *base == *cell.newWage)
                continue;
            auto &finding = add(*base > *cell.newWage ? WageFindingKind::BelowFloor : WageFindingKind::AboveCap, insurance.code);
            amounts(finding, cell);
            finding.base = base;
            return;
        }
    }

    void lookAtPerson()
    {
        const auto number = normalizedDocument(m_line->documentNumber);
        if (const auto flaw = documentFlaw(m_line->documentType, number)) {
            auto &finding = add(WageFindingKind::DocumentWrong);
            finding.flaw = flaw;
            finding.other = flaw == DocumentFlaw::Old15 ? resident18From15(number).value_or(QString()) : QString();
        }
        if (isUnusualName(m_line->name))
            add(WageFindingKind::NameUnusual);
        const auto [first, isFirst] = m_documents.emplace(m_line->documentType + number, m_line->unitNumber);
        if (!isFirst)
            add(WageFindingKind::TwiceInDraft).other = first->second;
        const auto other = m_surroundings.otherUnits.constFind(m_line->staffId);
        if (other != m_surroundings.otherUnits.constEnd())
            add(WageFindingKind::InAnotherUnit).other = *other;
        if (m_surroundings.pensionWithoutMedical.contains(m_line->staffId))
            add(WageFindingKind::PensionWithoutMedical);
    }

    const WageCheckupRules &m_rules;
    const WageSurroundings &m_surroundings;
    const WageDraftLine *m_line = nullptr;
    std::unordered_map<QString, QString> m_documents;  ///< type and number → 单位编号 of the first
};

}  // namespace

FindingWeight weightOf(WageFindingKind kind)
{
    switch (kind) {
    case WageFindingKind::WageMissing:
    case WageFindingKind::MonthMissing:
    case WageFindingKind::MonthOutOfRange: return FindingWeight::Blocks;
    case WageFindingKind::WageZero:
    case WageFindingKind::WageJump:
    case WageFindingKind::WageLeftOut: return FindingWeight::Asks;
    case WageFindingKind::BelowFloor:
    case WageFindingKind::AboveCap:
    case WageFindingKind::DocumentWrong:
    case WageFindingKind::NameUnusual:
    case WageFindingKind::TwiceInDraft:
    case WageFindingKind::InAnotherUnit:
    case WageFindingKind::PensionWithoutMedical: break;
    }
    return FindingWeight::Hint;
}

QVector<WageFinding> wageFindings(const QVector<WageDraftLine> &lines, const WageCheckupRules &rules,
                                  const WageSurroundings &surroundings)
{
    Checkup checkup(rules, surroundings);
    for (const auto &line : lines)
        checkup.look(line);
    std::stable_sort(checkup.findings.begin(), checkup.findings.end(), [](const WageFinding &a, const WageFinding &b) {
        return weightOf(a.kind) < weightOf(b.kind);
    });
    return checkup.findings;
}

}  // namespace domain
