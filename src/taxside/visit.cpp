#include "taxside/visit.h"

namespace taxside {

const UnitInsurance *Registrant::insurance(const QString &code) const
{
    for (const auto &each : insurances) {
        if (each.insurance == code)
            return &each;
    }
    return nullptr;
}

Registrant registrantOf(World &world, qint64 key)
{
    auto row = world.db->query("SELECT registration_id, tax_number, name, unit_type, authority_code, authority_name,"
                               " address, contact, sequence, month, pack FROM registration WHERE key = ?",
                               key);
    if (!row.next())
        throw Problem("not-found");
    Registrant unit;
    unit.key = key;
    unit.registrationId = row.text(0);
    unit.taxNumber = row.text(1);
    unit.name = row.text(2);
    unit.type = unitTypeOf(row.text(3)).value();
    unit.authorityCode = row.text(4);
    unit.authorityName = row.text(5);
    unit.address = row.text(6);
    unit.contact = row.text(7);
    unit.sequence = row.integer(8);
    unit.month = static_cast<int>(row.integer(9));
    unit.pack = &world.packs.at(row.text(10));
    auto insurances = world.db->query("SELECT position, insurance, unit_number, agency_code, agency_name, from_month"
                                      " FROM unit_insurance WHERE registration = ? ORDER BY position",
                                      key);
    while (insurances.next()) {
        unit.insurances << UnitInsurance{static_cast<int>(insurances.integer(0)), insurances.text(1), insurances.text(2),
                                         insurances.text(3), insurances.text(4),
                                         domain::Month::fromIndex(static_cast<int>(insurances.integer(5)))};
    }
    return unit;
}

QVector<qint64> allRegistrants(World &world)
{
    QVector<qint64> keys;
    auto rows = world.db->query("SELECT key FROM registration ORDER BY key");
    while (rows.next())
        keys << rows.integer(0);
    return keys;
}

Answer answerOf(const Json &body, int status)
{
    Answer answer;
    answer.status = status;
    answer.body = body.dump();
    return answer;
}

}  // namespace taxside
