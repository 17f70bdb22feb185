#include "taxside/receipt.h"

#include "base/ids.h"
#include "taxside/cursor.h"

namespace taxside {

void enterReceipt(World &world, const Arrear &arrear, qint64 registration, const QString &number, domain::Money lateFee,
                  qint64 paidAt)
{
    world.db->run("INSERT INTO receipt (id, registration, assessment, number, amount, late_fee, paid_at, received_at)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                  base::newId(), registration, arrear.assessment, number, qint64(arrear.due.fen()),
                  qint64(lateFee.fen()), paidAt, paidAt + 2LL * world.options.feedbackMs);
}

Answer listReceipts(const Visit &visit)
{
    const auto from = monthOf(visit.request, "from");
    const auto to = monthOf(visit.request, "to");
    const auto position = cursorOf(visit.request, "receipt", 1);
    const qint64 limit = limitOf(visit.request);
    auto rows = visit.world.db->query("SELECT r.key, r.id, r.assessment, r.number, r.amount, r.late_fee, r.paid_at,"
                                      " r.received_at FROM receipt r JOIN assessment a ON a.key = r.assessment"
                                      " WHERE r.registration = ? AND a.period_to BETWEEN ? AND ? AND r.key > ?"
                                      " ORDER BY r.key LIMIT ?",
                                      visit.unit.key, from.index(), to.index(), position.empty() ? 0 : position[0],
                                      limit + 1);
    Json items = Json::array();
    Json next = nullptr;
    qint64 last = 0;
    while (rows.next()) {
        if (static_cast<qint64>(items.size()) == limit) {
            next = cursorText("receipt", {last});
            break;
        }
        last = rows.integer(0);
        const bool arrived = rows.integer(7) <= visit.world.nowMs();
        items.push_back({{"id", jsonText(rows.text(1))},
                         {"item", itemJson(assessmentByKey(visit.world, rows.integer(2)).item)},
                         {"taxReceiptNumber", jsonText(rows.text(3))},
                         {"amount", jsonFen(rows.integer(4))},
                         {"lateFee", jsonFen(rows.integer(5))},
                         {"paidAt", jsonInstant(rows.integer(6))},
                         {"receivedAt", arrived ? jsonInstant(rows.integer(7)) : Json(nullptr)}});
    }
    return answerOf({{"items", items}, {"nextCursor", next}});
}

}  // namespace taxside
