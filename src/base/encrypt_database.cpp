#include "base/encrypt_database.h"

#include "base/durable.h"
#include "base/encrypted_files.h"
#include "base/log.h"

#include <sqlite3.h>

#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace base::sqlite {

namespace {

constexpr int kPagesAStep = 1000;

QString freshOf(const QString &path)
{
    return path + QStringLiteral(".encrypting");
}

QString plainOf(const QString &path)
{
    return path + QStringLiteral(".plain");
}

/// Asks from a thread of its own, as long as it lives, whether to go on: within the check of a tree SQLite calls no
/// progress handler.
class Watched final {
public:
    Watched(Connection &connection, const std::function<bool()> &goOn)
        : m_thread([this, &connection, &goOn] {
              std::unique_lock lock(m_mutex);
              while (!m_ending.wait_for(lock, std::chrono::milliseconds(20), [this] { return m_over; })) {
                  if (!goOn())
                      sqlite3_interrupt(connection.handle());
              }
          })
    {
    }
    ~Watched()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_over = true;
        }
        m_ending.notify_one();
        m_thread.join();
    }
    Watched(const Watched &) = delete;
    Watched &operator=(const Watched &) = delete;

private:
    std::mutex m_mutex;
    std::condition_variable m_ending;
    bool m_over = false;
    std::thread m_thread;  // last: what it uses is there
};

void need(bool good, const char *what)
{
    if (!good)
        throw Failure(SQLITE_IOERR, what);
}

/// The plain file of before, when somebody has begun anew with another plain one: both are somebody's data.
void keepEarlier(const QString &path, const QByteArray &key)
{
    for (int number = 1;; ++number) {
        const auto kept = QStringLiteral("%1.kept-%2").arg(path).arg(number);
        if (QFile::exists(kept))
            continue;
        need(renameDurably(plainOf(path), kept), "rename of the earlier plain file");
        return encryptDatabase(kept, key);
    }
}

/// Whether the key opens it: what it does not open is not the copy that was made with it.
bool opens(const QString &path, const QByteArray &key)
{
    if (!hasContent(path))
        return false;
    try {
        Connection connection(path, Access::ReadOnly, key);
        return connection.number("SELECT count(*) FROM sqlite_master") >= 0;
    } catch (const Failure &) {
        return false;
    }
}

/// The plain file is whole: nothing of it is overwritten before the copy has its name.
void putInPlace(const QString &path, const QByteArray &key)
{
    removeDatabase(path);  // one in which a store would be made now makes room
    if (opens(freshOf(path), key) && renameDurably(freshOf(path), path))
        return;
    need(renameDurably(plainOf(path), path), "neither the plain file nor its copy could be put in place");
}

}  // namespace

void removeDatabase(const QString &path)
{
    for (const auto *end : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(end));
}

void copyDatabase(Connection &from, Connection &to)
{
    const std::unique_ptr<sqlite3_backup, decltype(&sqlite3_backup_finish)> backup(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"), sqlite3_backup_finish);
    if (!backup)
        throw Failure(sqlite3_extended_errcode(to.handle()), sqlite3_errmsg(to.handle()));
    for (;;) {
        const int code = sqlite3_backup_step(backup.get(), kPagesAStep);
        if (code == SQLITE_DONE)
            return;
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep(5);
        else if (code != SQLITE_OK)
            throw Failure(code, sqlite3_errstr(code));
    }
}

bool isWhole(Connection &connection)
{
    auto row = connection.query("PRAGMA integrity_check(1)");
    return row.next() && row.text(0) == QLatin1String("ok");
}

bool isSound(Connection &connection, const std::function<bool()> &goOn)
{
    const Watched watched(connection, goOn);
    auto row = connection.query("PRAGMA quick_check(1)");
    return row.next() && row.text(0) == QLatin1String("ok");
}

void encryptDatabase(const QString &path, const QByteArray &key)
{
    if (QFile::exists(plainOf(path)))
        keepEarlier(path, key);
    const auto fresh = freshOf(path);
    removeDatabase(fresh);
    {
        Connection plain(path, Access::ReadWrite);
        plain.script("PRAGMA journal_mode = DELETE");  // all of it in the one file
        Connection encrypted(fresh, Access::ReadWrite, key);
        encrypted.script("PRAGMA synchronous = FULL");
        copyDatabase(plain, encrypted);
    }
    {
        Connection encrypted(fresh, Access::ReadOnly, key);
        need(isWhole(encrypted), "the encrypted copy is not whole");
    }
    QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner);
    need(renameDurably(path, plainOf(path)), "rename of the plain file");
    if (!renameDurably(fresh, path)) {
        renameDurably(plainOf(path), path);
        need(false, "rename of the encrypted file");
    }
    shred(plainOf(path));
}

// In the order of the steps: the plain file has its name as long as the copy is not known to be whole. That a file has the
// name does not make it that copy: it is as long as none waits for the name, and the key opens it. Any other keeps what lies
// beside it: a plain one that somebody has made since is encrypted later, one that is encrypted is a stranger.
void finishEncrypting(const QString &path, const QByteArray &key)
{
    if (!QFile::exists(plainOf(path))) {
        if (hasContent(path))
            removeDatabase(freshOf(path));
        return;
    }
    if (!hasContent(path))
        putInPlace(path, key);
    if (!QFile::exists(freshOf(path)) && !isPlainDatabase(path) && opens(path, key))
        shred(plainOf(path));
    else
        log::warn(QStringLiteral("a plain file is kept: what has its name is not known to be its copy"));
}

}  // namespace base::sqlite
