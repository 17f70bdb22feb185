#pragma once
// One encrypted file that a password opens on any machine: what a backup is written as.
//
//   head     156 bytes: magic, format, cost of scrypt, schema, time, version, salt; the file's own random key, sealed
//   under
//            scrypt(password, salt) with all before it authenticated; SHA-256 of all before that, which tells damage
//            from a wrong password
//   pieces   each of 1 MiB (the last may be shorter), AES-256-GCM; with each is authenticated the head, its number, and
//            whether it is the last: none can be changed, moved, left out or cut off
//
// Nothing is compressed, so nothing can grow; the cost is capped, so a head cannot ask for more than 256 MB.

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QString>

namespace platform {

/// What a password became once: kept in the vault instead of it, so that an automatic backup needs nobody.
struct BackupKey {
    QByteArray salt;  ///< 16 bytes
    QByteArray key;   ///< 32 bytes
    int cost = 17;    ///< N of scrypt is 2^cost; r = 8, p = 1

    QByteArray encoded() const { return QByteArray(1, static_cast<char>(cost)) + salt + key; }
    static std::optional<BackupKey> decoded(const QByteArray &bytes);
};

/// Takes half a second. Nothing when the system has no randomness or memory.
std::optional<BackupKey> makeBackupKey(const QString &password, int cost = 17);

struct SealedHead {
    int schema = 0;
    QDateTime made;
    QString version;  ///< of the program, at most 24 ASCII characters
};

constexpr qsizetype kSealedPiece = 1 << 20;

/// Error: Store `file.write`, `vault.crypto`.
class SealedWriter final {
public:
    base::Result<void> open(const QString &path, const BackupKey &key, const SealedHead &head);
    base::Result<void> write(const QByteArray &plain);
    /// The last piece, and on disk.
    base::Result<void> finish();

private:
    base::Result<void> put(const QByteArray &plain, bool last);

    QFile m_file;
    QByteArray m_key;
    QByteArray m_headHash;
    QByteArray m_waiting;
    quint64 m_number = 0;
};

/// Errors: Validation `backup.foreign`, `backup.newer`, `backup.damaged`, `backup.password`; Store `backup.read`.
class SealedReader final {
public:
    /// Reads the head. Needs no password.
    base::Result<SealedHead> open(const QString &path);
    base::Result<void> unlock(const QString &password);
    base::Result<void> unlock(const BackupKey &key);
    /// One piece; empty at the end, which was then seen.
    base::Result<QByteArray> next();
    qint64 size() const { return m_file.size(); }

private:
    base::Result<void> unlockWith(const QByteArray &key);

    QFile m_file;
    QByteArray m_head;
    QByteArray m_key;
    quint64 m_number = 0;
    bool m_ended = false;
};

}  // namespace platform
