#include "base/database_bytes.h"

#include "base/encrypted_files.h"
#include "base/sqlite.h"

#include <sqlite3.h>

namespace base::sqlite {

namespace {

void check(int code)
{
    if (code != SQLITE_OK)
        throw Failure(code, sqlite3_errstr(code));
}

}  // namespace

DatabaseBytes::DatabaseBytes(const QString &path, const QByteArray &key, For use)
    : m_name(path.toUtf8() + QByteArray(2, '\0'))  // as a VFS wants its names
{
    auto *vfs = sqlite3_vfs_find(key.isEmpty() ? nullptr : encryptedFiles(key));
    m_memory =
        std::make_unique<std::max_align_t[]>(static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    m_file = reinterpret_cast<sqlite3_file *>(m_memory.get());
    const int flags = SQLITE_OPEN_MAIN_DB
                      | (use == For::Reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    check(vfs->xOpen(vfs, m_name.constData(), m_file, flags, nullptr));
}

DatabaseBytes::~DatabaseBytes()
{
    m_file->pMethods->xClose(m_file);
}

qint64 DatabaseBytes::size() const
{
    sqlite3_int64 size = 0;
    check(m_file->pMethods->xFileSize(m_file, &size));
    return size;
}

QByteArray DatabaseBytes::read(qint64 offset, qint64 amount) const
{
    QByteArray bytes(amount, '\0');
    check(m_file->pMethods->xRead(m_file, bytes.data(), static_cast<int>(amount), offset));
    return bytes;
}

void DatabaseBytes::write(qint64 offset, const QByteArray &bytes)
{
    check(m_file->pMethods->xWrite(m_file, bytes.constData(), static_cast<int>(bytes.size()), offset));
}

void DatabaseBytes::finish()
{
    check(m_file->pMethods->xSync(m_file, SQLITE_SYNC_FULL));
}

}  // namespace base::sqlite
