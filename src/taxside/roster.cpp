#include "taxside/roster.h"

#include <QStringList>

namespace taxside {

using domain::Money;

const char *const kStaffColumns = " id, seq, deleted, person_number, unit_number, name, document_type, document_number,"
                                  " department, state, wage, wages, cover, from_month, to_month ";

std::optional<Money> StaffRow::wageFor(const QString &insurance) const
{
    if (!wages.isEmpty()) {
        const auto parts = QStringView(wages).split(u';');
        for (const auto part : parts) {
            if (part.startsWith(insurance) && part.size() > insurance.size() && part[insurance.size()] == u'=')
                return Money::fromFen(part.mid(insurance.size() + 1).toLongLong());
        }
    }
    return wage ? std::optional(Money::fromFen(*wage)) : std::nullopt;
}

StaffRow readStaff(const base::sqlite::Statement &row)
{
    StaffRow staff;
    staff.id = row.integer(0);
    staff.seq = row.integer(1);
    staff.deleted = row.integer(2) != 0;
    staff.personNumber = row.text(3);
    staff.unitNumber = row.text(4);
    staff.name = row.text(5);
    staff.documentType = row.text(6);
    staff.documentNumber = row.text(7);
    staff.department = row.text(8);
    staff.state = static_cast<domain::ContributionState>(row.integer(9));
    if (!row.isNull(10))
        staff.wage = row.integer(10);
    staff.wages = row.text(11);
    staff.cover = row.integer(12);
    staff.from = static_cast<int>(row.integer(13));
    if (!row.isNull(14))
        staff.to = static_cast<int>(row.integer(14));
    return staff;
}

qint64 nextSequence(World &world, qint64 registration)
{
    world.db->run("UPDATE registration SET sequence = sequence + 1 WHERE key = ?", registration);
    auto row = world.db->query("SELECT sequence FROM registration WHERE key = ?", registration);
    return row.next() ? row.integer(0) : 0;
}

void supersede(World &world, qint64 id, qint64 seq)
{
    world.db->run("INSERT OR IGNORE INTO staff_version (id, registration, seq, until_seq, deleted, person_number,"
                  " unit_number, name, document_type, document_number, department, state, wage, wages, cover,"
                  " from_month, to_month)"
                  " SELECT id, registration, seq, ?2, deleted, person_number, unit_number, name, document_type,"
                  " document_number, department, state, wage, wages, cover, from_month, to_month"
                  " FROM staff WHERE id = ?1 AND seq < ?2",
                  id, seq);
}

void setWage(World &world, const StaffRow &row, const QString &insurance, Money wage, qint64 seq)
{
    if (insurance.isEmpty()) {
        world.db->run("UPDATE staff SET wage = ?, wages = '', seq = ? WHERE id = ?", wage.fen(), seq, row.id);
        return;
    }
    QStringList wages;
    for (const auto &part : row.wages.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (!part.startsWith(insurance + QLatin1Char('=')))
            wages << part;
    }
    wages << QStringLiteral("%1=%2").arg(insurance).arg(wage.fen());
    world.db->run("UPDATE staff SET wages = ?, seq = ? WHERE id = ?", wages.join(QLatin1Char(';')), seq, row.id);
}

std::optional<StaffRow> presentStaff(World &world, qint64 registration, const QString &id)
{
    bool number = false;
    const qint64 key = id.toLongLong(&number);
    if (!number || QString::number(key) != id)
        return std::nullopt;
    static const QByteArray sql =
        QByteArray("SELECT") + kStaffColumns + "FROM staff WHERE id = ? AND registration = ? AND deleted = 0";
    auto row = world.db->query(sql.constData(), key, registration);
    return row.next() ? std::optional(readStaff(row)) : std::nullopt;
}

}  // namespace taxside
