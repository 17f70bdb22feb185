// GET /v1/fee-assessments and the people of one of them.

#include "taxside/assessment_book.h"
#include "taxside/cursor.h"
#include "taxside/json_text.h"

namespace taxside {

using domain::Money;

namespace {

Json assessmentJson(const Assessment &a)
{
    Json json = {{"id", jsonText(a.id)},
                 {"item", itemJson(a.item)},
                 {"kind", jsonText(a.kind)},
                 {"headcount", a.headcount},
                 {"hasPersons", a.hasPersons},
                 {"wageTotal", jsonMoney(a.wageTotal)},
                 {"baseTotal", jsonMoney(a.baseTotal)},
                 {"due", jsonMoney(a.payable)},
                 {"relief", jsonMoney(Money())},
                 {"payable", jsonMoney(a.payable)},
                 {"declareBy", jsonText(a.declareBy)}};
    if (!a.specialKind.isEmpty())
        json["specialKind"] = jsonText(a.specialKind);
    if (a.fixed)
        json["fixed"] = jsonMoney(*a.fixed);
    else if (a.ratePpm)
        json["ratePpm"] = *a.ratePpm;
    return json;
}

void writePerson(JsonText &json, const Assessment &a, const StaffRow &row, const PersonFee &share)
{
    json.open('{').name("personNumber").text(row.personNumber).name("name").text(row.name);
    json.name("documentType").text(row.documentType).name("documentNumber").text(row.documentNumber);
    json.name("wage").money(share.wage).name("base").money(share.base);
    if (a.fixed)
        json.name("fixed").money(*a.fixed);
    else if (a.ratePpm)
        json.name("ratePpm").number(*a.ratePpm);
    json.name("due").money(share.due).name("relief").money(Money()).name("payable").money(share.due).close('}');
}

/// Columns of the people of a total: a staff row, then wage, base and due when they are stored.
QByteArray dailySql()
{
    // cover, wage and state are tested here so that a page of 1000 is 1000 people, not 1000 rows to look at.
    const QByteArray test = " id > ?1 AND id < ?2 AND seq <= ?3 AND deleted = 0 AND state = 1 AND (cover >> ?4 & 1)"
                            " AND (wage IS NOT NULL OR (';' || wages) LIKE '%;' || ?5 || '=%') ";
    return QByteArray("SELECT") + kStaffColumns + "FROM staff WHERE" + test + "UNION ALL SELECT" + kStaffColumns
        + "FROM staff_version WHERE" + test + "AND until_seq > ?3 ORDER BY id LIMIT ?6";
}

struct Page {
    JsonText json;
    qint64 count = 0;
    qint64 last = 0;
    bool more = false;
};

void writeDaily(const Visit &visit, const Assessment &a, qint64 after, qint64 snapshot, qint64 limit, Page &page)
{
    static const QByteArray sql = dailySql();
    const auto *insurance = visit.unit.insurance(a.insurance);
    domain::Charge charge;  // the one it was made with, which the pack may have replaced since
    charge.ratePpm = a.ratePpm;
    charge.fixed = a.fixed;
    auto rows = visit.world.db->query(sql.constData(), std::max(after, staffFloor(visit.unit.key)),
                                      staffFloor(visit.unit.key + 1), snapshot, insurance->position, a.insurance,
                                      limit + 1);
    while (rows.next()) {
        if (page.count == limit) {
            page.more = true;
            break;
        }
        const StaffRow row = readStaff(rows);
        ++page.count;
        page.last = row.id;
        if (const auto share = personShare(visit.unit, *insurance, charge, a.item.periodTo, row))
            writePerson(page.json, a, row, *share);
    }
}

void writeSpecial(const Visit &visit, const Assessment &a, qint64 after, qint64 limit, Page &page)
{
    auto rows = visit.world.db->query("SELECT s.id, s.person_number, s.name, s.document_type, s.document_number,"
                                      " p.wage, p.base, p.due FROM special_person p JOIN staff s ON s.id = p.staff"
                                      " WHERE p.assessment = ? AND p.staff > ? ORDER BY p.staff LIMIT ?",
                                      a.key, after, limit + 1);
    while (a.hasPersons && rows.next()) {
        if (page.count == limit) {
            page.more = true;
            break;
        }
        StaffRow row;
        ++page.count;
        page.last = rows.integer(0);
        row.personNumber = rows.text(1);
        row.name = rows.text(2);
        row.documentType = rows.text(3);
        row.documentNumber = rows.text(4);
        writePerson(page.json, a, row,
                    {Money::fromFen(rows.integer(5)), Money::fromFen(rows.integer(6)), Money::fromFen(rows.integer(7))});
    }
}

}  // namespace

Answer listFeeAssessments(const Visit &visit)
{
    static const QByteArray sql = QByteArray("SELECT") + kAssessmentColumns
        + "FROM assessment WHERE registration = ? AND kind = ? AND holder IS NULL AND headcount > 0 AND key > ?"
          " ORDER BY key LIMIT ?";
    const auto kind = visit.request.query.find("kind");
    if (kind == visit.request.query.end() || (kind->second != "daily" && kind->second != "special"))
        throw Problem("invalid-request", QStringLiteral("参数kind应为daily或special。"));
    const auto position = cursorOf(visit.request, "assessment", 1);
    const qint64 limit = limitOf(visit.request);
    auto rows = visit.world.db->query(sql.constData(), visit.unit.key, QString::fromStdString(kind->second),
                                      position.empty() ? 0 : position[0], limit + 1);
    Json items = Json::array();
    Json next = nullptr;
    qint64 last = 0;
    while (rows.next()) {
        if (static_cast<qint64>(items.size()) == limit) {
            next = cursorText("assessment", {last});
            break;
        }
        const auto assessment = readAssessment(rows);
        last = assessment.key;
        items.push_back(assessmentJson(assessment));
    }
    return answerOf({{"items", items}, {"nextCursor", next}});
}

Answer listFeePersons(const Visit &visit)
{
    const auto a = assessmentById(visit.world, visit.unit.key, visit.id);
    if (!a)
        throw Problem("not-found");
    const auto position = cursorOf(visit.request, "person", 3);
    const qint64 limit = limitOf(visit.request);
    const qint64 after = position.empty() ? 0 : position[0];
    const qint64 snapshot = position.empty() ? a->snapshot : position[1];
    const qint64 total = position.empty() ? (a->hasPersons ? a->headcount : 0) : position[2];
    Page page;
    page.json.open('{').name("items").open('[');
    if (a->kind == QLatin1String("daily"))
        writeDaily(visit, *a, after, snapshot, limit, page);
    else
        writeSpecial(visit, *a, after, limit, page);
    page.json.close(']').name("nextCursor");
    if (page.more)
        page.json.text(QString::fromStdString(cursorText("person", {page.last, snapshot, total})));
    else
        page.json.null();
    page.json.name("total").number(total).close('}');
    Answer answer;
    answer.body = page.json.take();
    return answer;
}

}  // namespace taxside
