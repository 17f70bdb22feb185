#include "store/restore.h"

#include "base/durable.h"
#include "base/encrypt_database.h"
#include "base/encrypted_files.h"
#include "base/error.h"
#include "base/log.h"
#include "store/migrations.h"
#include "store/trail_table.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>

#include <utility>
#include <vector>

namespace store {

using base::sqlite::Access;
using base::sqlite::Connection;
using base::sqlite::Failure;

namespace {

struct Names {
    explicit Names(const QString &folder) : live(QDir(folder).filePath(QStringLiteral("shebao.db"))) {}
    QString live;
    QString staged = live + QStringLiteral(".restoring");
    QString marker = live + QStringLiteral(".restore-ready");
    QString aside = live + QStringLiteral(".before-restore");
    QString failed = live + QStringLiteral(".restore-failed");
};

void removeDatabase(const QString &path)
{
    for (const auto *end : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(end));
}

[[noreturn]] void refuse(const char *code, const QString &detail)
{
    throw base::validation(QString::fromLatin1(code), detail);
}

/// A backup's rows were found sound when it was made, its indices were not looked at: they can be made from the rows.
bool isWholeOrMended(Connection &staged)
{
    if (base::sqlite::isWhole(staged))
        return true;
    try {
        staged.script("REINDEX");
    } catch (const Failure &) {
        return false;
    }
    return base::sqlite::isWhole(staged);
}

bool hasTable(Connection &connection, const char *name)
{
    auto row =
        connection.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", QString::fromLatin1(name));
    return row.next();
}

// Of a submission that both know, the one that has come further is kept. Units that only the live file knows come along
// as far as their submissions need them; what else belongs to them, the next sync brings. Documents that were handed out
// stay handed out. How this machine is set up is not a backup's to say: its password, its proxy, its own backups.
const char *const kTakeOver = R"(
CREATE TEMP TABLE taken AS
  SELECT s.id FROM live.submission s WHERE NOT EXISTS (SELECT 1 FROM main.submission m WHERE m.id = s.id)
    OR (SELECT max(at) FROM live.submission_event e WHERE e.submission_id = s.id)
       >= coalesce((SELECT max(at) FROM main.submission_event e WHERE e.submission_id = s.id), '');
CREATE TEMP TABLE new_unit AS SELECT DISTINCT registration_id FROM live.submission
  WHERE registration_id NOT IN (SELECT registration_id FROM main.unit);
INSERT INTO main.unit SELECT * FROM live.unit WHERE registration_id IN (SELECT registration_id FROM new_unit);
INSERT INTO main.unit_insurance SELECT * FROM live.unit_insurance WHERE registration_id IN (SELECT registration_id FROM new_unit);
INSERT INTO main.rule_pack SELECT * FROM live.rule_pack WHERE registration_id IN (SELECT registration_id FROM new_unit);
DELETE FROM main.submission WHERE id IN (SELECT id FROM taken);
INSERT INTO main.submission SELECT * FROM live.submission WHERE id IN (SELECT id FROM taken);
DELETE FROM main.submission_event WHERE submission_id IN (SELECT id FROM taken);
INSERT INTO main.submission_event SELECT * FROM live.submission_event WHERE submission_id IN (SELECT id FROM taken);
INSERT INTO main.submission_item SELECT * FROM live.submission_item WHERE submission_id IN (SELECT id FROM taken);
INSERT INTO main.wage_line SELECT * FROM live.wage_line WHERE submission_id IN (SELECT id FROM taken);
INSERT OR REPLACE INTO main.voucher_payer SELECT * FROM live.voucher_payer WHERE submission_id IN (SELECT id FROM taken);
INSERT OR IGNORE INTO main.certificate SELECT * FROM live.certificate
  WHERE registration_id IN (SELECT registration_id FROM main.unit);
DELETE FROM main.setting WHERE key GLOB 'lock.*' OR key GLOB 'proxy.*' OR key GLOB 'backup/*';
INSERT OR REPLACE INTO main.setting SELECT * FROM live.setting;
DROP TABLE taken;
DROP TABLE new_unit;
)";

// 操作日志 is this machine's as well as the backup's: what only the live chain tells is put behind the restored one, by
// the same hashes where the backup is an earlier state of it.
const char *const kTakeOverTrail = R"(
CREATE TEMP TABLE joint AS SELECT u.registration_id,
    coalesce((SELECT max(l.number) FROM live.trail l JOIN main.trail m ON m.registration_id = l.registration_id
      AND m.number = l.number AND m.hash = l.hash WHERE l.registration_id = u.registration_id), 0) AS common,
    coalesce((SELECT max(m.number) FROM main.trail m WHERE m.registration_id = u.registration_id), 0) AS last
  FROM (SELECT DISTINCT registration_id FROM live.trail) u;
INSERT INTO main.trail (registration_id, number, at, event, subject, facts, operator)
  SELECT l.registration_id, l.number - j.common + j.last, l.at, l.event, l.subject, l.facts, l.operator
  FROM joint j JOIN live.trail l ON l.registration_id = j.registration_id AND l.number > j.common
  ORDER BY l.registration_id, l.number;
DROP TABLE joint;
)";

// What the tax side has changed since is not known here: the next update of every list begins from the start.
const char *const kForgetCursors = "UPDATE main.sync_state SET cursor = '', sequence = 0, done = 0";

