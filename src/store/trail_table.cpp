#include "store/trail_table.h"

#include "base/china_time.h"
#include "store/values.h"

#include <QCryptographicHash>

namespace store {

using base::sqlite::Statement;
using domain::TrailEntry;

namespace {

constexpr const char *kTrailColumns = "SELECT number, at, event, subject, facts, operator, hash FROM trail ";
constexpr const char *kWhere = "WHERE registration_id = ?1 AND (?2 < 0 OR event = ?2) AND (?3 = '' OR at >= ?3)"
                               " AND (?4 = '' OR at < ?4) AND (?5 < 0 OR (instr(facts, ?6) > 0) = ?5)";

TrailEntry entryOf(const Statement &row)
{
    TrailEntry entry;
    entry.number = row.integer(0);
    entry.at = row.text(1);
    entry.event = static_cast<domain::TrailEvent>(row.integer(2));
    entry.subject = row.text(3);
    entry.facts = row.text(4).toUtf8();
    entry.by = row.text(5);
    entry.hash = row.blob(6);
    return entry;
}

void bindQuery(Statement &statement, const QString &unit, const domain::TrailQuery &query, TrailOrigin origin)
{
    statement.bindAll(unit, query.event ? static_cast<int>(*query.event) : -1, column(base::china::beginOf(query.from)),
                      column(base::china::beginOf(query.to.isValid() ? query.to.addDays(1) : QDate())),
                      origin == TrailOrigin::Any ? -1 : static_cast<int>(origin == TrailOrigin::Elsewhere),
                      QStringLiteral(R"("payload":"%1")").arg(trailPayloadOfElsewhere()));
}

}  // namespace

QString trailPayloadOfElsewhere()
{
    static const auto hash = QString::fromLatin1(QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex());
    return hash;
}

QByteArray trailHash(const QByteArray &before, const QString &unit, const TrailEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before.isEmpty() ? QByteArray(32, '\0') : before);
    for (const auto &field : {unit.toUtf8(), QByteArray::number(entry.number), entry.at.toUtf8(),
                              QByteArray::number(static_cast<int>(entry.event)), entry.subject.toUtf8(), entry.facts,
                              entry.by.toUtf8()})
        hash.addData(QByteArray::number(field.size()) + ':' + field);
    return hash.result();
}

void TrailTable::add(const QString &unit, domain::TrailEvent event, const QString &subject, const QByteArray &facts)
{
    m_connection.run("INSERT INTO trail (registration_id, number, at, event, subject, facts)"
                     " SELECT ?1, ifnull(max(number), 0) + 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?2, ?3, ?4"
                     " FROM trail WHERE registration_id = ?1",
                     unit, static_cast<int>(event), subject, QString::fromUtf8(facts));
}

QByteArray TrailTable::hashBefore(const QString &unit, qint64 number) const
{
    auto row = m_connection.query("SELECT hash FROM trail WHERE registration_id = ? AND number = ?", unit, number - 1);
    return row.next() ? row.blob(0) : QByteArray();
}

void TrailTable::seal(const QString &by)
{
    struct Open {
        qint64 id;
        QString unit;
        TrailEntry entry;
    };
    std::vector<Open> open;
    auto row = m_connection.query("SELECT number, at, event, subject, facts, operator, hash, id, registration_id FROM trail"
                                  " WHERE hash = x'' ORDER BY id");
    while (row.next())
        open.push_back({row.integer(7), row.text(8), entryOf(row)});
    for (auto &one : open) {
        if (one.entry.by.isEmpty())
            one.entry.by = by;
        const auto hash = trailHash(hashBefore(one.unit, one.entry.number), one.unit, one.entry);
        m_connection.run("UPDATE trail SET operator = ?, hash = ? WHERE id = ?", one.entry.by, hash, one.id);
    }
}

qint64 TrailTable::count(const QString &unit, const domain::TrailQuery &query, TrailOrigin origin) const
{
    static const QByteArray sql = QByteArray("SELECT count(*) FROM trail ") + kWhere;
    auto row = m_connection.queryText(sql);
    bindQuery(row, unit, query, origin);
    return row.next() ? row.integer(0) : 0;
}

std::pair<QDateTime, QDateTime> TrailTable::span() const
{
    auto row = m_connection.query("SELECT (SELECT at FROM trail ORDER BY id LIMIT 1),"
                                  " (SELECT at FROM trail ORDER BY id DESC LIMIT 1)");
    row.next();
    return {instant(row, 0), instant(row, 1)};
}

std::vector<TrailEntry> TrailTable::window(const QString &unit, const domain::TrailQuery &query, qint64 offset,
                                           qint64 limit, TrailOrigin origin) const
{
    static const QByteArray sql = QByteArray(kTrailColumns) + kWhere + " ORDER BY number DESC LIMIT ?7 OFFSET ?8";
    auto row = m_connection.queryText(sql);
    bindQuery(row, unit, query, origin);
    row.bind(7, limit);
    row.bind(8, offset);
    std::vector<TrailEntry> entries;
    while (row.next())
        entries.push_back(entryOf(row));
    return entries;
}

domain::TrailCheck TrailTable::check(const QString &unit, base::Job &job) const
{
    domain::TrailCheck check;
    const qint64 total = count(unit, {});
    static const QByteArray sql = QByteArray(kTrailColumns) + "WHERE registration_id = ? ORDER BY number";
    auto row = m_connection.query(sql.constData(), unit);
    while (row.next()) {
        if (job.cancelled())
            throw base::cancelled();
        const auto entry = entryOf(row);
        const bool fits = entry.number == check.entries + 1 && entry.hash == trailHash(check.head, unit, entry);
        if (!fits) {
            check.firstWrong = check.entries + 1;
            return check;
        }
        check.head = entry.hash;
        if (++check.entries % 1000 == 0)
            job.report(check.entries, total);
    }
    return check;
}

}  // namespace store
