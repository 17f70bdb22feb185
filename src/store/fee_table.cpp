#include "store/fee_table.h"

#include "store/receipt_table.h"
#include "store/submission_table.h"
#include "store/values.h"

#include <QSet>

namespace store {

using base::sqlite::Statement;
using domain::FeeAssessment;
using domain::FeePerson;

namespace {

domain::RateOrAmount rate(const Statement &row, int at)
{
    domain::RateOrAmount rate;
    if (!row.isNull(at))
        rate.ratePpm = static_cast<int>(row.integer(at));
    rate.fixed = maybeMoney(row, at + 1);
    return rate;
}

FeeAssessment assessmentOf(const Statement &row, domain::FeeKind kind)
{
    FeeAssessment assessment;
    assessment.id = row.text(0);
    assessment.item = feeItem(row, 1);
    assessment.kind = kind;
    int at = 1 + kFeeItemColumns;
    assessment.specialKind = row.text(at++);
    assessment.headcount = row.integer(at++);
    assessment.hasPersons = row.integer(at++) != 0;
    assessment.wageTotal = money(row, at++);
    assessment.baseTotal = money(row, at++);
    assessment.rate = rate(row, at);
    at += 2;
    assessment.due = money(row, at++);
    assessment.relief = money(row, at++);
    assessment.payable = money(row, at++);
    assessment.declareBy = day(row, at);
    return assessment;
}

}  // namespace

void FeeTable::replaceAssessments(const QString &unit, domain::FeeKind kind, const QVector<FeeAssessment> &rows)
{
    forgetPersons(unit, rows);
    m_connection.run("DELETE FROM fee_assessment WHERE registration_id = ? AND kind = ?", unit, static_cast<int>(kind));
    int position = 0;
    for (const auto &a : rows) {
        auto statement = m_connection.query(
            "INSERT INTO fee_assessment (registration_id, kind, position, id, " SHEBAO_FEE_ITEM_COLUMNS
            ", special_kind, headcount, has_persons, wage_total, base_total, rate_ppm, fixed, due, relief, payable,"
            " declare_by) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        statement.bindAll(unit, static_cast<int>(kind), position++, a.id);
        bindFeeItem(statement, 5, a.item);
        int at = 5 + kFeeItemColumns;
        statement.bind(at++, a.specialKind);
        statement.bind(at++, a.headcount);
        statement.bind(at++, a.hasPersons);
        statement.bind(at++, a.wageTotal.fen());
        statement.bind(at++, a.baseTotal.fen());
        statement.bind(at++, column(a.rate.ratePpm));
        statement.bind(at++, column(a.rate.fixed));
        statement.bind(at++, a.due.fen());
        statement.bind(at++, a.relief.fen());
        statement.bind(at++, a.payable.fen());
        statement.bind(at, column(a.declareBy));
        statement.next();
    }
    ReceiptTable(m_connection).rememberAssessed(unit, rows);
}

QVector<FeeAssessment> FeeTable::assessments(const QString &unit, domain::FeeKind kind) const
{
    auto row =
        m_connection.query("SELECT id, " SHEBAO_FEE_ITEM_COLUMNS
                           ", special_kind, headcount, has_persons, wage_total, base_total, rate_ppm, fixed, due,"
                           " relief, payable, declare_by FROM fee_assessment WHERE registration_id = ?"
                           " AND kind = ? ORDER BY position",
                           unit, static_cast<int>(kind));
    const SubmissionTable submissions(m_connection);
    QVector<FeeAssessment> assessments;
    while (row.next()) {
        assessments.append(assessmentOf(row, kind));
        auto &last = assessments.last();
        last.heldBy = submissions.holderOf(unit, domain::SubmissionKind::Fee, last.id);
    }
    return assessments;
}

std::optional<domain::Money> FeeTable::payableOf(const QString &unit, const QString &assessment) const
{
    auto row = m_connection.query("SELECT payable FROM fee_assessment WHERE registration_id = ? AND id = ?", unit,
                                  assessment);
    return row.next() ? std::optional(money(row, 0)) : std::nullopt;
}

/// The people of what no longer waits stay for 对账, for some months before the newest of `rows`.
void FeeTable::forgetPersons(const QString &unit, const QVector<FeeAssessment> &rows)
{
    constexpr int monthsKept = 3;
    int newest = 0;
    QSet<QString> waiting;
    for (const auto &row : rows) {
        newest = qMax(newest, row.item.periodTo.index());
        waiting.insert(row.id);
    }
    QStringList gone;
    auto row = m_connection.query("SELECT assessment_id FROM assessed_fee WHERE registration_id = ? AND period_to <= ?",
                                  unit, newest - monthsKept);
    while (row.next()) {
        if (!waiting.contains(row.text(0)))
            gone << row.text(0);
    }
    for (const auto &assessment : gone)
        clearPersons(unit, assessment);
}

void FeeTable::clearPersons(const QString &unit, const QString &assessment)
{
    m_connection.run("DELETE FROM fee_person WHERE registration_id = ? AND assessment_id = ?", unit, assessment);
    m_connection.run("DELETE FROM fee_person_loaded WHERE registration_id = ? AND assessment_id = ?", unit, assessment);
}

void FeeTable::appendPersons(const QString &unit, const QString &assessment, const QString &walk, qint64 position,
                             const QVector<FeePerson> &rows)
{
    for (const auto &person : rows) {
        m_connection.run("INSERT INTO fee_person_coming VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", walk, position++, unit,
                         assessment, person.personNumber, person.name, person.documentType, person.documentNumber,
                         person.wage.fen(), person.base.fen(), column(person.rate.ratePpm), column(person.rate.fixed),
                         person.due.fen(), person.relief.fen(), person.payable.fen());
    }
}

void FeeTable::showPersons(const QString &unit, const QString &assessment, const QString &walk, const QDateTime &at)
{
    clearPersons(unit, assessment);
    m_connection.run("INSERT INTO fee_person SELECT registration_id, assessment_id, position, person_number, name,"
                     " document_type, document_number, wage, base, rate_ppm, fixed, due, relief, payable"
                     " FROM fee_person_coming WHERE walk = ? ORDER BY position",
                     walk);
    m_connection.run("INSERT INTO fee_person_loaded VALUES (?,?,?)", unit, assessment, column(at));
    dropWalk(walk);
}

void FeeTable::dropWalk(const QString &walk)
{
    m_connection.run("DELETE FROM fee_person_coming WHERE walk = ?", walk);
}

void FeeTable::dropWalks()
{
    m_connection.run("DELETE FROM fee_person_coming");
}

bool FeeTable::personsComplete(const QString &unit, const FeeAssessment &assessment) const
{
    auto row = m_connection.query("SELECT count(*), sum(wage), sum(base), sum(due), sum(payable) FROM fee_person"
                                  " WHERE registration_id = ? AND assessment_id = ?",
                                  unit, assessment.id);
    return row.next() && row.integer(0) > 0 && row.integer(0) == assessment.headcount
           && money(row, 1) == assessment.wageTotal && money(row, 2) == assessment.baseTotal
           && money(row, 3) == assessment.due && money(row, 4) == assessment.payable;
}

qint64 FeeTable::personCount(const QString &unit, const QString &assessment) const
{
    auto row = m_connection.query("SELECT count(*) FROM fee_person WHERE registration_id = ? AND assessment_id = ?",
                                  unit, assessment);
    return row.next() ? row.integer(0) : 0;
}

QDateTime FeeTable::personsLoadedAt(const QString &unit, const QString &assessment) const
{
    auto row = m_connection.query("SELECT loaded_at FROM fee_person_loaded WHERE registration_id = ?"
                                  " AND assessment_id = ?",
                                  unit, assessment);
    return row.next() ? instant(row, 0) : QDateTime();
}

std::vector<FeePerson> FeeTable::persons(const QString &unit, const QString &assessment, qint64 offset,
                                         qint64 limit) const
{
    // position counts from 0 without gaps, so a window is a range of the primary key.
    auto row = m_connection.query("SELECT person_number, name, document_type, document_number, wage, base, rate_ppm,"
                                  " fixed, due, relief, payable FROM fee_person WHERE registration_id = ?"
                                  " AND assessment_id = ? AND position >= ? ORDER BY position LIMIT ?",
                                  unit, assessment, offset, limit);
    std::vector<FeePerson> persons;
    while (row.next()) {
        persons.push_back({row.text(0), row.text(1), row.text(2), row.text(3), money(row, 4), money(row, 5),
                           rate(row, 6), money(row, 8), money(row, 9), money(row, 10)});
    }
    return persons;
}

/// A payment or voucher of this machine holds it as well, when the answer does not know of it (yet).
void FeeTable::holdByOwn(const QString &unit, domain::Arrear &arrear) const
{
    using domain::ArrearHold;
    const SubmissionTable submissions(m_connection);
    const auto payment = submissions.payerOf(unit, domain::SubmissionKind::Payment, arrear.id, arrear.item);
    const auto voucher = submissions.payerOf(unit, domain::SubmissionKind::Voucher, arrear.id, arrear.item);
    arrear.heldBy = payment.isEmpty() ? voucher : payment;
    if (arrear.hold != ArrearHold::Open || arrear.heldBy.isEmpty())
        return;
    const auto holder = submissions.find(arrear.heldBy);
    const bool unknown = holder && holder->submission.state == domain::SubmissionState::Unknown;
    arrear.hold = payment.isEmpty() ? ArrearHold::InVoucher : unknown ? ArrearHold::InDoubt : ArrearHold::InPayment;
}

void FeeTable::replaceArrears(const QString &unit, const QVector<domain::Arrear> &rows)
{
    m_connection.run("DELETE FROM arrear WHERE registration_id = ?", unit);
    int position = 0;
    for (const auto &arrear : rows) {
        auto statement = m_connection.query(
            "INSERT INTO arrear (registration_id, position, id, " SHEBAO_FEE_ITEM_COLUMNS
            ", due, late_fee, total, pay_by, hold) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        statement.bindAll(unit, position++, arrear.id);
        bindFeeItem(statement, 4, arrear.item);
        int at = 4 + kFeeItemColumns;
        statement.bind(at++, arrear.due.fen());
        statement.bind(at++, arrear.lateFee.fen());
        statement.bind(at++, arrear.total.fen());
        statement.bind(at++, column(arrear.payBy));
        statement.bind(at, static_cast<int>(arrear.hold));
        statement.next();
    }
}

QVector<domain::Arrear> FeeTable::arrears(const QString &unit) const
{
    auto row = m_connection.query("SELECT id, " SHEBAO_FEE_ITEM_COLUMNS
                                  ", due, late_fee, total, pay_by, hold FROM arrear WHERE registration_id = ?"
                                  " ORDER BY position",
                                  unit);
    QVector<domain::Arrear> arrears;
    while (row.next()) {
        constexpr int at = 1 + kFeeItemColumns;
        domain::Arrear arrear{row.text(0),
                              feeItem(row, 1),
                              money(row, at),
                              money(row, at + 1),
                              money(row, at + 2),
                              day(row, at + 3),
                              enumeration<domain::ArrearHold>(row, at + 4),
                              {}};
        holdByOwn(unit, arrear);
        arrears.append(arrear);
    }
    return arrears;
}

std::optional<domain::Money> FeeTable::arrearTotal(const QString &unit, const QString &arrear) const
{
    auto row = m_connection.query("SELECT total FROM arrear WHERE registration_id = ? AND id = ?", unit, arrear);
    return row.next() ? std::optional(money(row, 0)) : std::nullopt;
}

}  // namespace store
