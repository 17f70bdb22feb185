#include "base/sqlite.h"

#include "base/encrypted_files.h"

#include <sqlite3.h>

#include <string>

namespace base::sqlite {

namespace {

[[noreturn]] void fail(sqlite3 *handle)
{
    throw Failure(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle));
}

void check(sqlite3_stmt *statement, int code)
{
    if (code != SQLITE_OK)
        fail(sqlite3_db_handle(statement));
}

}  // namespace

QString libraryVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

Statement::~Statement()
{
    if (m_handle) {
        sqlite3_reset(m_handle);
        sqlite3_clear_bindings(m_handle);
    }
}

void Statement::bind(int index, qint64 value)
{
    check(m_handle, sqlite3_bind_int64(m_handle, index, value));
}

void Statement::bind(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    check(m_handle, sqlite3_bind_text64(m_handle, index, utf8.constData() ? utf8.constData() : "",
                                        static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, const QByteArray &value)
{
    check(m_handle, sqlite3_bind_blob64(m_handle, index, value.constData(),
                                        static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int index, std::nullptr_t)
{
    check(m_handle, sqlite3_bind_null(m_handle, index));
}

bool Statement::next()
{
    switch (sqlite3_step(m_handle)) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default: fail(sqlite3_db_handle(m_handle));
    }
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_handle, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_handle, column));
}

std::string_view Statement::view(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)))
                 : std::string_view();
}

Connection::Connection(const QString &path, Access access, const QByteArray &key)
{
    // SQLite's account of its memory, which nobody reads, takes a lock at every allocation. Before the first database only.
    [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    const int flags = SQLITE_OPEN_NOMUTEX
        | (access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_handle, flags, key.isEmpty() ? nullptr : encryptedFiles(key))
        != SQLITE_OK) {
        const Failure failure(sqlite3_extended_errcode(m_handle), sqlite3_errmsg(m_handle));
        sqlite3_close_v2(m_handle);
        throw failure;
    }
    sqlite3_busy_timeout(m_handle, 5000);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

Connection::~Connection()
{
    for (const auto &[sql, statement] : m_cache)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

void Connection::script(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(m_handle);
}

sqlite3_stmt *Connection::prepare(const QByteArray &sql)
{
    auto &slot = m_cache[sql.toStdString()];
    if (slot && !sqlite3_stmt_busy(slot))
        return slot;
    sqlite3_stmt *fresh = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.constData(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &fresh,
                           nullptr)
        != SQLITE_OK)
        fail(m_handle);
    if (slot)  // the same text is running further up the stack: keep both, the older under a name of its own
        m_cache.emplace(sql.toStdString() + '#' + std::to_string(m_cache.size()), slot);
    return m_cache[sql.toStdString()] = fresh;
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

qint64 Connection::number(const char *sql)
{
    auto statement = query(sql);
    return statement.next() ? statement.integer(0) : 0;
}

Transaction::Transaction(Connection &connection) : m_connection(connection)
{
    m_connection.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (m_open && !sqlite3_get_autocommit(m_connection.handle()))
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_connection.run("COMMIT");
    m_open = false;
}

OneState::OneState(Connection &connection) : m_connection(connection)
{
    m_connection.script("BEGIN");
    m_connection.number("SELECT count(*) FROM sqlite_master");
}

OneState::~OneState()
{
    if (!sqlite3_get_autocommit(m_connection.handle()))  // or SQLite has ended it by itself
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace base::sqlite
