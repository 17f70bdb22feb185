#include "store/store.h"

#include "base/encrypt_database.h"
#include "base/encrypted_files.h"
#include "base/log.h"
#include "store/copies.h"
#include "store/half_done.h"
#include "store/migrations.h"
#include "store/person_functions.h"
#include "store/trail_table.h"

#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

#include <thread>

namespace store {

using base::sqlite::Access;
using base::sqlite::Connection;
using base::sqlite::Failure;
using base::sqlite::OneState;

namespace {

constexpr std::size_t kIdleReaders = 4;

void configureWriter(Connection &writer)
{
    // A checkpoint waits for the disk twice; every thousand pages of log would be after every page of a first download.
    writer.script("PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA "
                  "foreign_keys = ON;"
                  "PRAGMA secure_delete = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;");
}

QString pathIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("shebao.db"));
}

// What goes wrong leaves the plain file as it is, and the program with it: the next start tries again.
void encryptPlainFile(const QString &path, const QByteArray &key)
{
    if (key.isEmpty() || !base::sqlite::isPlainDatabase(path))
        return;
    try {
        bool ours = false;
        {
            Connection plain(path, Access::ReadWrite);
            ours = versionOf(plain) <= schemaVersion();
        }
        if (ours)
            base::sqlite::encryptDatabase(path, key);
    } catch (const Failure &failure) {
        base::log::warn(QStringLiteral("the database is not encrypted yet: %1").arg(QString::fromUtf8(failure.what())));
    }
}

/// What was cut off or refused, or has been begun by a version before: this one can go on with either of two files, and so can that.
void finishWhatWasBegun(const QString &path, const Store::Opening &opening)
{
    try {
        base::sqlite::finishEncrypting(path, opening.key);
    } catch (const Failure &failure) {
        base::log::warn(QString::fromUtf8(failure.what()));
        return;  // halfDone() says it
    }
    takeCopyBack(path, opening.key, opening.newer == Store::Newer::TakeCopyBack);
}

/// What does not begin as a database after decryption has another key, or its first page is gone.
base::Error orWrongKey(base::Error error)
{
    if (error.code == QLatin1String("store.damaged"))
        error.code = QStringLiteral("store.key-wrong");
    return error;
}

}  // namespace

bool Store::isEncrypted(const QString &folder)
{
    const auto path = pathIn(folder);
    return !base::sqlite::isPlainDatabase(path) && QFileInfo(path).size() > 0;
}

base::Result<void> Store::tryKey(const QString &folder, const QByteArray &key)
{
    const auto tried =
        guarded([&] {
            if (!isEncrypted(folder))
                throw Failure(SQLITE_NOTADB, "no encrypted file");  // and none is made
            Connection connection(pathIn(folder), Access::ReadWrite, key);
            (void)versionOf(connection);  // a newer version's file stays as it is
            return connection.number("SELECT count(*) FROM sqlite_master");
        });
    return tried ? base::Result<void>() : orWrongKey(tried.error());
}

base::Result<std::unique_ptr<Store>> Store::open(const QString &folder, const Opening &opening)
{
    QDir().mkpath(folder);
    const QString path = pathIn(folder);
    const auto prepared = guarded([&] {
        finishWhatWasBegun(path, opening);
        if (opening.encryptPlain)
            encryptPlainFile(path, opening.key);
        if (const auto unfinished = halfDone(path))
            throw *unfinished;
    });
    if (!prepared)
        return prepared.error();
    auto opened = guarded([&] {
        std::unique_ptr<Store> store(new Store(path, keyOf(path, opening.key)));
        store->m_writer = std::make_unique<Connection>(path, Access::ReadWrite, store->m_key);
        addPersonFunctions(*store->m_writer);
        return store;
    });
    if (!opened)
        return opened;
    auto version = guarded([&] { return versionOf(*(*opened)->m_writer); });
    if (!version)
        return (*opened)->m_key.isEmpty() ? version.error() : orWrongKey(version.error());
    if (*version > schemaVersion()) {
        base::Error error;
        error.kind = base::Error::Kind::StoreTooNew;
        error.code = QStringLiteral("store.too-new");
        error.detail = QStringLiteral("schema %1, this program knows %2").arg(*version).arg(schemaVersion());
        return error;
    }
    auto ready = guarded([&] {
        configureWriter(*(*opened)->m_writer);
        if (*version > 0 && *version < schemaVersion())
            keepCopy(*(*opened)->m_writer, path, (*opened)->m_key);
        migrate(*(*opened)->m_writer);
    });
    if (!ready)
        return ready.error();
    return opened;
}

