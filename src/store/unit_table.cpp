#include "store/unit_table.h"

#include "store/values.h"

namespace store {

using base::sqlite::Statement;

namespace {

QVector<domain::UnitInsurance> insurancesOf(base::sqlite::Connection &connection, const QString &unit)
{
    auto row = connection.query("SELECT unit_number, insurance, insurance_name, agency_code, agency_name, state,"
                                " from_month, to_month FROM unit_insurance WHERE registration_id = ? ORDER BY position",
                                unit);
    QVector<domain::UnitInsurance> insurances;
    while (row.next()) {
        insurances.append({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                           enumeration<domain::UnitState>(row, 5), month(row, 6), maybeMonth(row, 7)});
    }
    return insurances;
}

}  // namespace

void UnitTable::save(const domain::Unit &unit, domain::CollectionMode mode, const QDateTime &now)
{
    m_connection.run(
        "INSERT INTO unit (registration_id, tax_number, name, unit_type, state, mode, authority_code, authority_name,"
        " region, region_name, address, contact, synced_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT (registration_id) DO UPDATE SET tax_number = excluded.tax_number, name = excluded.name,"
        " unit_type = excluded.unit_type, state = excluded.state, mode = excluded.mode,"
        " authority_code = excluded.authority_code, authority_name = excluded.authority_name,"
        " region = excluded.region, region_name = excluded.region_name, address = excluded.address,"
        " contact = excluded.contact, synced_at = excluded.synced_at, listed = 1",
        unit.registrationId, unit.taxNumber, unit.name, static_cast<int>(unit.unitType), static_cast<int>(unit.state),
        static_cast<int>(mode), unit.authorityCode, unit.authorityName, unit.region, unit.regionName, unit.address,
        unit.contact, column(now));
    m_connection.run("DELETE FROM unit_insurance WHERE registration_id = ?", unit.registrationId);
    int position = 0;
    for (const auto &insurance : unit.insurances) {
        m_connection.run("INSERT INTO unit_insurance VALUES (?,?,?,?,?,?,?,?,?,?)", unit.registrationId, position++,
                         insurance.unitNumber, insurance.insurance, insurance.insuranceName, insurance.agencyCode,
                         insurance.agencyName, static_cast<int>(insurance.state), insurance.from.index(),
                         column(insurance.to));
    }
}

std::optional<domain::Unit> UnitTable::find(const QString &id) const
{
    auto row = m_connection.query("SELECT registration_id, tax_number, name, unit_type, state, authority_code,"
                                  " authority_name, region, region_name, address, contact FROM unit"
                                  " WHERE registration_id = ?",
                                  id);
    if (!row.next())
        return std::nullopt;
    domain::Unit unit;
    unit.registrationId = row.text(0);
    unit.taxNumber = row.text(1);
    unit.name = row.text(2);
    unit.unitType = enumeration<domain::UnitType>(row, 3);
    unit.state = enumeration<domain::UnitState>(row, 4);
    unit.authorityCode = row.text(5);
    unit.authorityName = row.text(6);
    unit.region = row.text(7);
    unit.regionName = row.text(8);
    unit.address = row.text(9);
    unit.contact = row.text(10);
    unit.insurances = insurancesOf(m_connection, id);
    return unit;
}

QDateTime UnitTable::syncedAt(const QString &unit) const
{
    auto row = m_connection.query("SELECT synced_at FROM unit WHERE registration_id = ?", unit);
    return row.next() ? instant(row, 0) : QDateTime();
}

QVector<domain::KnownUnit> UnitTable::listed() const
{
    auto row = m_connection.query("SELECT registration_id, tax_number, name, authority_name, region_name, mode,"
                                  " last_login FROM unit WHERE listed = 1 ORDER BY last_login DESC, name");
    QVector<domain::KnownUnit> units;
    while (row.next()) {
        const QString login = row.text(6);
        units.append({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                      enumeration<domain::CollectionMode>(row, 5),
                      login.isEmpty() ? std::nullopt : std::optional(login)});
    }
    return units;
}

bool UnitTable::any() const
{
    return m_connection.number("SELECT EXISTS (SELECT 1 FROM unit)") != 0;
}

QString UnitTable::ofTaxNumber(const QString &taxNumber) const
{
    auto row =
        m_connection.query("SELECT registration_id FROM unit WHERE tax_number = ? ORDER BY last_login DESC LIMIT 1",
                           taxNumber);
    return row.next() ? row.text(0) : QString();
}

domain::UnitHoldings UnitTable::holdings(const QString &unit) const
{
    const auto count = [&](const char *sql) {
        auto row = m_connection.query(sql, unit);
        return row.next() ? row.integer(0) : 0;
    };
    domain::UnitHoldings holdings;
    holdings.staff = count("SELECT count(*) FROM staff WHERE registration_id = ?");
    holdings.draftLines = count("SELECT count(*) FROM wage_draft WHERE registration_id = ?");
    holdings.submissions = count("SELECT count(*) FROM submission WHERE registration_id = ?");
    holdings.certificates = count("SELECT count(*) FROM certificate WHERE registration_id = ?");
    holdings.declaredMonths = count("SELECT count(*) FROM declared_month WHERE registration_id = ?");
    return holdings;
}

void UnitTable::markLogin(const QString &unit, const QDateTime &now)
{
    m_connection.run("UPDATE unit SET last_login = ? WHERE registration_id = ?", column(now), unit);
}

void UnitTable::unlist(const QString &unit)
{
    m_connection.run("UPDATE unit SET listed = 0 WHERE registration_id = ?", unit);
}

void UnitTable::saveRulePack(const QString &unit, const StoredRulePack &pack)
{
    m_connection.run("INSERT INTO rule_pack VALUES (?,?,?,'') ON CONFLICT (registration_id) DO UPDATE SET"
                     " etag = excluded.etag, body = excluded.body",
                     unit, pack.etag, pack.body);
}

std::optional<StoredRulePack> UnitTable::rulePack(const QString &unit) const
{
    auto row = m_connection.query("SELECT etag, body FROM rule_pack WHERE registration_id = ?", unit);
    if (!row.next())
        return std::nullopt;
    return StoredRulePack{row.text(0), row.text(1)};
}

}  // namespace store
