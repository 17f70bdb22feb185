// GET /v1/fee-assessments and the people of one of them.

#include "taxside/assessment_book.h"
#include "taxside/assessment_people.h"
#include "taxside/cursor.h"

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
    JsonText json;
    json.open('{').name("items").open('[');
    const auto stretch
        = lookAtPeople(visit.world, visit.unit, *a, snapshot, after, limit, [&](const StaffRow &row, const PersonFee &share) {
              json.open('{');
              writePersonFields(json, *a, row, share);
              json.close('}');
          });
    json.close(']').name("nextCursor");
    if (stretch.more)
        json.text(QString::fromStdString(cursorText("person", {stretch.last, snapshot, total})));
    else
        json.null();
    json.name("total").number(total).close('}');
    Answer answer;
    answer.body = json.take();
    return answer;
}

}  // namespace taxside
