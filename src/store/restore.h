#pragma once
// A restored store, on its way into the place of the one that is there (S5).
//
//   shebao.db.restoring        the database out of the backup, whole and migrated
//   shebao.db.restore-ready    an empty file: the next start shall apply it
//   shebao.db.before-restore   what was there, as it was, until the next restore has taken its place; can be restored itself
//   shebao.db.restore-failed   it could not be applied, and nobody was told yet; in it the code of the error
//
// Applied before anything is opened. What was sent since the backup was made is taken over first, so that nothing that
// was sent ever looks unsent (X1); what the backup calls 待提交 is 结果未知 unless the live file says so too. Cut off at any step, the next start goes on with it.

#include "base/error.h"
#include "base/sqlite.h"

#include <QStringList>

namespace store {

/// Where the database out of the backup is put together, with its key. Whatever lay there is removed.
QString beginStaging(const QString &folder);
void dropStaged(const QString &folder);
/// Brings the staged database up to this program's schema, after it was found whole. Throws base::Error: Validation
/// `backup.damaged`, `backup.newer`, `backup.foreign` (a database of something else); base::sqlite::Failure.
void prepareStaged(const QString &folder, const QByteArray &key);
/// Whether there is a file of before the last restore.
bool canUndoRestore(const QString &folder);
/// Puts a copy of it where a backup's database would be; what follows is as with a backup. False when it could not be.
bool stageUndo(const QString &folder);
/// From here on the next start applies it. False when it could not be written.
bool markStaged(const QString &folder);
bool isRestoreWaiting(const QString &folder);
/// Whether the live file has lost its name to a restore that could neither go on nor back: it goes on before anything else.
bool isRestoreHalfDone(const QString &folder);

enum class Restored { Nothing, Applied, Failed };
struct RestoreReport {
    Restored what = Restored::Nothing;
    base::Error why;     ///< of a failure
    QStringList unread;  ///< of an applied one: tables of the file that was there of which not all could be read (damage)
};
/// Failed: the restored data is removed, and what was there stays. Every start returns it until forgetFailure(). Damage to
/// what was there is no failure: a restore may be what it needs. Where what was there cannot even get its name back, nothing
/// is removed and the restore still waits; Store::open() refuses then (store/half_done.h).
RestoreReport applyRestore(const QString &folder, const QByteArray &key);
/// The program has started and tells of it.
void forgetFailure(const QString &folder);

}  // namespace store
