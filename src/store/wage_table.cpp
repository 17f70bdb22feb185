#include "store/wage_table.h"

#include "store/values.h"

namespace store {

using domain::WageForm;
using domain::WageKind;

namespace {

/// The rows of one draft: ?1 registration, ?2 kind, ?3 by insurance.
#define SHEBAO_DRAFT "registration_id = ?1 AND kind = ?2 AND (insurance <> '') = ?3"

domain::WageDraftLine lineOf(const base::sqlite::Statement &row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), {}, maybeMonth(row, 6)};
}

constexpr const char *kWholeDraft =
    "SELECT s.id, s.person_number, s.unit_number, s.name, s.document_type, s.document_number, d.effective_month, '',"
    " s.wage, d.new_wage FROM wage_draft d JOIN staff s ON s.registration_id = d.registration_id AND s.id = d.staff_id"
    " WHERE d.registration_id = ?1 AND d.kind = ?2 AND d.insurance = '' ORDER BY d.position, d.staff_id";

constexpr const char *kDraftByInsurance =
    "WITH person AS (SELECT staff_id, min(position) AS position, max(effective_month) AS month FROM wage_draft WHERE"
    " registration_id = ?1 AND kind = ?2 AND insurance <> '' GROUP BY staff_id)"
    " SELECT s.id, s.person_number, s.unit_number, s.name, s.document_type, s.document_number, p.month, i.insurance,"
    " coalesce(i.wage, s.wage), d.new_wage FROM person p JOIN staff s ON s.registration_id = ?1 AND s.id = p.staff_id"
    " JOIN staff_insurance i ON i.registration_id = ?1 AND i.staff_id = p.staff_id AND i.state = ?3"
    " LEFT JOIN wage_draft d ON d.registration_id = ?1 AND d.kind = ?2 AND d.staff_id = p.staff_id"
    " AND d.insurance = i.insurance ORDER BY p.position, p.staff_id, i.insurance";

}  // namespace

QVector<domain::WageDraftLine> WageTable::draft(const QString &unit, const WageForm &form) const
{
    auto row = m_connection.query(form.byInsurance ? kDraftByInsurance : kWholeDraft, unit, static_cast<int>(form.kind));
    if (form.byInsurance)
        row.bind(3, static_cast<int>(domain::ContributionState::Normal));
    QVector<domain::WageDraftLine> lines;
    while (row.next()) {
        if (lines.isEmpty() || lines.constLast().staffId != row.text(0))
            lines.append(lineOf(row));
        lines.last().wages.append({row.text(7), maybeMoney(row, 8), maybeMoney(row, 9)});
    }
    return lines;
}

qint64 WageTable::draftSize(const QString &unit, const WageForm &form) const
{
    auto row = m_connection.query("SELECT count(DISTINCT staff_id) FROM wage_draft WHERE " SHEBAO_DRAFT, unit,
                                  static_cast<int>(form.kind), form.byInsurance);
    return row.next() ? row.integer(0) : 0;
}

QSet<QString> WageTable::peopleInDraft(const QString &unit, const WageForm &form) const
{
    auto row = m_connection.query("SELECT DISTINCT staff_id FROM wage_draft WHERE " SHEBAO_DRAFT, unit,
                                  static_cast<int>(form.kind), form.byInsurance);
    QSet<QString> people;
    while (row.next())
        people.insert(row.text(0));
    return people;
}

QStringList WageTable::insurancesOf(const QString &unit, const QString &staffId) const
{
    auto row = m_connection.query("SELECT insurance FROM staff_insurance WHERE registration_id = ? AND staff_id = ?"
                                  " AND state = ? ORDER BY insurance",
                                  unit, staffId, static_cast<int>(domain::ContributionState::Normal));
    QStringList insurances;
    while (row.next())
        insurances.append(row.text(0));
    return insurances;
}

qint64 WageTable::lastPosition(const QString &unit, const WageForm &form) const
{
    auto row = m_connection.query("SELECT coalesce(max(position), 0) FROM wage_draft WHERE " SHEBAO_DRAFT, unit,
                                  static_cast<int>(form.kind), form.byInsurance);
    row.next();
    return row.integer(0);
}

void WageTable::saveDraft(const QString &unit, const WageForm &form, const QVector<WageDraftEntry> &entries)
{
    qint64 position = lastPosition(unit, form);
    for (const auto &entry : entries) {
        ++position;
        for (const auto &wage : entry.wages) {
            m_connection.run("INSERT INTO wage_draft VALUES (?, ?, ?, ?, ?, ?, ?)"
                             " ON CONFLICT (registration_id, kind, staff_id, insurance) DO UPDATE SET"
                             " new_wage = coalesce(excluded.new_wage, new_wage),"
                             " effective_month = coalesce(excluded.effective_month, effective_month)",
                             unit, static_cast<int>(form.kind), entry.staffId, wage.insurance, position,
                             column(wage.newWage), column(entry.month));
        }
        if (form.byInsurance && entry.month)  // the month is the person's, whichever wages the entry has
            setDraftMonth(unit, form, entry.staffId, entry.month);
    }
}

