#include "domain/fee_checkup.h"

#include <QSet>

#include <algorithm>

namespace domain {

namespace {

/// The charge a total was made by: a 征收品目 belongs to one insurance and side.
std::optional<Charge> chargeOf(const FeeAssessment &assessment, const RulePack &pack, UnitType unitType)
{
    for (const auto &charge : pack.charges) {
        if (charge.category.code == assessment.item.category.code
            && charge.collectionItem.code == assessment.item.collectionItem.code)
            return chargeInForce(pack, charge.insurance, charge.side, unitType, assessment.item.periodTo);
    }
    return std::nullopt;
}

/// 正常应缴 is a month as any other, 中断补收 and 退休补收 are months made up for, 退收 months given back. 缴费基数调整补收 and
/// 缴费比例调整补收 are differences from a base or rate that nobody tells, single amounts are the agency's: not reckoned.
bool isMonths(const QString &specialKind)
{
    static const QStringList months = {QStringLiteral("10"), QStringLiteral("20"), QStringLiteral("31"),
                                       QStringLiteral("33")};
    return months.contains(specialKind);
}

}  // namespace

FeeCheckup::FeeCheckup(const FeeAssessment &assessment, const RulePack &pack, UnitType unitType)
    : m_assessment(assessment), m_pack(pack), m_charge(chargeOf(assessment, pack, unitType))
{
    m_check.assessmentId = assessment.id;
    m_check.category = assessment.item.category.name;
    m_check.stated = assessment.payable;
    if (!assessment.hasPersons)
        m_check.gap = FeeCheckGap::NoPersons;
    else if (assessment.kind == FeeKind::Special && !isMonths(assessment.specialKind))
        m_check.gap = FeeCheckGap::SpecialKind;
    else if (!m_charge)
        m_check.gap = FeeCheckGap::NoRule;
    m_months = assessment.item.period().count();
    if (assessment.specialKind == QLatin1String("20"))
        m_months = -m_months;
}

void FeeCheckup::add(FeeFindingKind kind, Money stated, Money reckoned, const FeePerson *person)
{
    if (stated == reckoned)
        return;
    ++m_check.findingCount;
    if (m_check.findings.size() >= kMostFindings)
        return;
    FeeFinding finding;
    finding.kind = kind;
    finding.noticeNumber = m_assessment.item.noticeNumber;
    finding.period = m_assessment.item.periodTo;
    finding.category = m_check.category;
    finding.stated = stated;
    finding.reckoned = reckoned;
    if (person) {
        finding.name = person->name;
        finding.personNumber = person->personNumber;
    }
    m_check.findings.append(finding);
}

void FeeCheckup::look(const FeePerson &person)
{
    ++m_check.people;
    m_sums[0] += person.wage;
    m_sums[1] += person.base;
    m_sums[2] += person.due;
    m_sums[3] += person.payable;
    add(FeeFindingKind::PayableDiffers, person.payable, person.due - person.relief, &person);
    if (m_check.gap != FeeCheckGap::None)
        return;
    const auto base =
        contributionBase(m_pack, m_charge->insurance, m_assessment.item.periodTo, person.wage).value_or(person.wage);
    add(FeeFindingKind::BaseDiffers, person.base, base, &person);
    // From the stated base, so that a wrong base is not said twice.
    const auto due = Money::fromFen(personFee(m_pack, *m_charge, person.base).fen() * m_months);
    add(FeeFindingKind::AmountDiffers, person.due, due, &person);
    m_check.reckoned += Money::fromFen(personFee(m_pack, *m_charge, base).fen() * m_months) - person.relief;
}

FeeCheck FeeCheckup::finish()
{
    if (m_check.gap == FeeCheckGap::NoPersons)
        return m_check;
    const Money totals[] = {m_assessment.wageTotal, m_assessment.baseTotal, m_assessment.due, m_assessment.payable};
    for (int i = 0; i < 4; ++i)
        add(FeeFindingKind::SumDiffers, totals[i], m_sums[i], nullptr);
    if (m_check.people != m_assessment.headcount) {
        ++m_check.findingCount;
        FeeFinding finding;
        finding.kind = FeeFindingKind::PeopleDiffer;
        finding.noticeNumber = m_assessment.item.noticeNumber;
        finding.period = m_assessment.item.periodTo;
        finding.category = m_check.category;
        finding.statedPeople = m_assessment.headcount;
        finding.people = m_check.people;
        m_check.findings.append(finding);
    }
    return m_check;
}

namespace {

/// The same fee, a month earlier.
bool precedes(const FeeItem &past, const FeeItem &item)
{
    return past.periodFrom == item.periodFrom - 1 && past.periodTo == item.periodTo - 1
           && past.unitNumber == item.unitNumber && past.category.code == item.category.code;
}

FeeMonthDifference differenceOf(const FeeItem &item, Month period)
{
    FeeMonthDifference row;
    row.noticeNumber = item.noticeNumber;
    row.period = period;
    row.collectionItem = item.collectionItem.name;
    row.category = item.category.name;
    row.unitNumber = item.unitNumber;
    return row;
}

void addBefore(FeeMonthDifference &row, const SubmissionItem &past)
{
    row.known = true;
    row.headcountBefore = std::max(row.headcountBefore, past.headcount);
    row.before += past.amount;
}

}  // namespace

QVector<FeeMonthDifference> monthDifferences(const QVector<FeeAssessment> &chosen,
                                             const QVector<SubmissionItem> &before, const QVector<FeeItem> &present)
{
    QVector<FeeMonthDifference> differences;
    QSet<int> months;
    for (const auto &assessment : chosen) {
        if (assessment.kind != FeeKind::Daily)
            continue;
        months.insert(assessment.item.periodTo.index());
        auto row = differenceOf(assessment.item, assessment.item.periodTo);
        row.headcount = assessment.headcount;
        row.payable = assessment.payable;
        for (const auto &past : before) {
            if (precedes(past.item, assessment.item))
                addBefore(row, past);
        }
        differences.append(row);
    }
    for (const auto &past : before) {
        const auto goesOn = [&past](const FeeItem &item) { return precedes(past.item, item); };
        if (!months.contains(past.item.periodTo.index() + 1) || std::any_of(present.begin(), present.end(), goesOn))
            continue;
        auto row = differenceOf(past.item, past.item.periodTo + 1);
        row.vanished = true;
        addBefore(row, past);
        differences.append(row);
    }
    return differences;
}

QString specialKindHint(const QString &code)
{
    static const QVector<CodeName> hints = {
        {QStringLiteral("10"), QStringLiteral("按月正常应缴的费款，由社保经办机构单独核定，金额与日常申报的算法相同。")},
        {QStringLiteral("20"), QStringLiteral("多缴的费款退回，金额为负；申报后不产生欠费，无需缴款。")},
        {QStringLiteral("31"), QStringLiteral("中断缴费期间的补缴，按中断的月份计算。")},
        {QStringLiteral("32"), QStringLiteral("一次性补缴以前的费款，金额由社保经办机构核定。")},
        {QStringLiteral("33"), QStringLiteral("达到退休年龄、缴费年限不足的补缴，可能没有人员明细。")},
        {QStringLiteral("34"), QStringLiteral("缴费基数调整后的差额：上调补收，下调为负。")},
        {QStringLiteral("35"), QStringLiteral("缴费比例调整后的差额：上调补收，下调为负。")},
        {QStringLiteral("40"), QStringLiteral("一次性缴纳的费款，金额由社保经办机构核定。")},
    };
    for (const auto &hint : hints) {
        if (hint.code == code)
            return hint.name;
    }
    return {};
}

}  // namespace domain
