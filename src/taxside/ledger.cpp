#include "taxside/ledger.h"

#include "taxside/submission.h"

namespace taxside {

namespace {

Json submissionsOf(World &world, qint64 registration, const char *kind)
{
    Json list = Json::array();
    auto rows = world.db->query("SELECT id, submitted_at, settled_at, status, hash, attempts, total, line_count, reference,"
                                " reason_code FROM submission WHERE registration = ? AND kind = ? AND channel = 'client'"
                                " ORDER BY key",
                                registration, QString::fromLatin1(kind));
    while (rows.next()) {
        list.push_back({{"id", jsonText(rows.text(0))},
                        {"acceptedAt", jsonInstant(rows.integer(1))},
                        {"settledAt", rows.isNull(2) ? Json(nullptr) : jsonInstant(rows.integer(2))},
                        {"status", jsonText(rows.text(3))},
                        {"hash", rows.blob(4).toHex().toStdString()},
                        {"attempts", rows.integer(5)},
                        {"total", jsonFen(rows.integer(6))},
                        {"lines", rows.integer(7)},
                        {"reference", jsonText(rows.text(8))},
                        {"reasonCode", jsonText(rows.text(9))}});
    }
    return list;
}

/// How many declarations that stand name an assessment; more than one would be a double declaration.
Json declaredTimes(World &world, qint64 registration)
{
    Json times = Json::object();
    auto rows = world.db->query("SELECT a.id, count(*) FROM declaration_item i JOIN submission s ON s.key = i.submission"
                                " JOIN assessment a ON a.key = i.assessment WHERE s.registration = ?"
                                " AND s.channel = 'client' AND s.status IN ('submitted', 'accepted', 'voiding')"
                                " GROUP BY a.key ORDER BY a.key",
                                registration);
    while (rows.next())
        times[rows.text(0).toStdString()] = rows.integer(1);
    return times;
}

/// How many settled items paid an arrear; more than one would be money taken twice.
Json paidTimes(World &world, qint64 registration, qint64 &paid)
{
    Json times = Json::object();
    auto rows = world.db->query("SELECT a.id, count(*), sum(i.amount) FROM settlement_item i JOIN arrear a ON a.key = i.arrear"
                                " WHERE a.registration = ? AND i.status = 'paid' GROUP BY a.key ORDER BY a.key",
                                registration);
    while (rows.next()) {
        times[rows.text(0).toStdString()] = rows.integer(1);
        paid += rows.integer(2);
    }
    return times;
}

}  // namespace

Json ledgerOf(World &world)
{
    Json registrations = Json::object();
    for (const qint64 key : allRegistrants(world)) {
        const Registrant unit = registrantOf(world, key);
        qint64 paid = 0;
        Json entry = {{"sequence", unit.sequence},
                      {"wageDeclarations", submissionsOf(world, key, "wage")},
                      {"feeDeclarations", submissionsOf(world, key, "fee")},
                      {"voidings", submissionsOf(world, key, "fee-voiding")},
                      {"payments", submissionsOf(world, key, "payment")},
                      {"vouchers", submissionsOf(world, key, "voucher")},
                      {"voucherVoidings", submissionsOf(world, key, "voucher-voiding")},
                      {"declaredTimes", declaredTimes(world, key)},
                      {"paidTimes", paidTimes(world, key, paid)}};
        entry["amountPaid"] = jsonFen(paid);
        registrations[unit.registrationId.toStdString()] = std::move(entry);
    }
    return {{"registrations", registrations}};
}

}  // namespace taxside
