#include "store/certificate_table.h"

#include "store/values.h"

namespace store {

using base::sqlite::Statement;
using domain::CertificateRecord;

namespace {

constexpr const char *kCertificateColumns =
    "SELECT number, kind, subject, title, period_from, period_to, total, issued_at FROM certificate ";
constexpr const char *kWhere =
    "WHERE registration_id = ?1 AND (?2 = '' OR number = ?2) AND (?3 = '' OR subject = ?3)"
    " AND (?4 < 0 OR kind = ?4) AND (?5 = '' OR issued_day >= ?5) AND (?6 = '' OR issued_day <= ?6)";

CertificateRecord recordOf(const Statement &row)
{
    CertificateRecord record;
    record.number = row.text(0);
    record.kind = enumeration<domain::CertificateKind>(row, 1);
    record.subject = row.text(2);
    record.title = row.text(3);
    record.months = {month(row, 4), month(row, 5)};
    record.total = money(row, 6);
    record.issuedAt = instant(row, 7);
    return record;
}

void bindQuery(Statement &statement, const QString &unit, const CertificateQuery &query)
{
    statement.bindAll(unit, query.number, query.subject, query.kind ? static_cast<int>(*query.kind) : -1,
                      column(query.from), column(query.to));
}

}  // namespace

std::optional<QString> CertificateTable::same(const QString &unit, const QByteArray &digest, QDate day) const
{
    auto row = m_connection.query("SELECT number FROM certificate WHERE registration_id = ? AND digest = ?"
                                  " AND issued_day = ?",
                                  unit, digest, column(day));
    return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

void CertificateTable::insert(const QString &unit, const CertificateRecord &record, QDate day, const QByteArray &digest,
                              const QByteArray &form)
{
    m_connection.run(
        "INSERT INTO certificate (number, registration_id, kind, subject, title, period_from, period_to, total,"
        " issued_at, issued_day, digest, form) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        record.number, unit, static_cast<int>(record.kind), record.subject, record.title, record.months.from.index(),
        record.months.to.index(), record.total.fen(), column(record.issuedAt), column(day), digest, form);
}

qint64 CertificateTable::count(const QString &unit, const CertificateQuery &query) const
{
    static const QByteArray sql = QByteArray("SELECT count(*) FROM certificate ") + kWhere;
    auto row = m_connection.queryText(sql);
    bindQuery(row, unit, query);
    return row.next() ? row.integer(0) : 0;
}

std::vector<CertificateRecord> CertificateTable::window(const QString &unit, const CertificateQuery &query,
                                                        qint64 offset, qint64 limit) const
{
    static const QByteArray sql = QByteArray(kCertificateColumns) + kWhere
                                  + " ORDER BY issued_day DESC, issued_at DESC, number LIMIT ?7 OFFSET ?8";
    auto row = m_connection.queryText(sql);
    bindQuery(row, unit, query);
    row.bind(7, limit);
    row.bind(8, offset);
    std::vector<CertificateRecord> records;
    while (row.next())
        records.push_back(recordOf(row));
    return records;
}

std::optional<CertificateRecord> CertificateTable::find(const QString &unit, const QString &number) const
{
    static const QByteArray sql = QByteArray(kCertificateColumns) + "WHERE registration_id = ? AND number = ?";
    auto row = m_connection.query(sql.constData(), unit, number);
    return row.next() ? std::optional(recordOf(row)) : std::nullopt;
}

QByteArray CertificateTable::form(const QString &unit, const QString &number) const
{
    auto row =
        m_connection.query("SELECT form FROM certificate WHERE registration_id = ? AND number = ?", unit, number);
    return row.next() ? row.blob(0) : QByteArray();
}

}  // namespace store
