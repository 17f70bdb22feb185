// GET /v1/staff and /v1/contribution-bases: pages of the roster as it was when the walk began.

#include "taxside/cursor.h"
#include "taxside/json_text.h"
#include "taxside/roster.h"

namespace taxside {

namespace {

using domain::ContributionState;

const char *stateName(ContributionState state)
{
    switch (state) {
    case ContributionState::Unpaid: return "unpaid";
    case ContributionState::Normal: return "normal";
    case ContributionState::Suspended: return "suspended";
    case ContributionState::Ended: return "ended";
    }
    return "unpaid";
}

/// A walk over the roster: its cursor is since, snapshot, total and the last (seq, id).
struct Walk {
    qint64 since = 0;
    qint64 snapshot = 0;
    qint64 total = 0;
    qint64 seq = 0;
    qint64 id = 0;
};

qint64 countOf(World &world, const Registrant &unit, qint64 since)
{
    // Only first pages ask, so the present rows are the snapshot.
    auto row = world.db->query("SELECT count(*) FROM staff WHERE registration = ?1 AND seq > ?2 AND (?2 > 0 OR deleted = 0)",
                               unit.key, since);
    return row.next() ? row.integer(0) : 0;
}

Walk walkOf(const Visit &visit, const char *list)
{
    const auto position = cursorOf(visit.request, list, 5);
    Walk walk;
    if (position.empty()) {
        walk.since = numberOf(visit.request, "since", 0);
        walk.snapshot = visit.unit.sequence;
        walk.seq = walk.since;
        walk.id = walk.since > 0 ? std::numeric_limits<qint64>::max() : 0;
        if (walk.since <= walk.snapshot)
            walk.total = countOf(visit.world, visit.unit, walk.since);
    } else {
        walk = {position[0], position[1], position[2], position[3], position[4]};
    }
    // A sequence from the future is one of other books: these were restored, or made anew.
    if (walk.since > visit.unit.sequence || walk.snapshot > visit.unit.sequence)
        throw Problem("sync-restart", QStringLiteral("职工参保信息已重新生成，请全量更新。"));
    return walk;
}

struct InsuranceText {
    const UnitInsurance *insurance;
    QString name;
};

void writeInsurances(JsonText &json, const Registrant &unit, const QVector<InsuranceText> &texts, const StaffRow &row,
                     domain::Month month)
{
    json.name("insurances").open('[');
    for (const auto &text : texts) {
        if (!row.covers(*text.insurance))
            continue;
        const auto wage = row.wageFor(text.insurance->insurance);
        const auto base = wage ? domain::contributionBase(unit.rules(), text.insurance->insurance, month, *wage)
                               : std::nullopt;
        json.open('{').name("insurance").text(text.insurance->insurance).name("insuranceName").text(text.name);
        json.name("state").raw(std::string("\"") + stateName(row.state) + '"');
        json.name("from").month(domain::Month::fromIndex(row.from)).name("to");
        if (row.to)
            json.month(domain::Month::fromIndex(*row.to));
        else
            json.null();
        json.name("wage").moneyOrNull(wage).name("base").moneyOrNull(base).close('}');
    }
    json.close(']');
}

void writeEntry(JsonText &json, const Registrant &unit, const QVector<InsuranceText> &texts, const StaffRow &row,
                domain::Month month)
{
    json.open('{').name("id").text(QString::number(row.id)).name("seq").number(row.seq);
    if (row.deleted) {
        json.name("deleted").flag(true).close('}');
        return;
    }
    json.name("deleted").flag(false).name("personNumber").text(row.personNumber);
    json.name("unitNumber").text(row.unitNumber).name("name").text(row.name);
    json.name("documentType").text(row.documentType).name("documentNumber").text(row.documentNumber);
    json.name("department").text(row.department);
    json.name("state").raw(std::string("\"") + stateName(row.state) + '"').name("wage");
    json.moneyOrNull(row.wage ? std::optional(domain::Money::fromFen(*row.wage)) : std::nullopt);
    writeInsurances(json, unit, texts, row, month);
    json.close('}');
}

/// The month from which a base counts: the person's first, or the one whose limits made it.
domain::Month baseFrom(const domain::RulePack &rules, const QString &insurance, const StaffRow &row,
                       domain::Month month)
{
    domain::Month from = domain::Month::fromIndex(row.from);
    for (const auto &limit : rules.limits) {
        if (limit.insurance == insurance && limit.from <= month)
            from = std::max(from, limit.from);
    }
    return from;
}

void writeBases(JsonText &json, const Registrant &unit, const QVector<InsuranceText> &texts, const StaffRow &row,
                domain::Month month)
{
    const QString id = QString::number(row.id);
    if (row.deleted) {
        json.open('{').name("staffId").text(id).name("deleted").flag(true).close('}');
        return;
    }
    for (const auto &text : texts) {
        const QString &insurance = text.insurance->insurance;
        const auto wage = row.wageFor(insurance);
        if (!row.covers(*text.insurance) || !wage)
            continue;
        const auto base = domain::contributionBase(unit.rules(), insurance, month, *wage).value_or(*wage);
        json.open('{').name("staffId").text(id).name("deleted").flag(false);
        json.name("personNumber").text(row.personNumber).name("insurance").text(insurance);
        json.name("insuranceName").text(text.name).name("wage").moneyOrNull(wage).name("base").money(base);
        json.name("from").month(baseFrom(unit.rules(), insurance, row, month)).name("to");
        if (row.to)
            json.month(domain::Month::fromIndex(*row.to));
        else
            json.null();
        json.name("unitNumber").text(row.unitNumber).close('}');
    }
}

const QByteArray &pageSql()
{
    // (seq, id) is the order of both tables' indexes, so SQLite merges them without sorting.
    static const QByteArray sql = QByteArray("SELECT") + kStaffColumns
        + "FROM staff WHERE registration = ?1 AND (seq, id) > (?2, ?3) AND seq <= ?4 AND (?5 > 0 OR deleted = 0)"
          " UNION ALL SELECT"
        + kStaffColumns
        + "FROM staff_version WHERE registration = ?1 AND (seq, id) > (?2, ?3) AND seq <= ?4 AND until_seq > ?4"
          " AND (?5 > 0 OR deleted = 0) ORDER BY seq, id LIMIT ?6";
    return sql;
}

using Write = void (*)(JsonText &json, const Registrant &unit, const QVector<InsuranceText> &texts, const StaffRow &row,
                       domain::Month month);

/// A page of `limit` people, each written by `write`.
Answer page(const Visit &visit, const char *list, Write write)
{
    Walk walk = walkOf(visit, list);
    const qint64 limit = limitOf(visit.request);
    QVector<InsuranceText> texts;
    for (const auto &insurance : visit.unit.insurances)
        texts << InsuranceText{&insurance, domain::insuranceName(visit.unit.rules(), insurance.insurance)};
    auto rows = visit.world.db->query(pageSql().constData(), visit.unit.key, walk.seq, walk.id, walk.snapshot, walk.since,
                                      limit + 1);
    JsonText items;
    items.open('[');
    std::string next;
    for (qint64 count = 0; rows.next(); ++count) {
        if (count == limit) {
            next = cursorText(list, {walk.since, walk.snapshot, walk.total, walk.seq, walk.id});
            break;
        }
        const StaffRow row = readStaff(rows);
        walk.seq = row.seq;
        walk.id = row.id;
        write(items, visit.unit, texts, row, visit.world.month());
    }
    items.close(']');
    // The cursor first: a client may ask for the next page while it reads this one.
    JsonText json;
    json.open('{').name("nextCursor");
    if (next.empty())
        json.null();
    else
        json.text(QString::fromStdString(next));
    json.name("sequence").number(walk.snapshot).name("total").number(walk.total);
    json.name("items").raw(items.take()).close('}');
    Answer answer;
    answer.body = json.take();
    return answer;
}

}  // namespace

Answer listStaff(const Visit &visit)
{
    return page(visit, "staff", writeEntry);
}

Answer listContributionBases(const Visit &visit)
{
    return page(visit, "base", writeBases);
}

}  // namespace taxside