base::Result<void> Store::dropCopies()
{
    return guarded([this] { removeCopies(m_path); });
}

base::Result<void> Store::dropEarlierStates()
{
    return guarded([this] { removeEarlierStates(m_path); });
}

Store::Store(QString path, QByteArray key) : m_path(std::move(path)), m_key(std::move(key)) {}

Store::~Store() = default;

void Store::waitForDisk(bool wait)
{
    if (wait == m_waits)
        return;
    m_writer->script(wait ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    m_waits = wait;
}

void Store::checkpoint()
{
    const std::unique_lock lock(m_writing, std::try_to_lock);
    if (lock)
        (void)guarded([this] { m_writer->script("PRAGMA wal_checkpoint(PASSIVE)"); });
}

// A checkpoint never goes beyond what the oldest reader sees. So where all of the log is in the file and a reader has
// begun before the next write, the file stays as it is for as long as that reader reads.
std::unique_ptr<OneState> Store::stillState(Connection &reader)
{
    const std::lock_guard lock(m_writing);
    auto row = m_writer->query("PRAGMA wal_checkpoint(PASSIVE)");
    if (!row.next() || row.integer(0) != 0 || row.integer(1) < 0 || row.integer(1) != row.integer(2))
        return nullptr;
    return std::make_unique<OneState>(reader);
}

base::Result<void>
Store::still(base::Job &job, const std::function<base::Result<void>(Connection &, const base::sqlite::DatabaseBytes &)> &fn)
{
    const auto done = guarded([&]() -> base::Result<void> {
        const Lease lease(*this);
        std::unique_ptr<OneState> state;
        while (!(state = stillState(lease.connection()))) {
            if (job.cancelled())
                return base::cancelled();
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return fn(lease.connection(), base::sqlite::DatabaseBytes(m_path, m_key, base::sqlite::DatabaseBytes::For::Reading));
    });
    return done ? *done : done.error();
}

void Store::seal()
{
    TrailTable(*m_writer).seal(m_operator);
}

base::Error Store::errorOf(const Failure &failure)
{
    base::Error error;
    error.kind = base::Error::Kind::Store;
    switch (failure.code() & 0xFF) {
    case SQLITE_FULL: error.code = QStringLiteral("store.full"); break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: error.code = QStringLiteral("store.damaged"); break;
    case SQLITE_READONLY:
    case SQLITE_PERM: error.code = QStringLiteral("store.read-only"); break;
    case SQLITE_CANTOPEN: error.code = QStringLiteral("store.cannot-open"); break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.kind = base::Error::Kind::StoreBusy;
        error.code = QStringLiteral("store.busy");
        break;
    default: error.code = QStringLiteral("store.failed");
    }
    error.detail = QStringLiteral("SQLite %1: %2").arg(failure.code()).arg(QString::fromUtf8(failure.what()));
    base::log::warn(error.detail);
    return error;
}

Store::Lease::Lease(Store &store) : m_store(store)
{
    {
        const std::lock_guard lock(store.m_pooling);
        if (!store.m_pool.empty()) {
            m_connection = std::move(store.m_pool.back());
            store.m_pool.pop_back();
        }
    }
    if (m_connection)
        return;
    m_connection = std::make_unique<Connection>(store.m_path, Access::ReadOnly, store.m_key);
    addPersonFunctions(*m_connection);
}

Store::Lease::~Lease()
{
    if (!sqlite3_get_autocommit(m_connection->handle()))
        return;  // what could not be ended would show an old state to whoever comes next
    const std::lock_guard lock(m_store.m_pooling);
    if (m_store.m_pool.size() < kIdleReaders)
        m_store.m_pool.push_back(std::move(m_connection));
}

}  // namespace store
