#include "store/wage_table.h"

#include "store/values.h"

namespace store {

using domain::WageKind;

QVector<domain::WageDraftLine> WageTable::draft(const QString &unit, WageKind kind) const
{
    auto row = m_connection.query(
        "SELECT d.staff_id, d.insurance, s.person_number, s.unit_number, s.name, s.document_type, s.document_number,"
        " coalesce(i.wage, s.wage), d.new_wage, d.effective_month FROM wage_draft d"
        " JOIN staff s ON s.registration_id = d.registration_id AND s.id = d.staff_id"
        " LEFT JOIN staff_insurance i ON i.registration_id = d.registration_id AND i.staff_id = d.staff_id"
        " AND i.insurance = d.insurance WHERE d.registration_id = ? AND d.kind = ? ORDER BY d.position",
        unit, static_cast<int>(kind));
    QVector<domain::WageDraftLine> lines;
    while (row.next()) {
        lines.append({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6),
                      maybeMoney(row, 7), maybeMoney(row, 8), maybeMonth(row, 9)});
    }
    return lines;
}

bool WageTable::hasDraftLine(const QString &unit, WageKind kind, const WageDraftKey &key) const
{
    return m_connection
        .query("SELECT 1 FROM wage_draft WHERE registration_id = ? AND kind = ? AND staff_id = ? AND insurance = ?", unit,
               static_cast<int>(kind), key.staffId, key.insurance)
        .next();
}

void WageTable::saveDraftLine(const QString &unit, WageKind kind, const WageDraftKey &key,
                              const std::optional<domain::Money> &wage, const std::optional<domain::Month> &month)
{
    m_connection.run("INSERT INTO wage_draft VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM"
                     " wage_draft WHERE registration_id = ?1 AND kind = ?2), ?5, ?6)"
                     " ON CONFLICT (registration_id, kind, staff_id, insurance) DO UPDATE SET"
                     " new_wage = excluded.new_wage, effective_month = excluded.effective_month",
                     unit, static_cast<int>(kind), key.staffId, key.insurance, column(wage), column(month));
}

qint64 WageTable::addAllContributing(const QString &unit, WageKind kind)
{
    return m_connection.run(
        "INSERT INTO wage_draft SELECT registration_id, ?2, id, '', (SELECT coalesce(max(position), 0) FROM wage_draft"
        " WHERE registration_id = ?1 AND kind = ?2) + row_number() OVER (ORDER BY person_number, id), NULL, NULL"
        " FROM staff WHERE registration_id = ?1 AND state = ?3 AND true ON CONFLICT DO NOTHING",
        unit, static_cast<int>(kind), static_cast<int>(domain::ContributionState::Normal));
}

void WageTable::setDraftWage(const QString &unit, WageKind kind, const WageDraftKey &key,
                             const std::optional<domain::Money> &wage)
{
    m_connection.run("UPDATE wage_draft SET new_wage = ? WHERE registration_id = ? AND kind = ? AND staff_id = ?"
                     " AND insurance = ?",
                     column(wage), unit, static_cast<int>(kind), key.staffId, key.insurance);
}

void WageTable::setDraftMonth(const QString &unit, WageKind kind, const WageDraftKey &key,
                              const std::optional<domain::Month> &month)
{
    m_connection.run("UPDATE wage_draft SET effective_month = ? WHERE registration_id = ? AND kind = ? AND staff_id = ?"
                     " AND insurance = ?",
                     column(month), unit, static_cast<int>(kind), key.staffId, key.insurance);
}

void WageTable::removeDraftLine(const QString &unit, WageKind kind, const WageDraftKey &key)
{
    m_connection.run("DELETE FROM wage_draft WHERE registration_id = ? AND kind = ? AND staff_id = ? AND insurance = ?",
                     unit, static_cast<int>(kind), key.staffId, key.insurance);
}

void WageTable::clearDraft(const QString &unit, WageKind kind)
{
    m_connection.run("DELETE FROM wage_draft WHERE registration_id = ? AND kind = ?", unit, static_cast<int>(kind));
}

void WageTable::returnToDraft(const QString &unit, WageKind kind, const QString &submission)
{
    m_connection.run("INSERT INTO wage_draft SELECT ?1, ?2, staff_id, insurance, (SELECT coalesce(max(position), 0) FROM"
                     " wage_draft WHERE registration_id = ?1 AND kind = ?2) + position + 1, wage, effective_month"
                     " FROM wage_line WHERE submission_id = ?3 AND true ON CONFLICT DO NOTHING",
                     unit, static_cast<int>(kind), submission);
}

void WageTable::saveLines(const QString &submission, const QVector<domain::WageLine> &lines)
{
    int position = 0;
    for (const auto &line : lines) {
        m_connection.run("INSERT INTO wage_line VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", submission, position++, line.staffId,
                         line.insurance, line.name, line.documentType, line.documentNumber, column(line.oldWage),
                         line.wage.fen(), column(line.effectiveMonth), line.reasonCode, line.reasonText);
    }
}

std::vector<domain::WageLine> WageTable::lines(const QString &submission) const
{
    auto row = m_connection.query("SELECT staff_id, insurance, name, document_type, document_number, old_wage, wage,"
                                  " effective_month, reason_code, reason_text FROM wage_line WHERE submission_id = ?"
                                  " ORDER BY position",
                                  submission);
    std::vector<domain::WageLine> lines;
    while (row.next()) {
        lines.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), maybeMoney(row, 5),
                         money(row, 6), maybeMonth(row, 7), row.text(8), row.text(9)});
    }
    return lines;
}

void WageTable::rejectLine(const QString &submission, qint64 position, const QString &code, const QString &text)
{
    m_connection.run("UPDATE wage_line SET reason_code = ?, reason_text = ? WHERE submission_id = ? AND position = ?",
                     code, text, submission, position);
}

}  // namespace store
