#include "taxside/assessment_people.h"

#include "taxside/assessment_book.h"

namespace taxside {

using domain::Money;

namespace {

/// Columns of the people of a daily total: a staff row.
QByteArray dailySql()
{
    // cover, wage and state are tested here so that a page of 1000 is 1000 people, not 1000 rows to look at.
    const QByteArray test = " id > ?1 AND id < ?2 AND seq <= ?3 AND deleted = 0 AND state = 1 AND (cover >> ?4 & 1)"
                            " AND (wage IS NOT NULL OR (';' || wages) LIKE '%;' || ?5 || '=%') ";
    return QByteArray("SELECT") + kStaffColumns + "FROM staff WHERE" + test + "UNION ALL SELECT" + kStaffColumns
           + "FROM staff_version WHERE" + test + "AND until_seq > ?3 ORDER BY id LIMIT ?6";
}

Stretch lookAtDaily(World &world, const Registrant &unit, const Assessment &a, qint64 snapshot, qint64 after,
                    qint64 limit, const PersonSeen &seen)
{
    static const QByteArray sql = dailySql();
    const auto *insurance = unit.insurance(a.insurance);
    domain::Charge charge;  // the one it was made with, which the pack may have replaced since
    charge.ratePpm = a.ratePpm;
    charge.fixed = a.fixed;
    auto rows = world.db->query(sql.constData(), std::max(after, staffFloor(unit.key)), staffFloor(unit.key + 1),
                                snapshot, insurance->position, a.insurance, limit + 1);
    Stretch stretch;
    while (rows.next()) {
        if (stretch.count == limit) {
            stretch.more = true;
            break;
        }
        const StaffRow row = readStaff(rows);
        ++stretch.count;
        stretch.last = row.id;
        if (const auto share = personShare(unit, *insurance, charge, a.item.periodTo, row))
            seen(row, *share);
    }
    return stretch;
}

Stretch lookAtSpecial(World &world, const Assessment &a, qint64 after, qint64 limit, const PersonSeen &seen)
{
    auto rows = world.db->query("SELECT s.id, s.person_number, s.name, s.document_type, s.document_number,"
                                " p.wage, p.base, p.due FROM special_person p JOIN staff s ON s.id = p.staff"
                                " WHERE p.assessment = ? AND p.staff > ? ORDER BY p.staff LIMIT ?",
                                a.key, after, limit + 1);
    Stretch stretch;
    while (a.hasPersons && rows.next()) {
        if (stretch.count == limit) {
            stretch.more = true;
            break;
        }
        StaffRow row;
        ++stretch.count;
        stretch.last = rows.integer(0);
        row.personNumber = rows.text(1);
        row.name = rows.text(2);
        row.documentType = rows.text(3);
        row.documentNumber = rows.text(4);
        seen(row, {Money::fromFen(rows.integer(5)), Money::fromFen(rows.integer(6)), Money::fromFen(rows.integer(7))});
    }
    return stretch;
}

}  // namespace

Stretch lookAtPeople(World &world, const Registrant &unit, const Assessment &assessment, qint64 snapshot, qint64 after,
                     qint64 limit, const PersonSeen &seen)
{
    return assessment.kind == QLatin1String("daily")
               ? lookAtDaily(world, unit, assessment, snapshot, after, limit, seen)
               : lookAtSpecial(world, assessment, after, limit, seen);
}

void writePersonFields(JsonText &json, const Assessment &a, const StaffRow &row, const PersonFee &share)
{
    json.name("personNumber").text(row.personNumber).name("name").text(row.name);
    json.name("documentType").text(row.documentType).name("documentNumber").text(row.documentNumber);
    json.name("wage").money(share.wage).name("base").money(share.base);
    if (a.fixed)
        json.name("fixed").money(*a.fixed);
    else if (a.ratePpm)
        json.name("ratePpm").number(*a.ratePpm);
    json.name("due").money(share.due).name("relief").money(Money()).name("payable").money(share.due);
}

}  // namespace taxside
