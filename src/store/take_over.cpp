#include "store/take_over.h"

#include "store/trail_table.h"

#include <sqlite3.h>

#include <utility>
#include <vector>

namespace store {

using base::sqlite::Connection;
using base::sqlite::Failure;

namespace {

// What the live file holds is read into temporary tables first, each on its own: of a damaged file whatever can be read
// comes along, and the backup keeps the rest of what it has.
//
// Of a submission that both know, the one that has come further is kept: whose history contains the other's. Where neither
// does (two machines), 待提交 < under way < answered < 已作废, 已失效; clocks, which may stand wrong, only decide between equals.
const char *const kChoose = R"(
CREATE TEMP TABLE taken AS
  SELECT s.id FROM seen_submission s LEFT JOIN main.submission m ON m.id = s.id
  WHERE m.id IS NULL
    OR NOT EXISTS (SELECT number, at, state FROM main.submission_event WHERE submission_id = s.id
                   EXCEPT SELECT number, at, state FROM seen_submission_event WHERE submission_id = s.id)
    OR ((NOT EXISTS (SELECT 1 FROM seen_submission_event WHERE submission_id = s.id)
         OR EXISTS (SELECT number, at, state FROM seen_submission_event WHERE submission_id = s.id
                    EXCEPT SELECT number, at, state FROM main.submission_event WHERE submission_id = s.id))
        AND (CASE WHEN s.state = 0 THEN 0 WHEN s.state < 4 THEN 1 WHEN s.state < 8 THEN 2 ELSE 3 END,
             (SELECT max(at) FROM seen_submission_event WHERE submission_id = s.id))
         >= (CASE WHEN m.state = 0 THEN 0 WHEN m.state < 4 THEN 1 WHEN m.state < 8 THEN 2 ELSE 3 END,
             (SELECT max(at) FROM main.submission_event WHERE submission_id = s.id)));
)";

// Units that only the live file knows come along as far as their submissions need them; what else belongs to them, the next
// sync brings. Wages that were submitted since stand in no draft any more, as after their submission, but for those the tax
// side refused (state 6 is 申报失败; a line has a reason): nothing else keeps wages from being submitted twice.
const char *const kPut = R"(
INSERT INTO main.unit SELECT * FROM seen_unit WHERE registration_id IN (SELECT registration_id FROM seen_submission)
  AND registration_id NOT IN (SELECT registration_id FROM main.unit);
INSERT OR IGNORE INTO main.unit_insurance SELECT * FROM seen_unit_insurance
  WHERE registration_id NOT IN (SELECT registration_id FROM main.unit_insurance)
    AND registration_id IN (SELECT registration_id FROM seen_submission INTERSECT SELECT registration_id FROM main.unit);
INSERT OR IGNORE INTO main.rule_pack SELECT * FROM seen_rule_pack
  WHERE registration_id IN (SELECT registration_id FROM seen_submission INTERSECT SELECT registration_id FROM main.unit);
DELETE FROM main.wage_draft WHERE (registration_id, kind, staff_id, insurance) IN (
  SELECT s.registration_id, s.variant = 'annual', l.staff_id, l.insurance
  FROM seen_submission s JOIN seen_wage_line l ON l.submission_id = s.id
  WHERE s.kind = 0 AND s.state <> 6 AND l.reason_code = '' AND s.id NOT IN (SELECT id FROM main.submission));
DELETE FROM taken WHERE id NOT IN (SELECT id FROM seen_submission WHERE registration_id IN (SELECT registration_id FROM main.unit));
DELETE FROM main.submission WHERE id IN (SELECT id FROM taken);
INSERT INTO main.submission SELECT * FROM seen_submission WHERE id IN (SELECT id FROM taken);
DELETE FROM main.submission_event WHERE submission_id IN (SELECT submission_id FROM seen_submission_event INTERSECT SELECT id FROM taken);
INSERT INTO main.submission_event SELECT * FROM seen_submission_event WHERE submission_id IN (SELECT id FROM taken);
INSERT INTO main.submission_item SELECT * FROM seen_submission_item WHERE submission_id IN (SELECT id FROM taken);
INSERT INTO main.wage_line SELECT * FROM seen_wage_line WHERE submission_id IN (SELECT id FROM taken);
INSERT OR REPLACE INTO main.voucher_payer SELECT * FROM seen_voucher_payer WHERE submission_id IN (SELECT id FROM taken);
)";

