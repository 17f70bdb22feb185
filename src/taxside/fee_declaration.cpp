#include "taxside/fee_declaration.h"

#include "base/ids.h"
#include "taxside/arrear.h"
#include "taxside/assessment_book.h"
#include "taxside/payment.h"
#include "taxside/receipt.h"

#include <QDateTime>

#include <set>

namespace taxside {

using domain::Money;

namespace {

/// What the request names, all of it free and as dear as the clerk saw it.
QVector<Assessment> chosen(const Visit &visit, const Json &items, const QString &kind)
{
    QVector<Assessment> found;
    std::set<QString> seen;
    for (const auto &each : items) {
        Fields entry(each);
        const QString id = entry.uuid("assessmentId");
        const Money payable = entry.money("payable");
        entry.end();
        if (!seen.insert(id).second)
            throw Problem("invalid-request", QStringLiteral("同一笔费款出现了两次。"));
        const auto a = assessmentById(visit.world, visit.unit.key, id);
        if (!a)
            throw Problem("totals-changed", QStringLiteral("待申报费款已变化，请重新查询后再申报。"));
        if (a->kind != kind)
            throw Problem("invalid-request", QStringLiteral("日常缴费与特殊缴费应分别申报。"));
        if (a->holder)
            throw Problem("already-declared", QStringLiteral("征集通知流水号%1的费款已经申报，请勿重复申报。").arg(a->item.noticeNumber));
        if (a->payable != payable)
            throw Problem("totals-changed", QStringLiteral("征集通知流水号%1的应补(退)费额已变化，请重新查询后再申报。").arg(a->item.noticeNumber));
        found << *a;
    }
    return found;
}

void storeItems(World &world, qint64 submission, const QVector<Assessment> &items)
{
    qint64 position = 0;
    for (const auto &a : items) {
        world.db->run("INSERT INTO declaration_item (submission, position, assessment, headcount, payable)"
                      " VALUES (?, ?, ?, ?, ?)",
                      submission, position++, a.key, a.headcount, qint64(a.payable.fen()));
        world.db->run("UPDATE assessment SET holder = ? WHERE key = ?", submission, a.key);
    }
}

Json feeStateJson(World &world, const Submission &s)
{
    Json items = Json::array();
    qint64 headcount = 0;
    qint64 toPay = 0;
    qint64 paid = 0;
    auto rows = world.db->query("SELECT assessment, headcount, payable,"
                                " EXISTS (SELECT 1 FROM arrear a WHERE a.declaration = i.submission"
                                " AND a.assessment = i.assessment AND a.state = 'paid')"
                                " FROM declaration_item i WHERE submission = ? ORDER BY position",
                                s.key);
    while (rows.next()) {
        const auto a = assessmentByKey(world, rows.integer(0));
        headcount = std::max(headcount, rows.integer(1));
        const bool isPaid = rows.integer(3) != 0;
        toPay += rows.integer(2) > 0 ? 1 : 0;
        paid += isPaid ? 1 : 0;
        items.push_back({{"assessmentId", jsonText(a.id)},
                         {"item", itemJson(a.item)},
                         {"headcount", rows.integer(1)},
                         {"payable", jsonFen(rows.integer(2))},
                         {"paid", isPaid}});
    }
    Json json = {{"id", jsonText(s.id)},
                 {"kind", jsonText(s.variant)},
                 {"status", jsonText(s.status)},
                 {"channel", jsonText(s.channel)},
                 {"submittedAt", jsonInstant(s.submittedAt)},
                 {"settledAt", settledJson(s)},
                 {"headcount", headcount},
                 {"total", jsonMoney(s.total)},
                 {"paid", paid == 0 ? "none" : paid < toPay ? "partly" : "all"},
                 {"items", items}};
    if (s.status == QLatin1String("rejected")) {
        json["reasonCode"] = jsonText(s.reasonCode);
        json["reasonText"] = jsonText(s.reasonText);
    }
    return json;
}

}  // namespace

Answer putFeeDeclaration(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QString kind = fields.choice("kind", {"daily", "special"});
    const Json &items = fields.filledArray("items");
    fields.end();
    const auto hash = bodyHash(body);
    if (const auto found = earlier(visit, "fee", hash))
        return answerOf(feeStateJson(world, *found));
    const auto assessments = chosen(visit, items, kind);
    Submission draft;
    draft.status = QStringLiteral("submitted");
    draft.variant = kind;
    draft.lineCount = assessments.size();
    for (const auto &a : assessments)
        draft.total += a.payable;
    rejectIfOrdered(world, "PUT /v1/fee-declarations/", draft);
    const auto stored = store(visit, "fee", hash, draft, feedbackAt(world));
    storeItems(world, stored.key, assessments);
    return answerOf(feeStateJson(world, stored), 202);
}

Answer getFeeDeclaration(const Visit &visit)
{
    return answerOf(feeStateJson(visit.world, asked(visit, "fee")));
}

Answer listFeeDeclarations(const Visit &visit)
{
    return submissionsByDay(visit, "fee", feeStateJson);
}

void settleFee(World &world, const Submission &submission)
{
    if (!submission.reasonCode.isEmpty()) {
        world.db->run("UPDATE assessment SET holder = NULL WHERE holder = ?", submission.key);
        settle(world, submission, "rejected", submission.reasonCode, submission.reasonText);
        refreshTotals(world, registrantOf(world, submission.registration));
        return;
    }
    openArrears(world, submission);
    settle(world, submission, "accepted");
}

void recordPast(World &world, const Registrant &unit, domain::Month month, const char *channel)
{
    const auto items = waitingDaily(world, unit.key);
    if (items.isEmpty())
        return;
    Money total;
    for (const auto &a : items)
        total += a.payable;
    const QString id = base::newId();
    const QDateTime at(month.day(12), QTime(2, 30), Qt::UTC);
    world.db->run("INSERT INTO submission (registration, kind, id, hash, status, variant, channel, submitted_at, day,"
                  " settled_at, total, line_count) VALUES (?, 'fee', ?, x'', 'accepted', 'daily', ?, ?, ?, ?, ?, ?)",
                  unit.key, id, QString::fromLatin1(channel), at.toMSecsSinceEpoch(),
                  month.day(12).toString(Qt::ISODate), at.toMSecsSinceEpoch() + 90'000, qint64(total.fen()), items.size());
    const auto stored = *submissionById(world, unit.key, "fee", id);
    storeItems(world, stored.key, items);
    openArrears(world, stored);
    const qint64 paidAt = at.toMSecsSinceEpoch() + 3'600'000;
    world.db->run("UPDATE arrear SET state = 'paid', paid_at = ? WHERE declaration = ?", paidAt, stored.key);
    QVector<qint64> paid;
    auto rows = world.db->query("SELECT key FROM arrear WHERE declaration = ? ORDER BY key", stored.key);
    while (rows.next())
        paid << rows.integer(0);
    for (const qint64 key : paid)
        enterReceipt(world, arrearByKey(world, unit, key), unit.key, newReceiptNumber(world, unit), {}, paidAt);
}

}  // namespace taxside