// The one thing that must never be missing, looked for on the disk and not believed.
const char *const kLeftBehind =
    "SELECT count(*) FROM live.submission WHERE id NOT IN (SELECT id FROM main.submission)";

/// Without the triggers that would tell it as if it happened now.
void takeOverRows(Connection &staged)
{
    std::vector<std::pair<QByteArray, QByteArray>> tellers;
    auto row = staged.query("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'"
                            " AND name IN ('trail_submission', 'trail_submission_gone', 'trail_document')");
    while (row.next())
        tellers.emplace_back(row.text(0).toUtf8(), row.text(1).toUtf8());
    row.reset();
    for (const auto &[name, sql] : tellers)
        staged.script("DROP TRIGGER main." + name);
    staged.script(kTakeOver);
    staged.script(kTakeOverTrail);
    TrailTable(staged).seal({});
    for (const auto &[name, sql] : tellers)
        staged.script(sql);
}

void takeOver(const Names &names, const QByteArray &key)
{
    base::sqlite::finishEncrypting(names.live);
    if (base::sqlite::isPlainDatabase(names.live))
        base::sqlite::encryptDatabase(names.live, key);
    {
        // All of it in the one file, which is about to be renamed.
        Connection live(names.live, Access::ReadWrite, key);
        if (live.number("PRAGMA user_version") > schemaVersion())
            throw Failure(SQLITE_SCHEMA, "the live file is of a newer version");
        migrate(live);
        live.script("PRAGMA journal_mode = DELETE");
    }
    Connection staged(names.staged, Access::ReadWrite, key);
    staged.script("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA "
                  "temp_store = MEMORY");
    staged.run("ATTACH ? AS live", names.live);
    staged.script("BEGIN");  // not IMMEDIATE, which would make a transaction over both files of it
    takeOverRows(staged);
    staged.script(kForgetCursors);
    staged.script("COMMIT");
    if (staged.number(kLeftBehind) != 0)
        throw Failure(SQLITE_CORRUPT, "not every submission was taken over");
    staged.run("DETACH live");
    if (!base::sqlite::isWhole(staged))
        throw Failure(SQLITE_CORRUPT, "the restored database is not whole");
}

void need(bool renamed, const char *what)
{
    if (!renamed)
        throw Failure(SQLITE_IOERR, what);
}

void apply(const Names &names, const QByteArray &key)
{
    if (QFile::exists(names.staged)) {
        if (QFile::exists(names.live)) {
            takeOver(names, key);
            QFile::remove(names.aside);
            need(base::renameDurably(names.live, names.aside), "rename of the live file");
        }
        need(base::renameDurably(names.staged, names.live), "rename of the restored file");
    }
    QFile::remove(names.marker);
    base::syncFolderOf(names.marker);
}

}  // namespace

QString beginStaging(const QString &folder)
{
    dropStaged(folder);
    return Names(folder).staged;
}

void dropStaged(const QString &folder)
{
    const Names names(folder);
    QFile::remove(names.marker);  // first: half of it must never be applied
    removeDatabase(names.staged);
}

void prepareStaged(const QString &folder, const QByteArray &key)
{
    Connection staged(Names(folder).staged, Access::ReadWrite, key);
    staged.script("PRAGMA cell_size_check = ON");
    if (!isWholeOrMended(staged))
        refuse("backup.damaged", QStringLiteral("integrity_check"));
    const auto version = staged.number("PRAGMA user_version");
    if (version > schemaVersion())
        refuse("backup.newer", QStringLiteral("schema %1").arg(version));
    if (version < 1 || !hasTable(staged, "unit") || !hasTable(staged, "submission") || !hasTable(staged, "setting"))
        refuse("backup.foreign", QStringLiteral("schema %1").arg(version));
    staged.script("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    migrate(staged);
    // An unwritten transaction would not be waited for by the disk: this one is, and takes all before it along.
    staged.script("BEGIN IMMEDIATE; PRAGMA user_version = " + QByteArray::number(schemaVersion()) + "; COMMIT");
}

bool markStaged(const QString &folder)
{
    QFile marker(Names(folder).marker);
    const bool made = marker.open(QIODevice::WriteOnly) && base::syncFile(marker);
    base::syncFolderOf(marker.fileName());
    return made;
}

bool isRestoreWaiting(const QString &folder)
{
    return QFile::exists(Names(folder).marker);
}

Restored applyRestore(const QString &folder, const QByteArray &key)
{
    const Names names(folder);
    if (!QFile::exists(names.marker)) {
        if (QFile::exists(names.staged) && QFile::exists(names.live))
            removeDatabase(names.staged);  // of a check that was cut off
        return QFile::exists(names.failed) ? Restored::Failed : Restored::Nothing;
    }
    try {
        apply(names, key);
        return Restored::Applied;
    } catch (const Failure &failure) {
        base::log::warn(QStringLiteral("the restore was not applied: %1").arg(QString::fromUtf8(failure.what())));
    }
    if (!QFile::exists(names.live))  // the rename back of what was there, if that is what failed
        base::renameDurably(names.aside, names.live);
    QFile::remove(names.failed);
    // The start may end before anybody is told. If not even this can be noted, it waits, and the next start tries again.
    if (base::renameDurably(names.marker, names.failed))
        dropStaged(folder);
    return Restored::Failed;
}

void forgetFailure(const QString &folder)
{
    QFile::remove(Names(folder).failed);
}

}  // namespace store
