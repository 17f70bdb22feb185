#include "domain/staff_change.h"

#include <algorithm>

namespace domain {

namespace {

QString kept(const QString &text)
{
    return text;
}

QString kept(ContributionState state)
{
    return QString::number(static_cast<int>(state));
}

QString kept(Month month)
{
    return QString::number(month.index());
}

QString kept(Money amount)
{
    return QString::number(amount.fen());
}

template <class T>
QString kept(const std::optional<T> &value)
{
    return value ? kept(*value) : QString();
}

/// Collects what differs between two states of one person.
class Comparison final {
public:
    explicit Comparison(const Staff &person) : m_person(person) {}

    void say(StaffField field, const QString &insurance = {}, const QString &before = {}, const QString &after = {})
    {
        m_found.push_back({0, {}, m_person.id, m_person.name, m_person.documentType, m_person.documentNumber, field,
                           insurance, before, after});
    }

    template <class T>
    void compare(StaffField field, const T &before, const T &after, const QString &insurance = {})
    {
        if (!(before == after))
            say(field, insurance, kept(before), kept(after));
    }

    void compare(const StaffInsurance &before, const StaffInsurance &after)
    {
        const auto &name = after.insuranceName;
        compare(StaffField::InsuranceState, before.state, after.state, name);
        compare(StaffField::InsuranceFrom, before.from, after.from, name);
        compare(StaffField::InsuranceTo, before.to, after.to, name);
        compare(StaffField::InsuranceWage, before.wage, after.wage, name);
        compare(StaffField::InsuranceBase, before.base, after.base, name);
    }

    std::vector<StaffChange> take() { return std::move(m_found); }

private:
    const Staff &m_person;
    std::vector<StaffChange> m_found;
};

const StaffInsurance *insuranceOf(const Staff &staff, const QString &code)
{
    const auto found = std::find_if(staff.insurances.cbegin(), staff.insurances.cend(),
                                    [&code](const StaffInsurance &each) { return each.insurance == code; });
    return found == staff.insurances.cend() ? nullptr : &*found;
}

void compareInsurances(Comparison &comparison, const Staff &before, const Staff &after)
{
    for (const auto &now : after.insurances) {
        if (const auto *was = insuranceOf(before, now.insurance))
            comparison.compare(*was, now);
        else
            comparison.say(StaffField::InsuranceJoined, now.insuranceName);
    }
    for (const auto &was : before.insurances) {
        if (!insuranceOf(after, was.insurance))
            comparison.say(StaffField::InsuranceLeft, was.insuranceName);
    }
}

}  // namespace

std::vector<StaffChange> changesBetween(const std::optional<Staff> &before, const std::optional<Staff> &after)
{
    if (!before && !after)
        return {};
    Comparison comparison(after ? *after : *before);
    if (!before || !after) {
        comparison.say(after ? StaffField::Joined : StaffField::Left);
        return comparison.take();
    }
    comparison.compare(StaffField::PersonNumber, before->personNumber, after->personNumber);
    comparison.compare(StaffField::UnitNumber, before->unitNumber, after->unitNumber);
    comparison.compare(StaffField::Name, before->name, after->name);
    comparison.compare(StaffField::DocumentType, before->documentType, after->documentType);
    comparison.compare(StaffField::DocumentNumber, before->documentNumber, after->documentNumber);
    comparison.compare(StaffField::Department, before->department, after->department);
    comparison.compare(StaffField::State, before->state, after->state);
    comparison.compare(StaffField::Wage, before->wage, after->wage);
    compareInsurances(comparison, *before, *after);
    return comparison.take();
}

}  // namespace domain
