// How many people, counted over everybody. Somebody with entries in several 单位编号 is one person.

#include "store/staff_table.h"

#include "store/values.h"

#include <QHash>

#include <utility>

namespace store {

using base::sqlite::Statement;

/// The entries of everybody who has more than one, person by person. Few, as a rule: so people are counted as entries
/// less what these are too many.
Statement StaffTable::repeated(const QString &unit) const
{
    return m_connection.query("SELECT id, person_number, state, wage IS NULL FROM staff WHERE registration_id = ?1"
                              " AND person_number IN (SELECT person_number FROM staff WHERE registration_id = ?1"
                              " GROUP BY person_number HAVING count(*) > 1) ORDER BY person_number",
                              unit);
}

domain::StaffCounts StaffTable::counts(const QString &unit) const
{
    constexpr auto normal = static_cast<int>(domain::ContributionState::Normal);
    // Each of the three from its index alone.
    auto row = m_connection.query("SELECT (SELECT count(*) FROM staff WHERE registration_id = ?1),"
                                  " (SELECT count(*) FROM staff WHERE registration_id = ?1 AND state = ?2),"
                                  " (SELECT count(*) FROM staff WHERE registration_id = ?1 AND state = ?2 AND wage IS NULL)",
                                  unit, normal);
    row.next();
    domain::StaffCounts counts{row.integer(0), row.integer(1), 0, row.integer(2)};
    struct {
        QString number;
        bool normal = false;
        bool withoutWage = false;
    } person;
    auto entry = repeated(unit);
    while (entry.next()) {
        const auto number = entry.text(1);
        if (person.number != number)
            person = {number, false, false};
        else
            --counts.total;
        if (entry.integer(2) != normal)
            continue;
        if (std::exchange(person.normal, true))
            --counts.normal;
        if (entry.integer(3) != 0 && std::exchange(person.withoutWage, true))
            --counts.withoutWage;
    }
    counts.stopped = counts.total - counts.normal;
    return counts;
}

QVector<qint64> StaffTable::insuredByMonth(const QString &unit, domain::Month from, domain::Month to) const
{
    const int months = to.index() - from.index() + 1;
    QVector<qint64> joins(months + 1);  // by month: how many more than in the month before
    const auto add = [&joins, months, from](std::pair<qint64, qint64> insured) {
        const qint64 first = qMax<qint64>(0, insured.first - from.index());
        const qint64 last = qMin<qint64>(months - 1, insured.second - from.index());
        if (first > last)
            return;
        ++joins[first];
        --joins[last + 1];
    };
    QHash<QString, QString> repeatedPeople;  // by entry
    for (auto entry = repeated(unit); entry.next();)
        repeatedPeople.insert(entry.text(0), entry.text(1));
    QHash<QString, std::pair<qint64, qint64>> together;
    auto row = m_connection.query("SELECT MIN(from_month), MAX(COALESCE(to_month, ?)), staff_id FROM staff_insurance"
                                  " WHERE registration_id = ? AND state <> ? GROUP BY staff_id",
                                  to.index(), unit, static_cast<int>(domain::ContributionState::Unpaid));
    while (row.next()) {
        const std::pair insured{row.integer(0), row.integer(1)};
        const auto person = repeatedPeople.isEmpty() ? repeatedPeople.cend() : repeatedPeople.constFind(row.text(2));
        if (person == repeatedPeople.cend()) {
            add(insured);
            continue;
        }
        const auto before = together.value(*person, insured);
        together[*person] = {qMin(before.first, insured.first), qMax(before.second, insured.second)};
    }
    for (const auto &insured : std::as_const(together))
        add(insured);
    joins.removeLast();
    for (int at = 1; at < months; ++at)
        joins[at] += joins[at - 1];
    return joins;
}

std::vector<domain::UnitNumberCount> StaffTable::contributingByUnitNumber(const QString &unit) const
{
    auto row = m_connection.query("SELECT unit_number, count(*) FROM staff WHERE registration_id = ? AND state = ?"
                                  " GROUP BY unit_number ORDER BY unit_number",
                                  unit, static_cast<int>(domain::ContributionState::Normal));
    std::vector<domain::UnitNumberCount> counts;
    while (row.next())
        counts.push_back({row.text(0), row.integer(1)});
    return counts;
}

}  // namespace store
