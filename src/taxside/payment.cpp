#include "taxside/payment.h"

#include "taxside/arrear.h"
#include "taxside/bank_words.h"
#include "taxside/receipt.h"

namespace taxside {

using domain::Money;

namespace {

void checkAgreement(const Visit &visit, const QString &number)
{
    auto row =
        visit.world.db->query("SELECT verified, from_day, to_day FROM agreement WHERE registration = ? AND number = ?",
                              visit.unit.key, number);
    if (!row.next())
        throw Problem("agreement-invalid", QStringLiteral("没有该三方协议。"));
    if (row.integer(0) == 0)
        throw Problem("agreement-invalid", QStringLiteral("该三方协议未通过银行验证。"));
    if (visit.world.today() < row.text(1) || visit.world.today() > row.text(2))
        throw Problem("agreement-invalid", QStringLiteral("该三方协议不在有效期内。"));
}

/// A code that ends so belongs to an item whose money has moved although the bank's first answer was a no.
const QString kLate = QStringLiteral("+late");

QString shownCode(const QString &code)
{
    return code.endsWith(kLate) ? code.chopped(kLate.size()) : code;
}

struct Wish {
    QStringList ids;
    QVector<Money> amounts;
    Money total;
};

Wish wishOf(Fields &fields)
{
    Wish wish;
    for (const auto &each : fields.filledArray("items")) {
        Fields entry(each);
        wish.ids << entry.uuid("arrearId");
        wish.amounts << entry.money("amount");
        entry.end();
    }
    wish.total = fields.money("total");
    return wish;
}

void checkAmounts(const Wish &wish, const QVector<Arrear> &arrears)
{
    Money sum;
    bool same = true;
    for (qsizetype i = 0; i < arrears.size(); ++i) {
        same = same && arrears[i].total() == wish.amounts[i];
        sum += arrears[i].total();
    }
    if (!same || sum != wish.total)
        throw Problem("totals-changed", QStringLiteral("欠费金额（含滞纳金）已变化，请重新查询后再缴款。"));
}

void storeItems(World &world, const Submission &payment, const QVector<Arrear> &arrears)
{
    QStringList failing;
    if (const auto fault = world.faults.takeOf(QStringLiteral("partial"), QStringLiteral("PUT /v1/payments/")))
        failing = fault->value.split(QLatin1Char(','));
    const int step = std::min(world.options.feedbackMs / 4, 250);
    for (qsizetype i = 0; i < arrears.size(); ++i) {
        // The code of an item that is going to fail waits in its row; it is not shown before the bank has answered.
        world.db->run("INSERT INTO settlement_item (submission, position, arrear, amount, code, due_at)"
                      " VALUES (?, ?, ?, ?, ?, ?)",
                      payment.key, qint64(i), arrears[i].key, qint64(arrears[i].total().fen()), failing.value(i),
                      feedbackAt(world) + i * step);
        setArrearState(world, arrears[i].key, "in-payment", payment.key);
    }
}

Json paymentStateJson(World &world, const Submission &s)
{
    Json items = Json::array();
    auto rows = world.db->query("SELECT a.id, i.amount, i.status, i.code, i.text, i.receipt, a.assessment"
                                " FROM settlement_item i"
                                " JOIN arrear a ON a.key = i.arrear WHERE i.submission = ? ORDER BY i.position",
                                s.key);
    while (rows.next()) {
        Json item = {{"arrearId", jsonText(rows.text(0))},
                     {"item", itemJson(assessmentByKey(world, rows.integer(6)).item)},
                     {"amount", jsonFen(rows.integer(1))},
                     {"status", jsonText(rows.text(2))}};
        if (rows.text(2) == QLatin1String("failed")) {
            item["code"] = jsonText(shownCode(rows.text(3)));
            item["text"] = jsonText(rows.text(4));
        }
        if (!rows.text(5).isEmpty())
            item["taxReceiptNumber"] = jsonText(rows.text(5));
        items.push_back(std::move(item));
    }
    return {{"id", jsonText(s.id)},
            {"status", jsonText(s.status)},
            {"submittedAt", jsonInstant(s.submittedAt)},
            {"settledAt", settledJson(s)},
            {"agreementNumber", jsonText(s.reference)},
            {"total", jsonMoney(s.total)},
            {"items", items}};
}

void settleItem(World &world, const Registrant &unit, const Submission &payment, qint64 position, qint64 arrear,
                const QString &code, bool saidNo)
{
    if (code.isEmpty() || saidNo) {
        settlePaid(world, unit, payment, position, arrear);
    } else {
        world.db->run(
            "UPDATE settlement_item SET status = 'failed', text = ?, due_at = ? WHERE submission = ? AND position = ?",
            bankWords(shownCode(code)), feedbackAt(world), payment.key, position);
        setArrearState(world, arrear, "open", 0);
    }
}

}  // namespace

QString newReceiptNumber(World &world, const Registrant &unit)
{
    return unit.authorityCode.mid(1, 6) + world.clock.today().toString(QStringLiteral("yyMMdd"))
           + QStringLiteral("%1").arg(world.count("tax-receipt") % 1'000'000, 6, 10, QLatin1Char('0'));
}

void settlePaid(World &world, const Registrant &unit, const Submission &submission, qint64 position, qint64 arrearKey)
{
    const QString number = newReceiptNumber(world, unit);
    world.db->run("UPDATE settlement_item SET status = 'paid', code = '', text = '', receipt = ?"
                  " WHERE submission = ? AND position = ?",
                  number, submission.key, position);
    auto row = world.db->query("SELECT amount, coalesce(due_at, ?3) FROM settlement_item WHERE submission = ?1 AND position = ?2",
                               submission.key, position, world.nowMs());
    const Money amount = row.next() ? Money::fromFen(row.integer(0)) : Money();
    const qint64 paidAt = row.integer(1);  // when the bank did it, however much later somebody asks
    const Arrear arrear = arrearByKey(world, unit, arrearKey);
    enterReceipt(world, arrear, unit.key, number, amount - arrear.due, paidAt);
    setArrearState(world, arrearKey, "paid", submission.key, paidAt);
}

Answer putPayment(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QString agreement = fields.text("agreementNumber", 64);
    const Wish wish = wishOf(fields);
    fields.end();
    const auto hash = bodyHash(body);
    if (const auto found = earlier(visit, "payment", hash))
        return answerOf(paymentStateJson(world, *found));
    checkAgreement(visit, agreement);
    const auto arrears = payable(visit, wish.ids);
    checkAmounts(wish, arrears);
    Submission draft;
    draft.status = QStringLiteral("submitted");
    draft.reference = agreement;
    draft.total = wish.total;
    draft.lineCount = arrears.size();
    const auto stored = store(visit, "payment", hash, draft, feedbackAt(world));
    storeItems(world, stored, arrears);
    return answerOf(paymentStateJson(world, stored), 202);
}

Answer getPayment(const Visit &visit)
{
    return answerOf(paymentStateJson(visit.world, asked(visit, "payment")));
}

Answer listPayments(const Visit &visit)
{
    return submissionsByDay(visit, "payment", paymentStateJson);
}

void settlePayment(World &world, const Submission &payment)
{
    struct Item {
        qint64 position;
        qint64 arrear;
        QString code;
        bool saidNo;  ///< what was refused and has moved after all
    };
    const Registrant unit = registrantOf(world, payment.registration);
    QVector<Item> due;
    {
        auto rows = world.db->query("SELECT position, arrear, code, status = 'failed' FROM settlement_item"
                                    " WHERE submission = ? AND due_at <= ?"
                                    " AND (status = 'pending' OR (status = 'failed' AND code LIKE '%+late'))"
                                    " ORDER BY position",
                                    payment.key, world.nowMs());
        while (rows.next())
            due << Item{rows.integer(0), rows.integer(1), rows.text(2), rows.integer(3) != 0};
    }
    for (const auto &item : due)
        settleItem(world, unit, payment, item.position, item.arrear, item.code, item.saidNo);
    auto left =
        world.db->query("SELECT min(CASE WHEN open OR late THEN due_at END), sum(open), sum(status = 'paid'),"
                        " sum(status = 'failed'), sum(late) FROM (SELECT due_at, status, status = 'pending' AS open,"
                        " status = 'failed' AND code LIKE '%+late' AS late"
                        " FROM settlement_item WHERE submission = ?)",
                        payment.key);
    left.next();
    if (left.integer(1) == 0)
        settle(world, payment, left.integer(3) == 0 ? "accepted" : left.integer(2) == 0 ? "rejected" : "partial");
    if (left.integer(1) > 0 || left.integer(4) > 0)
        world.db->run("UPDATE submission SET due_at = ? WHERE key = ?", left.integer(0), payment.key);
}

}  // namespace taxside