// Documents that were handed out stay handed out.
const char *const kCertificates = "INSERT OR IGNORE INTO main.certificate SELECT * FROM seen_certificate"
                                  " WHERE registration_id IN (SELECT registration_id FROM main.unit)";

// How this machine is set up is not a backup's to say: its password, its proxy, its own backups.
const char *const kSettings = "DELETE FROM main.setting WHERE key GLOB 'lock.*' OR key GLOB 'proxy.*' OR key GLOB 'backup/*';"
                              "INSERT OR REPLACE INTO main.setting SELECT * FROM seen_setting";

// 操作日志 is this machine's as well as the backup's: what only the live chain tells is put behind the restored one, by
// the same hashes where the backup is an earlier state of it.
const char *const kTrail = R"(
CREATE TEMP TABLE joint AS SELECT u.registration_id,
    coalesce((SELECT max(l.number) FROM seen_trail l JOIN main.trail m ON m.registration_id = l.registration_id
      AND m.number = l.number AND m.hash = l.hash WHERE l.registration_id = u.registration_id), 0) AS common,
    coalesce((SELECT max(m.number) FROM main.trail m WHERE m.registration_id = u.registration_id), 0) AS last
  FROM (SELECT DISTINCT registration_id FROM seen_trail) u;
INSERT INTO main.trail (registration_id, number, at, event, subject, facts, operator)
  SELECT l.registration_id, l.number - j.common + j.last, l.at, l.event, l.subject, l.facts, l.operator
  FROM joint j JOIN seen_trail l ON l.registration_id = j.registration_id AND l.number > j.common
  ORDER BY l.registration_id, l.number;
DROP TABLE joint;
)";

// What the tax side has changed since is not known here: the next update of every list begins from the start.
const char *const kForgetCursors = "UPDATE main.sync_state SET cursor = '', sequence = 0, done = 0";

// 待提交 says that it is provably not at the tax side, and a backup cannot know that: it may have been sent after the backup
// was made. Only this machine's own file can.
const char *const kDoubt = "UPDATE main.submission SET state = 2, reason_code = 'outbox.restored', reason_text = ''"
                           " WHERE state = 0 AND payload <> ''";
const char *const kNotLive = " AND id NOT IN (SELECT id FROM seen_submission)";

/// Reads from the live file as long as it can. Outside of any transaction: within one, SQLite lets nothing be written any
/// more once it has met damage, in whichever of its files.
class Reader final {
public:
    explicit Reader(Connection &staged) : m_staged(staged) {}

    /// False, and nothing of it done: the live file is damaged there.
    bool attempt(const QByteArray &sql)
    {
        try {
            m_staged.script(sql);
            return true;
        } catch (const Failure &failure) {
            if (!isDamage(failure))
                throw;
        }
        return false;
    }
    /// As `seen_<table>`; where it cannot be read, as the backup has it, or with nothing in it.
    void see(const char *table, const QByteArray &where, const QByteArray &otherwise)
    {
        const QByteArray name(table);
        const auto read = "CREATE TEMP TABLE seen_" + name + " AS SELECT * FROM ";
        if (attempt(read + "live." + name + where))
            return;
        m_unread << QString::fromLatin1(table);
        m_staged.script(read + "main." + name + otherwise);
    }
    /// Each by its id, which the index of the table has, where they cannot be read as a whole.
    void seeSubmissions()
    {
        if (attempt("CREATE TEMP TABLE seen_submission AS SELECT * FROM live.submission"))
            return;
        m_unread << QStringLiteral("submission");
        m_staged.script("CREATE TEMP TABLE seen_submission AS SELECT * FROM main.submission WHERE false;"
                        "CREATE TEMP TABLE live_id (id TEXT)");
        attempt("INSERT INTO live_id SELECT id FROM live.submission");  // of the index, if that is whole
        const auto count = m_staged.number("SELECT count(*) FROM live_id");
        for (qint64 row = 1; row <= count; ++row) {
            attempt("INSERT INTO seen_submission SELECT s.* FROM live_id i CROSS JOIN live.submission s ON s.id = i.id WHERE i.rowid = "
                    + QByteArray::number(row));
        }
    }
    bool hasSeen(const char *table) const { return !m_unread.contains(QLatin1String(table)); }
    const QStringList &unread() const { return m_unread; }

private:
    Connection &m_staged;
    QStringList m_unread;
};

