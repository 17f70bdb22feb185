#include "store/receipt_table.h"

#include "store/values.h"

namespace store {

using base::sqlite::Connection;
using base::sqlite::Statement;
using domain::MonthRange;
using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

/// The columns of a table's own stand behind those of the fee.
constexpr int kOwn = 1 + kFeeItemColumns;

/// `bindOwn(statement, at, row)` binds the columns behind those of the fee.
template <class Row, class BindOwn>
void replaceMonths(Connection &connection, const char *remove, const char *insert, const QString &unit,
                   MonthRange months, const QVector<Row> &rows, BindOwn bindOwn)
{
    connection.run(remove, unit, months.from.index(), months.to.index());
    for (const auto &row : rows) {
        auto statement = connection.query(insert);
        statement.bindAll(unit, row.id);
        bindFeeItem(statement, 3, row.item);
        bindOwn(statement, 3 + kFeeItemColumns, row);
        statement.next();
    }
}

}  // namespace

void ReceiptTable::replacePayables(const QString &unit, MonthRange months, const QVector<domain::Arrear> &rows)
{
    replaceMonths(m_connection, "DELETE FROM payable WHERE registration_id = ? AND period_to BETWEEN ? AND ?",
                  "INSERT OR REPLACE INTO payable (registration_id, id, " SHEBAO_FEE_ITEM_COLUMNS
                  ", due, late_fee, total, pay_by, hold) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                  unit, months, rows, [](Statement &statement, int at, const domain::Arrear &row) {
                      statement.bind(at, qint64(row.due.fen()));
                      statement.bind(at + 1, qint64(row.lateFee.fen()));
                      statement.bind(at + 2, qint64(row.total.fen()));
                      statement.bind(at + 3, column(row.payBy));
                      statement.bind(at + 4, static_cast<int>(row.hold));
                  });
}

void ReceiptTable::replaceReceipts(const QString &unit, MonthRange months, const QVector<domain::Receipt> &rows)
{
    replaceMonths(m_connection, "DELETE FROM receipt WHERE registration_id = ? AND period_to BETWEEN ? AND ?",
                  "INSERT OR REPLACE INTO receipt (registration_id, id, " SHEBAO_FEE_ITEM_COLUMNS
                  ", tax_receipt, amount, late_fee, paid_at, received_at)"
                  " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                  unit, months, rows, [](Statement &statement, int at, const domain::Receipt &row) {
                      statement.bind(at, row.taxReceiptNumber);
                      statement.bind(at + 1, qint64(row.amount.fen()));
                      statement.bind(at + 2, qint64(row.lateFee.fen()));
                      statement.bind(at + 3, column(row.paidAt));
                      statement.bind(at + 4, column(row.receivedAt));
                  });
}

QVector<domain::Arrear> ReceiptTable::payables(const QString &unit, MonthRange months) const
{
    auto row = m_connection.query("SELECT id, " SHEBAO_FEE_ITEM_COLUMNS
                                  ", due, late_fee, total, pay_by, hold FROM payable"
                                  " WHERE registration_id = ? AND period_to BETWEEN ? AND ?"
                                  " ORDER BY period_to DESC, notice_number, id",
                                  unit, months.from.index(), months.to.index());
    QVector<domain::Arrear> rows;
    while (row.next())
        rows.append({row.text(0), feeItem(row, 1), money(row, kOwn), money(row, kOwn + 1), money(row, kOwn + 2),
                     day(row, kOwn + 3), enumeration<domain::ArrearHold>(row, kOwn + 4), {}});
    return rows;
}

QVector<domain::Receipt> ReceiptTable::receipts(const QString &unit, MonthRange months) const
{
    auto row = m_connection.query("SELECT id, " SHEBAO_FEE_ITEM_COLUMNS ", tax_receipt, amount, late_fee, paid_at,"
                                  " received_at FROM receipt WHERE registration_id = ? AND period_to BETWEEN ? AND ?"
                                  " ORDER BY period_to DESC, notice_number, id",
                                  unit, months.from.index(), months.to.index());
    QVector<domain::Receipt> rows;
    while (row.next())
        rows.append({row.text(0), feeItem(row, 1), row.text(kOwn), money(row, kOwn + 1), money(row, kOwn + 2),
                     instant(row, kOwn + 3), instant(row, kOwn + 4)});
    return rows;
}

