#include "taxside/discrepancy.h"

#include "base/ids.h"
#include "taxside/assessment_people.h"

namespace taxside {

namespace {

constexpr qint64 kOneYuan = 100;
constexpr qint64 kTenDays = 10LL * 24 * 3600 * 1000;

struct Fee {
    qint64 assessment = 0;
};

void receiptAgain(World &world, const Fee &fee)
{
    world.db->run(
        "INSERT INTO receipt (id, registration, assessment, number, amount, late_fee, paid_at, received_at)"
        " SELECT ?, registration, assessment, number || '9', amount, late_fee, paid_at, received_at FROM receipt"
        " WHERE assessment = ? LIMIT 1",
        base::newId(), fee.assessment);
}

void declareAgain(World &world, const Fee &fee)
{
    const QString id = base::newId();
    world.db->run(
        "INSERT INTO submission (registration, kind, id, hash, status, variant, channel, submitted_at, day,"
        " settled_at, total, line_count) SELECT registration, 'fee', ?, x'', 'accepted', kind, 'hall', ?, ?, ?,"
        " payable, 1 FROM assessment WHERE key = ?",
        id, world.nowMs(), world.today(), world.nowMs(), fee.assessment);
    world.db->run("INSERT INTO declaration_item (submission, position, assessment, headcount, payable)"
                  " SELECT s.key, 0, a.key, a.headcount, a.payable FROM submission s, assessment a"
                  " WHERE s.id = ? AND s.kind = 'fee' AND a.key = ?",
                  id, fee.assessment);
}

void runFor(World &world, const Fee &fee, std::initializer_list<const char *> statements)
{
    for (const char *sql : statements)
        world.db->run(sql, fee.assessment);
}

bool plant(World &world, const Fee &fee, const QString &kind)
{
    constexpr auto removeArrear = "UPDATE arrear SET state = 'removed' WHERE assessment = ?";
    constexpr auto reopenArrear = "UPDATE arrear SET state = 'open', paid_at = NULL WHERE assessment = ?";
    constexpr auto removeReceipt = "DELETE FROM receipt WHERE assessment = ?";
    constexpr auto removeDeclared = "DELETE FROM declaration_item WHERE assessment = ?";
    if (kind == QLatin1String("declared-amount")) {
        world.db->run("UPDATE declaration_item SET payable = payable + ? WHERE assessment = ?", kOneYuan,
                      fee.assessment);
        world.db->run("UPDATE arrear SET due = due + ? WHERE assessment = ?", kOneYuan, fee.assessment);
    } else if (kind == QLatin1String("declared-twice")) {
        declareAgain(world, fee);
    } else if (kind == QLatin1String("arrear-missing")) {
        runFor(world, fee, {removeArrear, removeReceipt});
    } else if (kind == QLatin1String("arrear-amount")) {
        world.db->run("UPDATE arrear SET due = due + ? WHERE assessment = ?", kOneYuan, fee.assessment);
        world.db->run("UPDATE receipt SET amount = amount + ? WHERE assessment = ?", kOneYuan, fee.assessment);
    } else if (kind == QLatin1String("arrear-undeclared")) {
        runFor(world, fee, {removeDeclared});
    } else if (kind == QLatin1String("payment-lost")) {
        runFor(world, fee, {reopenArrear, removeReceipt});
    } else if (kind == QLatin1String("receipt-missing")) {
        runFor(world, fee, {removeReceipt});
    } else if (kind == QLatin1String("receipt-late")) {
        world.db->run("UPDATE receipt SET paid_at = ?, received_at = ? WHERE assessment = ?", world.nowMs() - kTenDays,
                      world.nowMs() + kTenDays, fee.assessment);
    } else if (kind == QLatin1String("receipt-amount")) {
        world.db->run("UPDATE receipt SET amount = amount - ? WHERE assessment = ?", kOneYuan, fee.assessment);
    } else if (kind == QLatin1String("receipt-late-fee")) {
        world.db->run("UPDATE receipt SET late_fee = late_fee + ? WHERE assessment = ?", kOneYuan, fee.assessment);
    } else if (kind == QLatin1String("receipt-twice")) {
        receiptAgain(world, fee);
    } else if (kind == QLatin1String("receipt-alone")) {
        runFor(world, fee, {removeArrear, removeDeclared});
    } else if (kind == QLatin1String("receipt-unbooked")) {
        // Open again, and not yet overdue: this one discrepancy and no other.
        runFor(world, fee, {reopenArrear});
        world.db->run("UPDATE arrear SET pay_by = ? WHERE assessment = ?", world.today(), fee.assessment);
    } else {
        return false;
    }
    return true;
}

/// False when there is no such kind, or the fee has not so many people.
bool plantPerson(const Visit &visit, qint64 assessment, const QString &kind)
{
    static const QStringList kinds = {QStringLiteral("person-missing"), QStringLiteral("person-amount"),
                                      QStringLiteral("person-base"), QStringLiteral("person-other"),
                                      QStringLiteral("person-twice")};
    const auto which = kinds.indexOf(kind);
    auto row = visit.world.db->query("SELECT registration FROM assessment WHERE key = ?", assessment);
    if (which < 0 || !row.next())
        return false;
    const Assessment a = assessmentByKey(visit.world, assessment);
    QVector<qint64> people;
    lookAtPeople(visit.world, registrantOf(visit.world, row.integer(0)), a, a.snapshot, 0, kinds.size(),
                 [&people](const StaffRow &person, const PersonFee &) { people << person.id; });
    if (which >= people.size())
        return false;
    visit.world.db->run("INSERT OR REPLACE INTO person_discrepancy VALUES (?,?,?)", assessment, people[which], kind);
    return true;
}

}  // namespace

QMap<qint64, QString> personDiscrepancies(World &world, qint64 assessment)
{
    QMap<qint64, QString> kinds;
    auto row = world.db->query("SELECT staff, kind FROM person_discrepancy WHERE assessment = ?", assessment);
    while (row.next())
        kinds.insert(row.integer(0), row.text(1));
    return kinds;
}

Answer postDiscrepancy(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QString notice = fields.text("noticeNumber");
    const QString kind = fields.text("kind");
    fields.end();
    auto row = world.db->query("SELECT key FROM assessment WHERE notice_number = ?", notice);
    if (!row.next())
        throw Problem("not-found");
    if (!plant(world, {row.integer(0)}, kind) && !plantPerson(visit, row.integer(0), kind))
        throw Problem("invalid-request", QStringLiteral("kind"));
    return answerOf(Json{{"status", "ok"}});
}

}  // namespace taxside