void see(Connection &staged, Reader &reader)
{
    const QByteArray ofTaken = " WHERE submission_id IN (SELECT id FROM taken)";
    reader.seeSubmissions();
    reader.see("submission_event", {}, " WHERE false");
    staged.script("CREATE INDEX seen_event ON seen_submission_event (submission_id)");
    staged.script(kChoose);
    reader.see("submission_item", ofTaken, ofTaken);
    reader.see("wage_line", ofTaken, ofTaken);
    reader.see("voucher_payer", ofTaken, ofTaken);
    for (const char *table : {"unit", "unit_insurance", "rule_pack"})
        reader.see(table, {}, {});
    for (const char *table : {"certificate", "setting", "trail"})
        reader.see(table, {}, " WHERE false");
}

void put(Connection &staged, const Reader &reader)
{
    staged.script(kPut);
    const std::pair<const char *, const char *> others[]
        = {{"certificate", kCertificates}, {"setting", kSettings}, {"trail", kTrail}};
    for (const auto &[table, sql] : others) {
        if (reader.hasSeen(table))
            staged.script(sql);
    }
    staged.script(kForgetCursors);
}

}  // namespace

const QStringList &takenOverTables()
{
    static const QStringList all{QStringLiteral("submission"), QStringLiteral("submission_event"),
                                 QStringLiteral("submission_item"), QStringLiteral("wage_line"), QStringLiteral("voucher_payer"), QStringLiteral("unit"),
                                 QStringLiteral("unit_insurance"), QStringLiteral("rule_pack"),
                                 QStringLiteral("certificate"), QStringLiteral("setting"), QStringLiteral("trail")};
    return all;
}

bool isDamage(const Failure &failure)
{
    return (failure.code() & 0xFF) == SQLITE_CORRUPT || (failure.code() & 0xFF) == SQLITE_NOTADB;
}

QStringList takeOverRows(Connection &staged)
{
    Reader reader(staged);
    see(staged, reader);
    std::vector<std::pair<QByteArray, QByteArray>> tellers;
    auto row = staged.query("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'"
                            " AND name IN ('trail_submission', 'trail_submission_gone', 'trail_document')");
    while (row.next())
        tellers.emplace_back(row.text(0).toUtf8(), row.text(1).toUtf8());
    row.reset();
    staged.script("BEGIN");  // not IMMEDIATE, which would make a transaction over both files of it
    for (const auto &[name, sql] : tellers)  // they would tell it as if it happened now
        staged.script("DROP TRIGGER main." + name);
    put(staged, reader);
    for (const auto &[name, sql] : tellers)
        staged.script(sql);
    staged.script(QByteArray(kDoubt) + kNotLive);
    TrailTable(staged).seal({});
    staged.script("COMMIT");
    return reader.unread();
}

void doubtPending(Connection &staged)
{
    staged.script("BEGIN");
    staged.script(QByteArray(kDoubt) + ';' + kForgetCursors);
    TrailTable(staged).seal({});
    staged.script("COMMIT");
}

}  // namespace store
