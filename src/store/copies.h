#pragma once
// The copy of the file from before a migration: `<file>.schema-<version>`. See Store::open().

#include "base/sqlite.h"

namespace store {

/// Whether Store::open() has a file of an earlier schema to copy and to migrate, which takes minutes where it is large. False
/// where there is none, or none that can be read.
bool awaitsMigration(const QString &folder, const QByteArray &key);

// All throw base::sqlite::Failure or base::Error.
/// The key that opens this file: none for a plain one.
QByteArray keyOf(const QString &path, const QByteArray &key);
/// `key` is the connection's. Whole and on disk when it returns; replaces an older copy of the same schema.
void keepCopy(base::sqlite::Connection &connection, const QString &path, const QByteArray &key = {});
/// Puts a file with a newer schema aside (`<file>.newer-<n>`), if `wanted` and there is a copy with ours, and the copy
/// in its place. Finishes what was interrupted, whoever it was: a copy that this program can read, and no file.
void takeCopyBack(const QString &path, const QByteArray &key, bool wanted);
void removeCopies(const QString &path);
/// What a restore and takeCopyBack() have put aside.
void removeEarlierStates(const QString &path);

}  // namespace store
