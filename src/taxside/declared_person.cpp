#include "taxside/declared_person.h"

#include "domain/month_range.h"
#include "taxside/assessment_book.h"
#include "taxside/assessment_people.h"
#include "taxside/cursor.h"
#include "taxside/discrepancy.h"

#include <map>

namespace taxside {

using domain::Money;
using domain::Month;
using domain::MonthRange;

namespace {

const QString kAnnuity = QStringLiteral("180");
constexpr const char *kStanding =
    " holder IN (SELECT key FROM submission WHERE registration = ?1 AND kind = 'fee' AND status = 'accepted')";

Month monthParameter(const Request &request, const char *name)
{
    const auto at = request.query.find(name);
    const auto month = at == request.query.end() ? std::nullopt
                                                 : domain::monthFromWire(QString::fromStdString(at->second));
    if (!month)
        throw Problem("invalid-request", QStringLiteral("参数%1应为YYYY-MM。").arg(QLatin1String(name)));
    return *month;
}

MonthRange monthsOf(const Request &request)
{
    const MonthRange months{monthParameter(request, "from"), monthParameter(request, "to")};
    if (months.to < months.from)
        throw Problem("invalid-request", QStringLiteral("费款所属期的止期早于起期。"));
    return months;
}

/// What stands and whose period touches the months, from `key` on, in the order of the keys.
base::sqlite::Statement standing(const Visit &visit, MonthRange months, qint64 key)
{
    static const QByteArray sql =
        QByteArray("SELECT") + kAssessmentColumns
        + "FROM assessment WHERE registration = ?1 AND has_persons AND period_to >= ?2 AND period_from <= ?3"
          " AND key >= ?4 AND"
        + kStanding + " ORDER BY key";
    return visit.world.db->query(sql.constData(), visit.unit.key, months.from.index(), months.to.index(), key);
}

qint64 personCount(const Visit &visit, MonthRange months)
{
    static const QByteArray sql =
        QByteArray("SELECT coalesce(sum(headcount + (SELECT count(*) FILTER (WHERE kind = 'person-twice')"
                   " - count(*) FILTER (WHERE kind = 'person-missing') FROM person_discrepancy p"
                   " WHERE p.assessment = assessment.key)), 0) FROM assessment WHERE registration = ?1 AND has_persons"
                   " AND period_to >= ?2 AND period_from <= ?3 AND")
        + kStanding;
    auto row = visit.world.db->query(sql.constData(), visit.unit.key, months.from.index(), months.to.index());
    return row.next() ? row.integer(0) : 0;
}

/// Changes whenever a declaration stops to stand, or stands again.
qint64 withdrawals(const Visit &visit)
{
    auto row = visit.world.db->query("SELECT count(*) FROM submission WHERE registration = ? AND kind = 'fee'"
                                     " AND status IN ('voiding', 'voided')",
                                     visit.unit.key);
    return row.next() ? row.integer(0) : 0;
}

QString declarationId(World &world, qint64 key)
{
    auto row = world.db->query("SELECT id FROM submission WHERE key = ?", key);
    return row.next() ? row.text(0) : QString();
}

bool isReceived(World &world, const Assessment &a)
{
    auto row = world.db->query("SELECT EXISTS (SELECT 1 FROM arrear WHERE declaration = ? AND assessment = ?"
                               " AND state = 'paid')",
                               a.holder, a.key);
    return row.next() && row.integer(0) != 0;
}

/// What is said of a person of whom something else is to be said (taxside/discrepancy.h).
QVector<std::pair<StaffRow, PersonFee>> puttingWrong(const QString &kind, StaffRow row, PersonFee share)
{
    const auto oneYuan = Money::fromFen(100);
    if (kind == QLatin1String("person-missing"))
        return {};
    if (kind == QLatin1String("person-twice"))
        return {{row, share}, {row, share}};
    if (kind == QLatin1String("person-other")) {
        row.name += QStringLiteral("甲");
        row.personNumber += QLatin1Char('9');
        row.documentType = QStringLiteral("208");  // 外国护照
        row.documentNumber = QStringLiteral("E") + row.personNumber;
    } else {
        (kind == QLatin1String("person-base") ? share.base : share.due) += oneYuan;
    }
    return {{row, share}};
}

/// The people of one total as far as the page takes them. True when all of the rest fitted.
Stretch writePeople(const Visit &visit, const Assessment &a, qint64 after, qint64 room, JsonText &json)
{
    const QString declaration = declarationId(visit.world, a.holder);
    const std::string item = itemJson(a.item).dump();
    const bool received = isReceived(visit.world, a);
    const auto planted = personDiscrepancies(visit.world, a.key);
    const auto write = [&](const StaffRow &row, const PersonFee &share) {
        json.open('{');
        writePersonFields(json, a, row, share);
        json.name("declarationId").text(declaration).name("item").raw(item);
        json.name("received").flag(received).close('}');
    };
    return lookAtPeople(visit.world, visit.unit, a, a.snapshot, after, room,
                        [&](const StaffRow &row, const PersonFee &share) {
                            const auto kind = planted.value(row.id);
                            if (kind.isEmpty())
                                return write(row, share);
                            for (const auto &[who, amount] : puttingWrong(kind, row, share))
                                write(who, amount);
                        });
}

struct Notice {
    qint64 headcount = 0;
    Money base;
    Money unit;
    Money person;
    QString payBy;
    Json noticeNumbers = Json::array();
};

Json noticeJson(const Registrant &unit, Month period, const Notice &notice)
{
    return {{"number", jsonText(QStringLiteral("ZYNJ%1%2%3")
                                    .arg(unit.rules().region, period.day(1).toString(QStringLiteral("yyyyMM")))
                                    .arg(unit.key, 6, 10, QLatin1Char('0')))},
            {"period", jsonMonth(period)},
            {"noticeNumbers", notice.noticeNumbers},
            {"headcount", notice.headcount},
            {"baseTotal", jsonMoney(notice.base)},
            {"unitAmount", jsonMoney(notice.unit)},
            {"personAmount", jsonMoney(notice.person)},
            {"payBy", jsonText(notice.payBy)},
            {"accountName", jsonText(QStringLiteral("示范职业年金基金归集账户"))},
            {"accountNumber", "0140000000000180018"},
            {"bankName", jsonText(QStringLiteral("示范商业银行太原分行营业部"))}};
}

}  // namespace

Answer listDeclaredPersons(const Visit &visit)
{
    const MonthRange months = monthsOf(visit.request);
    const auto position = cursorOf(visit.request, "declared", 3);
    const qint64 limit = limitOf(visit.request);
    const qint64 withdrawn = withdrawals(visit);
    if (!position.empty() && position[2] != withdrawn)
        throw Problem("sync-restart", QStringLiteral("申报在查询期间被作废，请重新查询。"));
    JsonText json;
    json.open('{').name("items").open('[');
    qint64 room = limit;
    qint64 after = position.empty() ? 0 : position[1];
    std::string next;
    auto rows = standing(visit, months, position.empty() ? 0 : position[0]);
    while (rows.next()) {
        const Assessment a = readAssessment(rows);
        if (room == 0) {
            next = cursorText("declared", {a.key, after, withdrawn});
            break;
        }
        const auto stretch = writePeople(visit, a, after, room, json);
        if (stretch.more) {
            next = cursorText("declared", {a.key, stretch.last, withdrawn});
            break;
        }
        room -= stretch.count;
        after = 0;
    }
    json.close(']').name("nextCursor");
    if (next.empty())
        json.null();
    else
        json.text(QString::fromStdString(next));
    json.name("total").number(personCount(visit, months)).close('}');
    Answer answer;
    answer.body = json.take();
    return answer;
}

Answer listAnnuityNotices(const Visit &visit)
{
    if (!visit.unit.rules().has(QStringLiteral("annuity-notice")))
        throw Problem("module-off", QStringLiteral("本地区没有年金缴款通知单。"));
    const MonthRange months = monthsOf(visit.request);
    std::map<Month, Notice> notices;
    auto rows = standing(visit, months, 0);
    while (rows.next()) {
        const Assessment a = readAssessment(rows);
        if (a.insurance != kAnnuity || a.kind != QLatin1String("daily"))
            continue;
        auto &notice = notices[a.item.periodTo];
        notice.noticeNumbers.push_back(jsonText(a.item.noticeNumber));
        notice.headcount = std::max(notice.headcount, a.headcount);
        notice.base = std::max(notice.base, a.baseTotal);
        (a.side == domain::Side::Unit ? notice.unit : notice.person) += a.payable;
        auto arrear = visit.world.db->query("SELECT pay_by FROM arrear WHERE declaration = ? AND assessment = ?",
                                            a.holder, a.key);
        notice.payBy = arrear.next() ? arrear.text(0) : a.declareBy;
    }
    Json items = Json::array();
    for (const auto &[period, notice] : notices)
        items.push_back(noticeJson(visit.unit, period, notice));
    return answerOf({{"items", items}});
}

}  // namespace taxside
