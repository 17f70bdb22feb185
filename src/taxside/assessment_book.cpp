#include "taxside/assessment_book.h"

#include "base/ids.h"

namespace taxside {

using domain::Money;
using domain::Month;

const char *const kAssessmentColumns =
    " key, id, insurance, side, kind, special_kind, notice_number, unit_number, agency_code, agency_name, item_code,"
    " item_name, category_code, category_name, subcategory, period_from, period_to, authority_name, headcount,"
    " has_persons, wage_total, base_total, rate_ppm, fixed, payable, declare_by, snapshot, holder ";

Assessment readAssessment(const base::sqlite::Statement &row)
{
    Assessment a;
    a.key = row.integer(0);
    a.id = row.text(1);
    a.insurance = row.text(2);
    a.side = row.text(3) == QLatin1String("unit") ? domain::Side::Unit : domain::Side::Person;
    a.kind = row.text(4);
    a.specialKind = row.text(5);
    a.item.noticeNumber = row.text(6);
    a.item.unitNumber = row.text(7);
    a.item.agencyCode = row.text(8);
    a.item.agencyName = row.text(9);
    a.item.collectionItem = {row.text(10), row.text(11)};
    a.item.category = {row.text(12), row.text(13)};
    a.item.subcategory = row.text(14);
    a.item.periodFrom = Month::fromIndex(static_cast<int>(row.integer(15)));
    a.item.periodTo = Month::fromIndex(static_cast<int>(row.integer(16)));
    a.item.authorityName = row.text(17);
    a.headcount = row.integer(18);
    a.hasPersons = row.integer(19) != 0;
    a.wageTotal = Money::fromFen(row.integer(20));
    a.baseTotal = Money::fromFen(row.integer(21));
    if (!row.isNull(22))
        a.ratePpm = static_cast<int>(row.integer(22));
    if (!row.isNull(23))
        a.fixed = Money::fromFen(row.integer(23));
    a.payable = Money::fromFen(row.integer(24));
    a.declareBy = row.text(25);
    a.snapshot = row.integer(26);
    a.holder = row.integer(27);
    return a;
}

Assessment blankAssessment(const Registrant &unit, const UnitInsurance &insurance, const domain::Charge &charge, Month from,
                           Month to)
{
    Assessment a;
    a.insurance = insurance.insurance;
    a.side = charge.side;
    a.kind = QStringLiteral("daily");
    a.item.unitNumber = insurance.unitNumber;
    a.item.agencyCode = insurance.agencyCode;
    a.item.agencyName = insurance.agencyName;
    a.item.collectionItem = charge.collectionItem;
    a.item.category = charge.category;
    a.item.periodFrom = from;
    a.item.periodTo = to;
    a.item.authorityName = unit.authorityName;
    a.ratePpm = charge.ratePpm;
    a.fixed = charge.fixed;
    a.declareBy = to.day(unit.rules().fee.declareByDay).toString(Qt::ISODate);
    a.snapshot = unit.sequence;
    return a;
}

void insertAssessment(World &world, const Registrant &unit, Assessment &a)
{
    a.id = base::newId();
    // Region, month, running number: the shape a 征集通知流水号 has in exports, unique in these books.
    a.item.noticeNumber = unit.rules().region + a.item.periodTo.day(1).toString(QStringLiteral("yyyyMM"))
        + QStringLiteral("%1").arg(world.count("notice-number"), 8, 10, QLatin1Char('0'));
    const auto fixed = a.fixed ? std::optional(qint64(a.fixed->fen())) : std::nullopt;
    world.db->run("INSERT INTO assessment (id, registration, insurance, side, kind, special_kind, notice_number,"
                  " unit_number, agency_code, agency_name, item_code, item_name, category_code, category_name,"
                  " subcategory, period_from, period_to, authority_name, headcount, has_persons, wage_total, base_total,"
                  " rate_ppm, fixed, payable, declare_by, snapshot)"
                  " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                  a.id, unit.key, a.insurance,
                  a.side == domain::Side::Unit ? QStringLiteral("unit") : QStringLiteral("person"), a.kind, a.specialKind,
                  a.item.noticeNumber, a.item.unitNumber, a.item.agencyCode, a.item.agencyName, a.item.collectionItem.code,
                  a.item.collectionItem.name, a.item.category.code, a.item.category.name, a.item.subcategory,
                  a.item.periodFrom.index(), a.item.periodTo.index(), a.item.authorityName, a.headcount, a.hasPersons,
                  qint64(a.wageTotal.fen()), qint64(a.baseTotal.fen()), a.ratePpm, fixed, qint64(a.payable.fen()),
                  a.declareBy, a.snapshot);
    auto row = world.db->query("SELECT key FROM assessment WHERE id = ?", a.id);
    a.key = row.next() ? row.integer(0) : 0;
}

QVector<Assessment> waitingDaily(World &world, qint64 registration)
{
    static const QByteArray sql = QByteArray("SELECT") + kAssessmentColumns
        + "FROM assessment WHERE registration = ? AND kind = 'daily' AND holder IS NULL ORDER BY key";
    QVector<Assessment> found;
    auto rows = world.db->query(sql.constData(), registration);
    while (rows.next())
        found << readAssessment(rows);
    return found;
}

void updateTotals(World &world, const Assessment &a)
{
    world.db->run("UPDATE assessment SET headcount = ?, wage_total = ?, base_total = ?, payable = ?, snapshot = ?"
                  " WHERE key = ?",
                  a.headcount, qint64(a.wageTotal.fen()), qint64(a.baseTotal.fen()), qint64(a.payable.fen()), a.snapshot,
                  a.key);
}

std::optional<Assessment> assessmentById(World &world, qint64 registration, const QString &id)
{
    static const QByteArray sql =
        QByteArray("SELECT") + kAssessmentColumns + "FROM assessment WHERE id = ? AND registration = ?";
    auto row = world.db->query(sql.constData(), id, registration);
    return row.next() ? std::optional(readAssessment(row)) : std::nullopt;
}

Assessment assessmentByKey(World &world, qint64 key)
{
    static const QByteArray sql = QByteArray("SELECT") + kAssessmentColumns + "FROM assessment WHERE key = ?";
    auto row = world.db->query(sql.constData(), key);
    if (!row.next())
        throw Problem("internal");
    return readAssessment(row);
}

Json itemJson(const domain::FeeItem &item)
{
    const auto codeName = [](const domain::CodeName &value) {
        return Json{{"code", jsonText(value.code)}, {"name", jsonText(value.name)}};
    };
    return {{"noticeNumber", jsonText(item.noticeNumber)},
            {"unitNumber", jsonText(item.unitNumber)},
            {"agencyCode", jsonText(item.agencyCode)},
            {"agencyName", jsonText(item.agencyName)},
            {"collectionItem", codeName(item.collectionItem)},
            {"category", codeName(item.category)},
            {"subcategory", jsonText(item.subcategory)},
            {"periodFrom", jsonMonth(item.periodFrom)},
            {"periodTo", jsonMonth(item.periodTo)},
            {"authorityName", jsonText(item.authorityName)}};
}

}  // namespace taxside
