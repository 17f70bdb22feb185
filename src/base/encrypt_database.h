#pragma once
// Copies of whole databases from one key to another, and a plain file of an earlier version made into an encrypted one.

#include "base/sqlite.h"

#include <functional>

namespace base::sqlite {

/// SQLite's online backup: `from` may be written meanwhile. Throws Failure.
void copyDatabase(Connection &from, Connection &to);
/// integrity_check says ok.
bool isWhole(Connection &connection);
/// quick_check says ok: every page and row, but not whether each index has each row, which takes ten times as long.
/// `goOn` false ends it with Failure SQLITE_INTERRUPT; it is asked from another thread.
bool isSound(Connection &connection, const std::function<bool()> &goOn);

/// With what SQLite keeps beside it.
void removeDatabase(const QString &path);

/// Nobody has the file open. A copy is made beside it (`.encrypting`), checked, put in its place, and the plain file
/// overwritten and removed. An earlier `.plain` that was never finished becomes an encrypted `.kept-1`. Cut off anywhere,
/// finishEncrypting() leaves one of the two files whole under its name.
/// Throws Failure; the plain file then stays as it was. Where it could not even get its name back, it is `.plain`, and both
/// stay until finishEncrypting() has found a place for one of them.
void encryptDatabase(const QString &path, const QByteArray &key);
/// Throws Failure when neither of the two could get the name. Nobody may make a database there then.
void finishEncrypting(const QString &path, const QByteArray &key);

}  // namespace base::sqlite
