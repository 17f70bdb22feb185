#include "taxside/arrear.h"

#include "base/ids.h"
#include "taxside/cursor.h"

#include <QDateTime>

#include <set>

namespace taxside {

using domain::Money;

namespace {

const char *const kColumns = " a.key, a.id, a.assessment, a.due, a.pay_by, a.state, s.status, a.paid_at ";

Arrear read(World &world, const Registrant &unit, const base::sqlite::Statement &row)
{
    Arrear a;
    a.key = row.integer(0);
    a.id = row.text(1);
    a.assessment = row.integer(2);
    a.due = Money::fromFen(row.integer(3));
    a.payBy = QDate::fromString(row.text(4), Qt::ISODate);
    a.state = row.text(5);
    a.voiding = row.text(6) == QLatin1String("voiding");
    // 社会保险法 §86: a rate for each day after the last day of payment.
    const QDate day = row.isNull(7) ? world.clock.today() : QDate::fromString(dayOf(row.integer(7)), Qt::ISODate);
    const qint64 days = std::max<qint64>(0, a.payBy.daysTo(day));
    const qint64 ppm = std::min<qint64>(days * unit.rules().fee.lateFeePpmPerDay, 100'000'000);
    a.lateFee = domain::charge(a.due, static_cast<int>(ppm), domain::Rounding::HalfUpFen);
    return a;
}

}  // namespace

void openArrears(World &world, const Submission &declaration)
{
    const Registrant unit = registrantOf(world, declaration.registration);
    struct Item {
        qint64 assessment;
        qint64 due;
        QDate declareBy;
    };
    QVector<Item> items;
    auto rows = world.db->query("SELECT i.assessment, i.payable, a.declare_by FROM declaration_item i"
                                " JOIN assessment a ON a.key = i.assessment WHERE i.submission = ? AND i.payable > 0"
                                " ORDER BY i.position",
                                declaration.key);
    while (rows.next())
        items << Item{rows.integer(0), rows.integer(1), QDate::fromString(rows.text(2), Qt::ISODate)};
    for (const auto &item : items) {
        // Whoever declares late does not get more time to pay: 滞纳金 runs from the month it was due in.
        const QDate payBy = domain::Month::of(item.declareBy).day(unit.rules().fee.payByDay);
        world.db->run(
            "INSERT INTO arrear (id, registration, assessment, declaration, due, pay_by) VALUES (?, ?, ?, ?, ?, ?)",
            base::newId(), unit.key, item.assessment, declaration.key, item.due, payBy.toString(Qt::ISODate));
    }
}

std::optional<Arrear> arrearById(World &world, const Registrant &unit, const QString &id)
{
    static const QByteArray sql =
        QByteArray("SELECT") + kColumns
        + "FROM arrear a JOIN submission s ON s.key = a.declaration WHERE a.id = ? AND a.registration = ?";
    auto row = world.db->query(sql.constData(), id, unit.key);
    return row.next() ? std::optional(read(world, unit, row)) : std::nullopt;
}

Arrear arrearByKey(World &world, const Registrant &unit, qint64 key)
{
    static const QByteArray sql = QByteArray("SELECT") + kColumns
                                  + "FROM arrear a JOIN submission s ON s.key = a.declaration WHERE a.key = ?";
    auto row = world.db->query(sql.constData(), key);
    if (!row.next())
        throw Problem("internal");
    return read(world, unit, row);
}

QVector<Arrear> payable(const Visit &visit, const QStringList &ids)
{
    QVector<Arrear> arrears;
    std::set<QString> seen;
    for (const auto &id : ids) {
        if (!seen.insert(id).second)
            throw Problem("invalid-request", QStringLiteral("同一笔欠费出现了两次。"));
        const auto arrear = arrearById(visit.world, visit.unit, id);
        if (!arrear || arrear->state == QLatin1String("removed") || arrear->voiding)
            throw Problem("totals-changed", QStringLiteral("欠费信息已变化，请重新查询。"));
        if (arrear->state == QLatin1String("paid"))
            throw Problem("already-paid", QStringLiteral("所选费款中有已经缴纳的，请重新查询。"));
        if (arrear->state == QLatin1String("in-voucher"))
            throw Problem("in-voucher", QStringLiteral("所选费款中有已开具银行端凭证的，请先作废该凭证。"));
        if (arrear->state == QLatin1String("in-payment"))
            throw Problem("in-payment", QStringLiteral("所选费款中有正在扣款的，请等待扣款结果。"));
        arrears << *arrear;
    }
    return arrears;
}

void setArrearState(World &world, qint64 key, const char *state, qint64 holder, std::optional<qint64> paidAt)
{
    world.db->run("UPDATE arrear SET state = ?, holder = ?, paid_at = ? WHERE key = ?", QString::fromLatin1(state),
                  holder ? std::optional(holder) : std::nullopt, paidAt, key);
}

namespace {

Json arrearJson(World &world, const Arrear &arrear)
{
    const bool open = arrear.state == QLatin1String("open");
    Json json = {{"id", jsonText(arrear.id)},
                 {"item", itemJson(assessmentByKey(world, arrear.assessment).item)},
                 {"due", jsonMoney(arrear.due)},
                 {"lateFee", jsonMoney(arrear.lateFee)},
                 {"total", jsonMoney(arrear.total())},
                 {"payBy", jsonDay(arrear.payBy)},
                 {"open", open}};
    if (!open)
        json["closedReason"] = jsonText(arrear.state);
    return json;
}

/// A page of what a query over kColumns finds, in the order of keys; it asks for one row more than the limit.
Answer page(const Visit &visit, base::sqlite::Statement &rows, const char *list, qint64 limit)
{
    Json items = Json::array();
    Json next = nullptr;
    qint64 last = 0;
    while (rows.next()) {
        if (static_cast<qint64>(items.size()) == limit) {
            next = cursorText(list, {last});
            break;
        }
        const auto arrear = read(visit.world, visit.unit, rows);
        last = arrear.key;
        items.push_back(arrearJson(visit.world, arrear));
    }
    return answerOf({{"items", items}, {"nextCursor", next}});
}

}  // namespace

Answer listArrears(const Visit &visit)
{
    static const QByteArray sql =
        QByteArray("SELECT") + kColumns
        + "FROM arrear a JOIN submission s ON s.key = a.declaration WHERE a.registration = ? AND a.key > ?"
          " AND a.state IN ('open', 'in-payment', 'in-voucher') AND s.status = 'accepted' ORDER BY a.key LIMIT ?";
    const auto position = cursorOf(visit.request, "arrear", 1);
    const qint64 limit = limitOf(visit.request);
    auto rows = visit.world.db->query(sql.constData(), visit.unit.key, position.empty() ? 0 : position[0], limit + 1);
    return page(visit, rows, "arrear", limit);
}

Answer listPayables(const Visit &visit)
{
    static const QByteArray sql =
        QByteArray("SELECT") + kColumns
        + "FROM arrear a JOIN submission s ON s.key = a.declaration JOIN assessment t ON t.key = a.assessment"
          " WHERE a.registration = ? AND t.period_to BETWEEN ? AND ? AND a.key > ? AND a.state <> 'removed'"
          " ORDER BY a.key LIMIT ?";
    const auto from = monthOf(visit.request, "from");
    const auto to = monthOf(visit.request, "to");
    const auto position = cursorOf(visit.request, "payable", 1);
    const qint64 limit = limitOf(visit.request);
    auto rows = visit.world.db->query(sql.constData(), visit.unit.key, from.index(), to.index(),
                                      position.empty() ? 0 : position[0], limit + 1);
    return page(visit, rows, "payable", limit);
}

}  // namespace taxside
