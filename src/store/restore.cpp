#include "store/restore.h"

#include "base/durable.h"
#include "base/encrypt_database.h"
#include "base/encrypted_files.h"
#include "base/error.h"
#include "base/log.h"
#include "store/migrations.h"
#include "store/take_over.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>

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

// The one thing that must never be missing, looked for on the disk and not believed.
const char *const kLeftBehind =
    "SELECT count(*) FROM live.submission WHERE id NOT IN (SELECT id FROM main.submission)";

void configure(Connection &staged)
{
    staged.script("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA "
                  "temp_store = MEMORY");
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
    configure(staged);
    staged.run("ATTACH ? AS live", names.live);
    staged.script("BEGIN");  // not IMMEDIATE, which would make a transaction over both files of it
    takeOverRows(staged);
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
            need(base::replaceDurably(names.live, names.aside), "rename of the live file");
        } else {  // cut off between the renames, or lost: what nobody vouches for any more is asked
            Connection staged(names.staged, Access::ReadWrite, key);
            configure(staged);
            doubtPending(staged);
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
