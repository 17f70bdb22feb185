#include "store/copies.h"

#include "base/error.h"
#include "base/log.h"
#include "store/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace store {

using base::sqlite::Access;
using base::sqlite::Connection;

namespace {

QString copyOf(const QString &path, qint64 version)
{
    return path + QStringLiteral(".schema-%1").arg(version);
}

[[noreturn]] void fail(const QString &detail)
{
    base::Error error;
    error.kind = base::Error::Kind::Store;
    error.code = QStringLiteral("store.copy");
    error.detail = detail;
    throw error;
}

void syncFolderOf(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(path);
#endif
}

void rename(const QString &from, const QString &to)
{
    if (!QFile::rename(from, to))
        fail(QFileInfo(to).fileName());
    syncFolderOf(to);
}

/// Brings everything into the one file, so that it can be renamed without what belongs to it.
qint64 closedVersion(const QString &path)
{
    Connection connection(path, Access::ReadWrite);
    const qint64 version = connection.number("PRAGMA user_version");
    if (version > schemaVersion())
        connection.script("PRAGMA journal_mode = DELETE");
    return version;
}

QString freeName(const QString &path)
{
    for (int number = 1;; ++number) {
        const auto name = QStringLiteral("%1.newer-%2").arg(path).arg(number);
        if (!QFile::exists(name))
            return name;
    }
}

}  // namespace

void keepCopy(Connection &connection, const QString &path)
{
    const auto copy = copyOf(path, connection.number("PRAGMA user_version"));
    const auto fresh = copy + QStringLiteral(".new");
    QFile::remove(fresh);
    connection.run("VACUUM INTO ?", fresh);
    // VACUUM INTO writes like any SQLite file but does not wait for the disk.
    Connection(fresh, Access::ReadWrite).script("PRAGMA synchronous = FULL; BEGIN IMMEDIATE; PRAGMA user_version = "
        + QByteArray::number(connection.number("PRAGMA user_version")) + "; COMMIT;");
    QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner);
    QFile::remove(copy);
    rename(fresh, copy);
}

void takeCopyBack(const QString &path, bool wanted)
{
    const auto copy = copyOf(path, schemaVersion());
    if (!QFile::exists(copy))
        return;
    if (QFile::exists(path)) {
        if (!wanted || closedVersion(path) <= schemaVersion())
            return;
        const auto aside = freeName(path);
        rename(path, aside);
        base::log::warn(QStringLiteral("a newer version's file was put aside as %1").arg(QFileInfo(aside).fileName()));
    }
    rename(copy, path);
}

void removeCopies(const QString &path)
{
    const QFileInfo file(path);
    for (const auto &name : file.dir().entryList({file.fileName() + QStringLiteral(".schema-*")}, QDir::Files))
        QFile::remove(file.dir().filePath(name));
}

}  // namespace store
