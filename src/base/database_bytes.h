#pragma once
// The bytes of a database file as SQLite sees them, through its key: out of and into an archive. Nobody writes to it
// meanwhile (Store::still).

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <memory>

struct sqlite3_file;

namespace base::sqlite {

/// Without a key a plain file. Throws Failure.
class DatabaseBytes final {
public:
    enum class For { Reading, Writing };
    DatabaseBytes(const QString &path, const QByteArray &key, For use);
    ~DatabaseBytes();
    DatabaseBytes(const DatabaseBytes &) = delete;
    DatabaseBytes &operator=(const DatabaseBytes &) = delete;

    qint64 size() const;
    QByteArray read(qint64 offset, qint64 amount) const;
    void write(qint64 offset, const QByteArray &bytes);
    /// On disk.
    void finish();

private:
    std::unique_ptr<std::max_align_t[]> m_memory;
    sqlite3_file *m_file;
    QByteArray m_name;
};

}  // namespace base::sqlite