void ReceiptTable::rememberAssessed(const QString &unit, const QVector<domain::FeeAssessment> &rows)
{
    for (const auto &row : rows) {
        auto statement =
            m_connection.query("INSERT OR REPLACE INTO assessed_fee (registration_id, " SHEBAO_FEE_ITEM_COLUMNS
                               ", payable, declare_by, assessment_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        statement.bindAll(unit);
        bindFeeItem(statement, 2, row.item);
        statement.bind(2 + kFeeItemColumns, qint64(row.payable.fen()));
        statement.bind(3 + kFeeItemColumns, column(row.declareBy));
        statement.bind(4 + kFeeItemColumns, row.id);
        statement.next();
    }
}

QVector<domain::AssessedFee> ReceiptTable::assessed(const QString &unit, MonthRange months) const
{
    auto row = m_connection.query("SELECT 0, " SHEBAO_FEE_ITEM_COLUMNS ", payable, declare_by, EXISTS (SELECT 1 FROM"
                                  " fee_assessment w WHERE w.registration_id = a.registration_id"
                                  " AND w.notice_number = a.notice_number) FROM assessed_fee a"
                                  " WHERE registration_id = ? AND period_to BETWEEN ? AND ?",
                                  unit, months.from.index(), months.to.index());
    QVector<domain::AssessedFee> rows;
    while (row.next())
        rows.append({feeItem(row, 1), money(row, kOwn), day(row, kOwn + 1), row.integer(kOwn + 2) != 0});
    return rows;
}

QVector<domain::DeclaredFee> ReceiptTable::declared(const QString &unit, MonthRange months) const
{
    auto row = m_connection.query("SELECT 0, " SHEBAO_FEE_ITEM_COLUMNS ", i.amount, s.state FROM submission s"
                                  " JOIN submission_item i ON i.submission_id = s.id WHERE s.registration_id = ?"
                                  " AND s.kind = ? AND i.period_to BETWEEN ? AND ? ORDER BY s.created_at",
                                  unit, static_cast<int>(SubmissionKind::Fee), months.from.index(), months.to.index());
    QVector<domain::DeclaredFee> rows;
    while (row.next())
        rows.append({feeItem(row, 1), money(row, kOwn), enumeration<SubmissionState>(row, kOwn + 1)});
    return rows;
}

QVector<domain::PaidFee> ReceiptTable::paid(const QString &unit, MonthRange months) const
{
    auto row = m_connection.query("SELECT i.notice_number, i.amount, i.state, s.kind, s.state, s.paid FROM submission s"
                                  " JOIN submission_item i ON i.submission_id = s.id WHERE s.registration_id = ?"
                                  " AND s.kind IN (?, ?) AND i.period_to BETWEEN ? AND ?",
                                  unit, static_cast<int>(SubmissionKind::Payment),
                                  static_cast<int>(SubmissionKind::Voucher), months.from.index(), months.to.index());
    QVector<domain::PaidFee> rows;
    while (row.next()) {
        domain::PaidFee fee{row.text(0), money(row, 1), enumeration<SubmissionState>(row, 2)};
        const auto whole = enumeration<SubmissionState>(row, 4);
        if (enumeration<SubmissionKind>(row, 3) == SubmissionKind::Voucher) {
            if (row.text(5) != QLatin1String("all"))
                continue;  // a printed voucher is no payment
            fee.state = SubmissionState::Succeeded;
        } else if (domain::isOpen(whole) && fee.state != SubmissionState::Succeeded) {
            fee.state = whole;
        }
        if (whole != SubmissionState::Failed)
            rows.append(fee);
    }
    return rows;
}

}  // namespace store
