#pragma once
// Files of SQLite of which nothing can be read without their key (X3): a VFS between SQLite and the system's own.
//
// Everything is AES-256-XTS. A database and a journal are encrypted in units of 4096 bytes. A WAL is encrypted in the
// pieces that SQLite writes it in, which lie across every page of 4096 bytes: its head (32 bytes), and of each frame
// the head (24) and the page (4096). So hardly anything is ever read in order to be written, and an append never
// touches what was committed before. Temporary files have a key of their own, forgotten with them. The -shm file holds
// page numbers only.
//
// A transaction that writes to two files at once is refused: SQLite looks for the name of what decides over both at the
// very end of each journal, and a journal ends with a whole unit here.
//
// XTS hides; it does not prove that nobody has changed anything. What must prove that (a backup) has a seal of its own.

#include <QByteArray>
#include <QString>

namespace base::sqlite {

/// Two keys of 256 bits, random.
constexpr int kFileKeyBytes = 64;

/// The name of the VFS for this key, for sqlite3_open_v2. It stays registered as long as the process runs.
const char *encryptedFiles(const QByteArray &key);

/// Whether the file is an unencrypted database; false when there is none. Throws Failure when nobody can tell.
bool isPlainDatabase(const QString &path);

}  // namespace base::sqlite
