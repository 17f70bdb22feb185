#include "taxside/unit.h"

#include "taxside/cursor.h"

namespace taxside {

Answer getUnit(const Visit &visit)
{
    const auto &unit = visit.unit;
    Json insurances = Json::array();
    for (const auto &each : unit.insurances) {
        insurances.push_back({{"unitNumber", jsonText(each.unitNumber)},
                              {"insurance", jsonText(each.insurance)},
                              {"insuranceName", jsonText(domain::insuranceName(unit.rules(), each.insurance))},
                              {"agencyCode", jsonText(each.agencyCode)},
                              {"agencyName", jsonText(each.agencyName)},
                              {"state", "normal"},
                              {"from", jsonMonth(each.from)},
                              {"to", nullptr}});
    }
    return answerOf({{"registrationId", jsonText(unit.registrationId)},
                     {"taxNumber", jsonText(unit.taxNumber)},
                     {"name", jsonText(unit.name)},
                     {"unitType", unitTypeName(unit.type)},
                     {"status", "normal"},
                     {"authorityCode", jsonText(unit.authorityCode)},
                     {"authorityName", jsonText(unit.authorityName)},
                     {"region", jsonText(unit.rules().region)},
                     {"regionName", jsonText(unit.rules().regionName)},
                     {"address", jsonText(unit.address)},
                     {"contact", jsonText(unit.contact)},
                     {"insurances", insurances}});
}

Answer getRulePack(const Visit &visit)
{
    const auto &pack = *visit.unit.pack;
    Answer answer;
    answer.headers.emplace_back("ETag", pack.etag);
    if (visit.request.ifNoneMatch.find(pack.etag) != std::string::npos)
        answer.status = 304;
    else
        answer.body = pack.json;
    return answer;
}

Answer listNotices(const Visit &visit)
{
    const auto position = cursorOf(visit.request, "notice", 1);
    const qint64 limit = limitOf(visit.request);
    const qint64 now = visit.world.nowMs();
    auto rows = visit.world.db->query(
        "SELECT key, id, title, publisher, published_at, valid_until, importance, pop_up, html FROM notice"
        " WHERE key > ? AND (region = '' OR region = ?) AND published_at <= ?"
        " AND (valid_until IS NULL OR valid_until > ?) ORDER BY key LIMIT ?",
        position.empty() ? 0 : position[0], visit.unit.rules().region, now, now, limit + 1);
    Json items = Json::array();
    qint64 last = 0;
    Json next = nullptr;
    while (rows.next()) {
        if (static_cast<qint64>(items.size()) == limit) {
            next = cursorText("notice", {last});
            break;
        }
        last = rows.integer(0);
        Json notice = {{"id", jsonText(rows.text(1))},           {"title", jsonText(rows.text(2))},
                       {"publisher", jsonText(rows.text(3))},    {"publishedAt", jsonInstant(rows.integer(4))},
                       {"importance", rows.integer(6)},          {"popUp", rows.integer(7) != 0},
                       {"html", jsonText(rows.text(8))}};
        if (!rows.isNull(5))
            notice["validUntil"] = jsonInstant(rows.integer(5));
        items.push_back(std::move(notice));
    }
    return answerOf({{"items", items}, {"nextCursor", next}});
}

Answer listAgreements(const Visit &visit)
{
    auto rows = visit.world.db->query("SELECT number, bank_name, clearing_number, account_masked, account_name, from_day,"
                                      " to_day, verified FROM agreement WHERE registration = ? ORDER BY number",
                                      visit.unit.key);
    Json items = Json::array();
    while (rows.next()) {
        items.push_back({{"number", jsonText(rows.text(0))},
                         {"bankName", jsonText(rows.text(1))},
                         {"clearingNumber", jsonText(rows.text(2))},
                         {"accountMasked", jsonText(rows.text(3))},
                         {"accountName", jsonText(rows.text(4))},
                         {"from", jsonText(rows.text(5))},
                         {"to", jsonText(rows.text(6))},
                         {"verified", rows.integer(7) != 0}});
    }
    return answerOf({{"items", items}});
}

}  // namespace taxside
