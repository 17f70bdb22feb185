#pragma once
// Two small classes over the SQLite C interface, and a transaction guard. SQL text itself lives in store (and in the
// reference tax side, which has a database of its own). Why not Qt Sql: docs/architecture.md, "Where we differ".
//
// Inside a room a failed statement throws Failure; the room's outermost function turns it into a base::Error, so no
// exception crosses a public function of store or taxside.

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace base::sqlite {

/// `code` is SQLite's extended result code; what() is its message, which holds no row data.
class Failure final : public std::runtime_error {
public:
    Failure(int code, const char *message) : std::runtime_error(message), m_code(code) {}
    int code() const { return m_code; }

private:
    int m_code;
};

/// 3.40.1
QString libraryVersion();

enum class Access { ReadWrite, ReadOnly };

/// A prepared statement being run. Reset when it goes out of scope; it stays in its connection's cache.
class Statement final {
public:
    explicit Statement(sqlite3_stmt *handle) : m_handle(handle) {}
    ~Statement();
    Statement(Statement &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement &operator=(Statement &&) = delete;

    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, static_cast<qint64>(value)); }
    void bind(int index, bool value) { bind(index, static_cast<qint64>(value)); }
    void bind(int index, const QString &value);     ///< as UTF-8; a null QString is stored as empty text
    void bind(int index, const QByteArray &value);  ///< as a blob
    void bind(int index, std::nullptr_t);
    template <class T>
    void bind(int index, const std::optional<T> &value)
    {
        value ? bind(index, *value) : bind(index, nullptr);
    }
    /// Binds all parameters from 1 on.
    template <class... Args>
    void bindAll(const Args &...args)
    {
        int index = 1;
        (bind(index++, args), ...);
    }

    /// True while there is a row to read.
    bool next();
    /// Makes it ready for other values.
    void reset();

    // Columns count from 0.
    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    /// A blob or text where SQLite has it: until the next row.
    std::string_view view(int column) const;

private:
    sqlite3_stmt *m_handle;
};

/// One connection, used by one thread at a time.
class Connection final {
public:
    /// Creates the file when `access` is ReadWrite and there is none. With a `key` everything that is written is encrypted
    /// (encrypted_files.h); another key's file, or a plain one, is SQLITE_NOTADB at the first statement. Throws Failure.
    Connection(const QString &path, Access access, const QByteArray &key = {});
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// A script without parameters: PRAGMAs and schema files, several statements allowed.
    void script(const QByteArray &sql);
    /// Prepared once per SQL text and connection. A text in use (nested) is prepared anew.
    template <class... Args>
    Statement query(const char *sql, const Args &...args)
    {
        Statement statement(prepare(QByteArray(sql)));
        statement.bindAll(args...);
        return statement;
    }
    /// For SQL put together at run time (filters, sort columns; never values).
    Statement queryText(const QByteArray &sql) { return Statement(prepare(sql)); }
    /// Runs a statement that yields no rows; returns how many rows it changed.
    template <class... Args>
    qint64 run(const char *sql, const Args &...args)
    {
        auto statement = query(sql, args...);
        while (statement.next()) {}
        return changes();
    }
    qint64 changes() const;
    /// First column of the first row as a number, 0 without a row.
    qint64 number(const char *sql);
    sqlite3 *handle() const { return m_handle; }

private:
    sqlite3_stmt *prepare(const QByteArray &sql);

    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string, sqlite3_stmt *> m_cache;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back unless commit() was reached.
class Transaction final {
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Connection &m_connection;
    bool m_open = true;
};

/// From its beginning to its end the connection sees one state of the database, whatever is written meanwhile.
class OneState final {
public:
    explicit OneState(Connection &connection);
    ~OneState();
    OneState(const OneState &) = delete;
    OneState &operator=(const OneState &) = delete;

private:
    Connection &m_connection;
};

}  // namespace base::sqlite
