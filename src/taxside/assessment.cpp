#include "taxside/assessment.h"

#include "taxside/assessment_book.h"

namespace taxside {

using domain::Money;
using domain::Month;

namespace {

/// A total being added up.
struct Total {
    Assessment assessment;
    const UnitInsurance *insurance;
    domain::Charge charge;
};

void addUp(World &world, const Registrant &unit, QVector<Total> &totals)
{
    static const QByteArray sql =
        QByteArray("SELECT") + kStaffColumns
        + "FROM staff WHERE id > ?1 AND id < ?2 AND deleted = 0 AND state = 1 AND (wage IS NOT NULL OR wages <> '')";
    for (auto &total : totals) {
        auto &a = total.assessment;
        a.headcount = 0;
        a.wageTotal = a.baseTotal = a.payable = Money();
        a.snapshot = unit.sequence;
    }
    auto rows = world.db->query(sql.constData(), staffFloor(unit.key), staffFloor(unit.key + 1));
    while (rows.next()) {
        const StaffRow row = readStaff(rows);
        for (auto &total : totals) {
            auto &a = total.assessment;
            const auto share = personShare(unit, *total.insurance, total.charge, a.item.periodTo, row);
            if (!share)
                continue;
            ++a.headcount;
            a.wageTotal += share->wage;
            a.baseTotal += share->base;
            a.payable += share->due;  // rounded per person, then summed (field.md 3.4)
        }
    }
}

}  // namespace

std::optional<PersonFee> personShare(const Registrant &unit, const UnitInsurance &insurance,
                                     const domain::Charge &charge, Month month, const StaffRow &row)
{
    if (row.deleted || row.state != domain::ContributionState::Normal || !row.covers(insurance))
        return std::nullopt;
    const auto wage = row.wageFor(insurance.insurance);
    if (!wage)
        return std::nullopt;
    const Money base = domain::contributionBase(unit.rules(), insurance.insurance, month, *wage).value_or(*wage);
    return PersonFee{*wage, base, domain::personFee(unit.rules(), charge, base)};
}

void preprocess(World &world, const Registrant &unit, Month month)
{
    QVector<Total> totals;
    for (const auto &insurance : unit.insurances) {
        for (const auto side : {domain::Side::Unit, domain::Side::Person}) {
            const auto charge = domain::chargeInForce(unit.rules(), insurance.insurance, side, unit.type, month);
            if (charge)
                totals << Total{blankAssessment(unit, insurance, *charge, month, month), &insurance, *charge};
        }
    }
    addUp(world, unit, totals);
    for (auto &total : totals) {
        if (total.assessment.headcount > 0)
            insertAssessment(world, unit, total.assessment);
    }
    world.db->run("UPDATE registration SET month = ? WHERE key = ?", month.index(), unit.key);
}

void refreshTotals(World &world, const Registrant &unit)
{
    QVector<Total> totals;
    for (const auto &a : waitingDaily(world, unit.key)) {
        const auto *insurance = unit.insurance(a.insurance);
        const auto charge = domain::chargeInForce(unit.rules(), a.insurance, a.side, unit.type, a.item.periodTo);
        if (insurance && charge)
            totals << Total{a, insurance, *charge};
    }
    if (totals.isEmpty())
        return;
    addUp(world, unit, totals);
    for (const auto &total : totals)
        updateTotals(world, total.assessment);
}

namespace {

struct SpecialPlan {
    const char *kind;
    const char *insurance;
    domain::Side side;
    int people;
    int months;  ///< negative: a refund
    bool listsPeople;
};

constexpr SpecialPlan kSpecials[] = {
    {"31", "", domain::Side::Unit, 2, 3, true},
    {"33", "", domain::Side::Person, 1, 6, false},
    {"20", "310", domain::Side::Unit, 1, -1, true},
    {"32", "", domain::Side::Person, 1, 12, true},
    {"34", "310", domain::Side::Person, 3, 1, true},
    {"35", "310", domain::Side::Unit, 2, -2, true},  // the rate was lowered: the difference comes back
    {"40", "330", domain::Side::Person, 2, 1, true},
    {"10", "", domain::Side::Person, 2, 1, true},  // a month of people who came after it was pre-processed
};

/// The insurances of a plan: the pension when it names none.
const UnitInsurance *plannedInsurance(const Registrant &unit, const SpecialPlan &plan)
{
    const QString code = QString::fromLatin1(plan.insurance);
    return code.isEmpty() ? (unit.insurances.isEmpty() ? nullptr : &unit.insurances.first()) : unit.insurance(code);
}

void makeSpecial(World &world, const Registrant &unit, Month month, const SpecialPlan &plan)
{
    const auto *insurance = plannedInsurance(unit, plan);
    const auto charge = insurance
                            ? domain::chargeInForce(unit.rules(), insurance->insurance, plan.side, unit.type, month - 1)
                            : std::nullopt;
    if (!charge)
        return;
    const int months = std::abs(plan.months);
    auto a = blankAssessment(unit, *insurance, *charge, month - months, month - 1);
    a.declareBy = month.day(unit.rules().fee.declareByDay).toString(Qt::ISODate);
    a.kind = QStringLiteral("special");
    a.specialKind = QString::fromLatin1(plan.kind);
    a.hasPersons = plan.listsPeople;
    static const QByteArray sql = QByteArray("SELECT") + kStaffColumns
                                  + "FROM staff WHERE id > ?1 AND id < ?2 AND deleted = 0 AND state = 1 AND wage IS "
                                    "NOT NULL ORDER BY id LIMIT 20";
    QVector<std::pair<qint64, PersonFee>> people;
    auto rows = world.db->query(sql.constData(), staffFloor(unit.key), staffFloor(unit.key + 1));
    while (rows.next() && people.size() < plan.people) {
        const StaffRow row = readStaff(rows);
        auto share = personShare(unit, *insurance, *charge, month - 1, row);
        if (!share)
            continue;
        share->due = Money::fromFen(share->due.fen() * plan.months);
        a.wageTotal += share->wage;
        a.baseTotal += share->base;
        a.payable += share->due;
        people.append({row.id, *share});
    }
    a.headcount = people.size();
    insertAssessment(world, unit, a);
    for (const auto &[staff, share] : people)
        world.db->run("INSERT INTO special_person (assessment, staff, wage, base, due) VALUES (?, ?, ?, ?, ?)", a.key,
                      staff, qint64(share.wage.fen()), qint64(share.base.fen()), qint64(share.due.fen()));
}

/// Wages that were declared for a month to come and have reached it. True when the roster changed.
bool applyPending(World &world, const Registrant &unit, Month month)
{
    struct Pending {
        qint64 staff;
        QString insurance;
        Money wage;
    };
    QVector<Pending> pending;
    auto rows = world.db->query("SELECT staff, insurance, wage FROM wage_pending WHERE registration = ? AND month <= ?"
                                " ORDER BY month, key",
                                unit.key, month.index());
    while (rows.next())
        pending << Pending{rows.integer(0), rows.text(1), Money::fromFen(rows.integer(2))};
    if (pending.isEmpty())
        return false;
    const qint64 seq = nextSequence(world, unit.key);
    for (const auto &each : pending) {
        supersede(world, each.staff, seq);
        if (const auto row = presentStaff(world, unit.key, QString::number(each.staff)))
            setWage(world, *row, each.insurance, each.wage, seq);
    }
    world.db->run("DELETE FROM wage_pending WHERE registration = ? AND month <= ?", unit.key, month.index());
    return true;
}

/// New limits change every base, so everybody has changed for those who keep a copy.
bool limitsChange(const domain::RulePack &rules, Month month)
{
    return std::any_of(rules.limits.begin(), rules.limits.end(),
                       [month](const auto &each) { return each.from == month; });
}

void touchAll(World &world, const Registrant &unit)
{
    // A sequence number for each row, not one for all: pages are sought by it, and a million equal ones would make each
    // page begin its search at the first.
    const qint64 floor = staffFloor(unit.key);
    world.db->run(
        "INSERT OR IGNORE INTO staff_version (id, registration, seq, until_seq, deleted, person_number,"
        " unit_number, name, document_type, document_number, department, state, wage, wages, cover, from_month,"
        " to_month) SELECT id, registration, seq, ?3 + id - ?1, deleted, person_number, unit_number, name,"
        " document_type, document_number, department, state, wage, wages, cover, from_month, to_month FROM staff"
        " WHERE id > ?1 AND id < ?2 AND deleted = 0",
        floor, staffFloor(unit.key + 1), unit.sequence);
    world.db->run("UPDATE staff SET seq = ?3 + id - ?1 WHERE id > ?1 AND id < ?2 AND deleted = 0", floor,
                  staffFloor(unit.key + 1), unit.sequence);
    world.db->run("UPDATE registration SET sequence = sequence + next_staff WHERE key = ?", unit.key);
}

}  // namespace

void preprocessSpecial(World &world, const Registrant &unit, Month month)
{
    for (const auto &plan : kSpecials)
        makeSpecial(world, unit, month, plan);
}

void openMonths(World &world)
{
    const Month present = world.month();
    QVector<std::pair<qint64, int>> behind;
    auto rows = world.db->query("SELECT key, month FROM registration WHERE month < ?", present.index());
    while (rows.next())
        behind.append({rows.integer(0), static_cast<int>(rows.integer(1))});
    for (const auto &[key, last] : behind) {
        // Whoever moves the clock by decades gets the last two years.
        for (int index = std::max(last + 1, present.index() - 23); index <= present.index(); ++index) {
            const Month month = Month::fromIndex(index);
            const Registrant before = registrantOf(world, key);
            if (applyPending(world, before, month))
                refreshTotals(world, registrantOf(world, key));
            if (limitsChange(before.rules(), month))
                touchAll(world, registrantOf(world, key));
            preprocess(world, registrantOf(world, key), month);
        }
    }
}

}  // namespace taxside
