#include "store/restore.h"

#include "base/durable.h"
#include "base/encrypt_database.h"
#include "base/encrypted_files.h"
#include "base/error.h"
#include "base/log.h"
#include "store/migrations.h"
#include "store/store.h"
#include "store/take_over.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>

namespace store {

using base::sqlite::Access;
using base::sqlite::Connection;
using base::sqlite::Failure;
using base::sqlite::removeDatabase;

namespace {

struct Names {
    explicit Names(const QString &folder) : live(QDir(folder).filePath(QStringLiteral("shebao.db"))) {}
    QString live;
    QString staged = live + QStringLiteral(".restoring");
    QString marker = live + QStringLiteral(".restore-ready");
    QString aside = live + QStringLiteral(".before-restore");
    QString failed = live + QStringLiteral(".restore-failed");
};

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

/// Brings the live file up to this program's schema and all of it into the one file, which is about to be renamed. False:
/// it is damaged so that nothing can be read from it.
bool prepareLive(const Names &names, const QByteArray &key)
{
    if (base::sqlite::isPlainDatabase(names.live))
        base::sqlite::encryptDatabase(names.live, key);
    try {
        Connection live(names.live, Access::ReadWrite, key);
        if (versionOf(live) > schemaVersion())
            throw Failure(SQLITE_SCHEMA, "the live file is of a newer version");
        migrate(live);
        live.script("PRAGMA journal_mode = DELETE");
        return true;
    } catch (const Failure &failure) {
        if (!isDamage(failure))
            throw;
        base::log::warn(QStringLiteral("the live file is damaged: %1").arg(QString::fromUtf8(failure.what())));
        return false;
    }
}

/// Returns the live tables that could not be read whole.
QStringList takeOver(const Names &names, const QByteArray &key)
{
    Connection staged(names.staged, Access::ReadWrite, key);
    configure(staged);
    QStringList unread = takenOverTables();
    if (prepareLive(names, key)) {
        staged.run("ATTACH ? AS live", names.live);
        unread = takeOverRows(staged);
        if (unread.isEmpty() && staged.number(kLeftBehind) != 0)
            throw Failure(SQLITE_CORRUPT, "not every submission was taken over");
        staged.run("DETACH live");
    } else {
        doubtPending(staged);
    }
    if (!base::sqlite::isWhole(staged))
        throw Failure(SQLITE_CORRUPT, "the restored database is not whole");
    return unread;
}

void need(bool renamed, const char *what)
{
    if (!renamed)
        throw Failure(SQLITE_IOERR, what);
}

constexpr const char *kLogs[] = {"-journal", "-shm", "-wal"};

/// A damaged file does not let go of what belongs to it.
bool moveLogs(const QString &from, const QString &to)
{
    for (const auto *end : kLogs) {
        if (QFile::exists(from + QLatin1String(end))
            && !base::renameDurably(from + QLatin1String(end), to + QLatin1String(end)))
            return false;
    }
    return true;
}

/// The file goes first: a log without one is never a riddle then, it is of the file that is aside.
void keepAside(const Names &names)
{
    for (const auto *end : kLogs) {  // of an earlier restore
        QFile::remove(names.aside + QLatin1String(end));
        need(!QFile::exists(names.aside + QLatin1String(end)), "removal of an earlier log");
    }
    need(base::replaceDurably(names.live, names.aside), "rename of the live file");
    need(moveLogs(names.live, names.aside), "rename of the live file's log");
}

/// What keepAside() has moved is the live file again: the file itself last, it must not be opened without its log.
bool bringBack(const Names &names)
{
    if (!base::hasContent(names.aside))
        return false;
    if (QFile::exists(names.live))
        removeDatabase(names.live);  // an empty one
    return moveLogs(names.aside, names.live) && base::renameDurably(names.aside, names.live);
}

/// There is no live file: cut off between the renames, or lost. No log may lie beside the restored one.
void clearPlace(const Names &names)
{
    if (QFile::exists(names.live))
        removeDatabase(names.live);  // an empty one
    need(moveLogs(names.live, names.aside), "rename of the live file's log");
}

QStringList putInPlace(const Names &names, const QByteArray &key)
{
    QStringList unread;
    base::sqlite::finishEncrypting(names.live, key);
    if (base::hasContent(names.live)) {
        unread = takeOver(names, key);
        keepAside(names);
    } else {
        clearPlace(names);
        Connection staged(names.staged, Access::ReadWrite, key);
        configure(staged);
        doubtPending(staged);  // what nobody vouches for any more is asked
    }
    need(base::renameDurably(names.staged, names.live), "rename of the restored file");
    return unread;
}

QStringList apply(const Names &names, const QByteArray &key)
{
    QStringList unread;
    if (QFile::exists(names.staged))
        unread = putInPlace(names, key);
    need(base::hasContent(names.live), "the restored file is gone");
    QFile::remove(names.marker);
    base::syncFolderOf(names.marker);
    return unread;
}

/// Why, for the start that can tell of it; only the name must be there.
void note(const QString &path, const base::Error &error)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(error.code.toUtf8());
}

base::Error noted(const QString &path)
{
    base::Error error;
    error.kind = base::Error::Kind::Store;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        error.code = QString::fromUtf8(file.read(100));
    return error;
}

/// The start that was to apply it has ended before it could tell of it, or before what was there had its name again.
RestoreReport givenUpBefore(const Names &names)
{
    if (!base::hasContent(names.live))
        bringBack(names);
    return {Restored::Failed, noted(names.failed), {}};
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

bool canUndoRestore(const QString &folder)
{
    return QFile::exists(Names(folder).aside);
}

bool stageUndo(const QString &folder)
{
    dropStaged(folder);
    const Names names(folder);
    for (const auto *end : {"-wal", ""}) {
        const auto from = names.aside + QLatin1String(end);
        if (QFile::exists(from) && !QFile::copy(from, names.staged + QLatin1String(end)))
            return false;
    }
    return QFile::exists(names.staged);
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

bool isRestoreHalfDone(const QString &folder)
{
    const Names names(folder);
    return !base::hasContent(names.live) && (QFile::exists(names.marker) || QFile::exists(names.failed));
}

RestoreReport applyRestore(const QString &folder, const QByteArray &key)
{
    const Names names(folder);
    if (!QFile::exists(names.marker)) {
        if (QFile::exists(names.staged) && base::hasContent(names.live))
            removeDatabase(names.staged);  // of a check that was cut off
        return QFile::exists(names.failed) ? givenUpBefore(names) : RestoreReport{};
    }
    base::Error why;
    try {
        const auto unread = apply(names, key);
        if (!unread.isEmpty())
            base::log::warn(QStringLiteral("of the live file could not be read: %1").arg(unread.join(QLatin1Char(' '))));
        return {Restored::Applied, {}, unread};
    } catch (const Failure &failure) {
        why = Store::errorOf(failure);
    }
    if (!base::hasContent(names.live) && !bringBack(names))
        return {Restored::Failed, why, {}};  // everything stays, and halfDone() keeps the start from making a new one
    QFile::remove(names.failed);
    // The start may end before anybody is told. If not even this can be noted, it waits, and the next start tries again.
    if (base::renameDurably(names.marker, names.failed)) {
        dropStaged(folder);
        note(names.failed, why);
    }
    return {Restored::Failed, why, {}};
}

void forgetFailure(const QString &folder)
{
    QFile::remove(Names(folder).failed);
}

}  // namespace store