qint64 WageTable::addContributing(const QString &unit, const WageForm &form, const WageDraftPeople &people)
{
    const qint64 before = draftSize(unit, form);
    QByteArray sql = "INSERT INTO wage_draft SELECT s.registration_id, ?2, s.id, ";
    sql += form.byInsurance ? "i.insurance" : "''";
    sql += ", ?4 + dense_rank() OVER (ORDER BY s.person_number, s.id), NULL, NULL FROM staff s";
    if (form.byInsurance)
        sql += " JOIN staff_insurance i ON i.registration_id = s.registration_id AND i.staff_id = s.id AND i.state = ?3";
    sql += " WHERE s.registration_id = ?1 AND s.state = ?3";
    if (!people.unitNumbers.isEmpty())
        sql += " AND s.unit_number IN (?5" + QByteArray(", ?").repeated(people.unitNumbers.size() - 1) + ")";
    // Who is in the draft keeps what was typed, and gets no further insurance behind the clerk's back.
    sql += " AND s.id NOT IN (SELECT staff_id FROM wage_draft WHERE registration_id = ?1 AND kind = ?2 AND (insurance <> '') = ";
    sql += form.byInsurance ? "1)" : "0)";
    auto insert = m_connection.queryText(sql);
    insert.bindAll(unit, static_cast<int>(form.kind), static_cast<int>(domain::ContributionState::Normal),
                   lastPosition(unit, form));
    int at = 5;
    for (const auto &number : people.unitNumbers)
        insert.bind(at++, number);
    while (insert.next()) {}
    return draftSize(unit, form) - before;
}

domain::WageSurroundings WageTable::surroundings(const QString &unit, const WageForm &form) const
{
    domain::WageSurroundings found;
    constexpr auto normal = static_cast<int>(domain::ContributionState::Normal);
    // CROSS JOIN keeps the order: from the draft's people to the same document in every other unit, by its index.
    auto elsewhere = m_connection.query(
        "SELECT s.id, u.name FROM (SELECT DISTINCT staff_id FROM wage_draft WHERE " SHEBAO_DRAFT ") d"
        " CROSS JOIN staff s ON s.registration_id = ?1 AND s.id = d.staff_id CROSS JOIN unit u ON u.registration_id <> ?1"
        " CROSS JOIN staff o INDEXED BY staff_by_document ON o.registration_id = u.registration_id AND o.document_number = s.document_number"
        " AND o.document_type = s.document_type AND o.state = ?4",
        unit, static_cast<int>(form.kind), form.byInsurance, normal);
    while (elsewhere.next())
        found.otherUnits.insert(elsewhere.text(0), elsewhere.text(1));
    // 110 and 120 are pensions, 310 is medical (AAE140, field.md 1.7).
    auto unbalanced = m_connection.query(
        "SELECT DISTINCT i.staff_id FROM staff_insurance i WHERE i.registration_id = ?1 AND i.insurance IN ('110', '120')"
        " AND i.state = ?4 AND i.staff_id IN (SELECT staff_id FROM wage_draft WHERE " SHEBAO_DRAFT ")"
        " AND NOT EXISTS (SELECT 1 FROM staff_insurance m WHERE m.registration_id = ?1 AND m.staff_id = i.staff_id"
        " AND m.insurance = '310' AND m.state = ?4)",
        unit, static_cast<int>(form.kind), form.byInsurance, normal);
    while (unbalanced.next())
        found.pensionWithoutMedical.insert(unbalanced.text(0));
    return found;
}

void WageTable::setDraftWage(const QString &unit, const WageForm &form, const WageDraftKey &key,
                             const std::optional<domain::Money> &wage)
{
    // A cell may be new: the person has joined an insurance since the line was added.
    m_connection.run("INSERT INTO wage_draft SELECT ?1, ?2, ?4, ?5, min(position), ?6, max(effective_month) FROM wage_draft"
                     " WHERE " SHEBAO_DRAFT " AND staff_id = ?4 HAVING count(*) > 0"
                     " ON CONFLICT (registration_id, kind, staff_id, insurance) DO UPDATE SET new_wage = excluded.new_wage",
                     unit, static_cast<int>(form.kind), form.byInsurance, key.staffId, key.insurance, column(wage));
}

void WageTable::setDraftMonth(const QString &unit, const WageForm &form, const QString &staffId,
                              const std::optional<domain::Month> &month)
{
    m_connection.run("UPDATE wage_draft SET effective_month = ?5 WHERE " SHEBAO_DRAFT " AND staff_id = ?4", unit,
                     static_cast<int>(form.kind), form.byInsurance, staffId, column(month));
}

void WageTable::removeFromDraft(const QString &unit, const WageForm &form, const QString &staffId)
{
    m_connection.run("DELETE FROM wage_draft WHERE " SHEBAO_DRAFT " AND staff_id = ?4", unit, static_cast<int>(form.kind),
                     form.byInsurance, staffId);
}

void WageTable::clearDraft(const QString &unit, const WageForm &form)
{
    m_connection.run("DELETE FROM wage_draft WHERE " SHEBAO_DRAFT, unit, static_cast<int>(form.kind), form.byInsurance);
}

qint64 WageTable::returnToDraft(const QString &unit, WageKind kind, const QString &submission, Returned which)
{
    return m_connection.run("INSERT INTO wage_draft SELECT ?1, ?2, staff_id, insurance, (SELECT coalesce(max(position), 0) FROM"
                     " wage_draft WHERE registration_id = ?1 AND kind = ?2) + position + 1, wage, effective_month"
                     " FROM wage_line WHERE submission_id = ?3 AND (NOT ?4 OR reason_code <> '')"
                     " ON CONFLICT DO NOTHING",
                     unit, static_cast<int>(kind), submission, which == Returned::Rejected);
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
