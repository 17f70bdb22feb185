#include "taxside/admin.h"

#include "taxside/access.h"
#include "taxside/assessment.h"
#include "taxside/ledger.h"
#include "taxside/people_generator.h"
#include "taxside/submission.h"
#include "taxside/voucher.h"

namespace taxside {

namespace {

Answer done()
{
    return answerOf(Json{{"status", "ok"}});
}

QVector<StaffRow> someStaff(World &world, const Registrant &unit, qint64 count, bool fromTheEnd)
{
    const QByteArray sql =
        QByteArray("SELECT") + kStaffColumns
        + "FROM staff WHERE id > ?1 AND id < ?2 AND deleted = 0 AND state = 1 AND wage IS NOT NULL ORDER BY id "
        + (fromTheEnd ? "DESC" : "ASC") + " LIMIT ?3";
    QVector<StaffRow> found;
    auto rows = world.db->query(sql.constData(), staffFloor(unit.key), staffFloor(unit.key + 1), count);
    while (rows.next())
        found << readStaff(rows);
    return found;
}

qint64 number(const Json &body, const char *name)
{
    const auto at = body.find(name);
    if (at == body.end())
        return 0;
    if (!at->is_number_unsigned())
        throw Problem("invalid-request");
    return at->get<qint64>();
}

}  // namespace

Answer getLedger(const Visit &visit)
{
    return answerOf(ledgerOf(visit.world));
}

Answer postFaults(const Visit &visit)
{
    const Json body = parsedBody(visit.request.body);
    if (!body.is_object() || !body.contains("faults") || !body["faults"].is_array())
        throw Problem("invalid-request");
    QStringList specs;
    for (const auto &each : body["faults"]) {
        if (!each.is_string())
            throw Problem("invalid-request");
        specs << QString::fromStdString(each.get<std::string>());
    }
    const auto set = visit.world.faults.set(specs);
    if (!set)
        throw Problem("invalid-request", set.error().detail);
    return done();
}

Answer postClock(const Visit &visit)
{
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QDateTime now = QDateTime::fromString(fields.text("now"), Qt::ISODate);
    fields.end();
    if (!now.isValid())
        throw Problem("invalid-request");
    visit.world.clock.setNow(now.toUTC());
    return done();
}

Answer postStaff(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    if (!body.is_object())
        throw Problem("invalid-request");
    qint64 key = 1;
    if (body.contains("registrationId") && body["registrationId"].is_string()) {
        auto row = world.db->query("SELECT key FROM registration WHERE registration_id = ?",
                                   QString::fromStdString(body["registrationId"].get<std::string>()));
        if (!row.next())
            throw Problem("not-found");
        key = row.integer(0);
    }
    const Registrant unit = registrantOf(world, key);
    const qint64 seq = nextSequence(world, key);
    for (const auto &row : someStaff(world, unit, number(body, "changes"), false)) {
        supersede(world, row.id, seq);
        setWage(world, row, {}, domain::Money::fromFen(*row.wage + 10'000), seq);
    }
    for (const auto &row : someStaff(world, unit, number(body, "leave"), true)) {
        supersede(world, row.id, seq);
        world.db->run("UPDATE staff SET deleted = 1, seq = ? WHERE id = ?", seq, row.id);
    }
    for (qint64 n = number(body, "join"); n > 0; --n)
        join(world, unit, seq);
    refreshTotals(world, registrantOf(world, key));
    return answerOf(Json{{"sequence", seq}});
}

Answer postPassword(const Visit &visit)
{
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    resetPassword(visit.world, fields.text("registrationId"));
    fields.end();
    return done();
}

Answer postNotice(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    const auto text = [&body](const char *name) {
        if (!body.is_object() || !body.contains(name) || !body[name].is_string())
            throw Problem("invalid-request");
        return QString::fromStdString(body[name].get<std::string>());
    };
    world.db->run("DELETE FROM notice WHERE id = ?", text("id"));
    world.db->run("INSERT INTO notice (region, id, title, publisher, published_at, importance, pop_up, html)"
                  " VALUES ('', ?, ?, '税务局社会保险费处', ?, ?, ?, ?)",
                  text("id"), text("title"), world.nowMs(), number(body, "importance"),
                  body.value("popUp", false) ? 1 : 0, text("html"));
    return done();
}

Answer postVoucher(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QString wanted = fields.text("number");
    fields.end();
    auto row = world.db->query("SELECT key FROM submission WHERE kind = 'voucher' AND reference = ?", wanted);
    if (!row.next())
        throw Problem("not-found");
    payVoucher(world, submissionByKey(world, row.integer(0)));
    return done();
}

}  // namespace taxside
