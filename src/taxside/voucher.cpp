#include "taxside/voucher.h"

#include "base/china_time.h"
#include "taxside/arrear.h"
#include "taxside/payment.h"
#include "taxside/voiding.h"

#include <QDateTime>

namespace taxside {

using domain::Money;

namespace {

QStringList uuidsOf(const Json &array)
{
    QStringList ids;
    for (const auto &each : array) {
        if (!each.is_string() || !isUuid(each.get_ref<const std::string &>()))
            throw Problem("invalid-request", QStringLiteral("items: 应为UUID"));
        ids << QString::fromStdString(each.get_ref<const std::string &>());
    }
    return ids;
}

/// While nothing is overdue the last day of the first that will be; after that the late fee grows daily: today.
QDate payBefore(const World &world, const QVector<Arrear> &arrears)
{
    QDate day = arrears.first().payBy;
    for (const auto &arrear : arrears)
        day = std::min(day, arrear.payBy);
    return std::max(day, world.clock.today());
}

Json voucherStateJson(const Visit &visit, const Submission &s)
{
    Json items = Json::array();
    auto rows = visit.world.db->query("SELECT a.id, a.assessment, i.amount FROM settlement_item i"
                                      " JOIN arrear a ON a.key = i.arrear WHERE i.submission = ? ORDER BY i.position",
                                      s.key);
    while (rows.next()) {
        items.push_back({{"arrearId", jsonText(rows.text(0))},
                         {"item", itemJson(assessmentByKey(visit.world, rows.integer(1)).item)},
                         {"amount", jsonFen(rows.integer(2))}});
    }
    return {{"id", jsonText(s.id)},
            {"number", jsonText(s.reference)},
            {"status", jsonText(s.status)},
            {"issuedAt", jsonInstant(s.submittedAt)},
            {"payBefore", jsonText(s.payBefore)},
            {"taxNumber", jsonText(visit.unit.taxNumber)},
            {"unitName", jsonText(visit.unit.name)},
            {"authorityCode", jsonText(visit.unit.authorityCode)},
            {"authorityName", jsonText(visit.unit.authorityName)},
            {"total", jsonMoney(s.total)},
            {"items", items}};
}

void release(World &world, const Submission &voucher)
{
    world.db->run("UPDATE arrear SET state = 'open', holder = NULL WHERE holder = ? AND state = 'in-voucher'", voucher.key);
}

}  // namespace

Answer putVoucher(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QStringList ids = uuidsOf(fields.filledArray("items"));
    const Money total = fields.money("total");
    fields.end();
    const auto hash = bodyHash(body);
    if (const auto found = earlier(visit, "voucher", hash))
        return answerOf(voucherStateJson(visit, *found));
    const auto arrears = payable(visit, ids);
    Money sum;
    for (const auto &arrear : arrears)
        sum += arrear.total();
    if (sum != total)
        throw Problem("totals-changed", QStringLiteral("欠费金额（含滞纳金）已变化，请重新查询后再开具。"));
    const QDate before = payBefore(world, arrears);
    Submission draft;
    draft.status = QStringLiteral("valid");
    draft.total = total;
    draft.lineCount = arrears.size();
    draft.payBefore = before.toString(Qt::ISODate);
    draft.reference = world.clock.today().toString(QStringLiteral("yyyyMMdd"))
        + QStringLiteral("%1").arg(world.count("voucher"), 10, 10, QLatin1Char('0'));
    const auto end = base::china::beginOf(before.addDays(1));
    const auto stored = store(visit, "voucher", hash, draft, end.toMSecsSinceEpoch());
    for (qsizetype i = 0; i < arrears.size(); ++i) {
        world.db->run("INSERT INTO settlement_item (submission, position, arrear, amount) VALUES (?, ?, ?, ?)", stored.key,
                      qint64(i), arrears[i].key, qint64(arrears[i].total().fen()));
        setArrearState(world, arrears[i].key, "in-voucher", stored.key);
    }
    return answerOf(voucherStateJson(visit, stored), 201);
}

Answer getVoucher(const Visit &visit)
{
    return answerOf(voucherStateJson(visit, asked(visit, "voucher")));
}

Answer putVoucherVoiding(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QString voucherId = fields.uuid("voucherId");
    fields.end();
    const auto hash = bodyHash(body);
    if (const auto found = earlier(visit, "voucher-voiding", hash))
        return answerOf(voidingJson(*found));
    const auto voucher = submissionById(world, visit.unit.key, "voucher", voucherId);
    if (!voucher)
        throw Problem("not-found", QStringLiteral("没有该凭证。"));
    if (voucher->status == QLatin1String("paid"))
        throw Problem("already-paid", QStringLiteral("该凭证已在银行缴款，不能作废。"));
    if (voucher->status != QLatin1String("valid"))
        throw Problem("not-voidable", QStringLiteral("该凭证已失效或已作废。"));
    release(world, *voucher);
    settle(world, *voucher, "voided");
    Submission draft;
    draft.status = QStringLiteral("accepted");
    draft.settledAt = world.nowMs();
    draft.target = voucher->key;
    return answerOf(voidingJson(store(visit, "voucher-voiding", hash, draft, std::nullopt)));
}

Answer getVoucherVoiding(const Visit &visit)
{
    return answerOf(voidingJson(asked(visit, "voucher-voiding")));
}

void expireVoucher(World &world, const Submission &voucher)
{
    release(world, voucher);
    settle(world, voucher, "expired");
}

void payVoucher(World &world, const Submission &voucher)
{
    if (voucher.status != QLatin1String("valid"))
        throw Problem("not-voidable");
    const Registrant unit = registrantOf(world, voucher.registration);
    QVector<std::pair<qint64, qint64>> items;
    {
        auto rows = world.db->query("SELECT position, arrear FROM settlement_item WHERE submission = ?", voucher.key);
        while (rows.next())
            items.append({rows.integer(0), rows.integer(1)});
    }
    for (const auto &[position, arrear] : items)
        settlePaid(world, unit, voucher, position, arrear);
    settle(world, voucher, "paid");
}

}  // namespace taxside
