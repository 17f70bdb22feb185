#include "domain/certificate.h"

#include <algorithm>

namespace domain {

namespace {

const Charge *chargeOf(const RulePack &pack, const CodeName &category)
{
    const auto found = std::find_if(pack.charges.cbegin(), pack.charges.cend(),
                                    [&](const Charge &charge) { return charge.category.code == category.code; });
    return found == pack.charges.cend() ? nullptr : &*found;
}

}  // namespace

std::optional<Side> sideOf(const RulePack &pack, const CodeName &category)
{
    if (const auto *charge = chargeOf(pack, category))
        return charge->side;
    if (category.name.contains(QStringLiteral("个人缴纳")))
        return Side::Person;
    if (category.name.contains(QStringLiteral("单位缴纳")))
        return Side::Unit;
    return std::nullopt;
}

QVector<CertificateLine> certificateLines(const RulePack &pack, const QVector<DeclaredPerson> &rows)
{
    QVector<CertificateLine> lines;
    for (const auto &row : rows) {
        const auto *charge = chargeOf(pack, row.item.category);
        const QString insurance = charge ? charge->insuranceName : row.item.category.name;
        const auto period = row.item.period();
        // A refund stays a line of its own: it must not disappear in what it takes back.
        const bool refund = row.person.payable < Money();
        auto line = std::find_if(lines.begin(), lines.end(), [&](const CertificateLine &each) {
            return each.period == period && each.insurance == insurance && each.base == row.person.base
                   && each.received == row.received && (each.total() < Money()) == refund;
        });
        if (line == lines.end()) {
            CertificateLine fresh;
            fresh.period = period;
            fresh.insurance = insurance;
            fresh.base = row.person.base;
            fresh.received = row.received;
            line = lines.insert(lines.end(), fresh);
        }
        const auto side = sideOf(pack, row.item.category);
        Money &share = !side ? line->other : *side == Side::Unit ? line->unit : line->person;
        share += row.person.payable;
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) {
        return std::pair(a.period.from, a.period.to) < std::pair(b.period.from, b.period.to);
    });
    return lines;
}

}  // namespace domain
