#include "store/copies.h"

#include "base/durable.h"
#include "base/encrypt_database.h"
#include "base/encrypted_files.h"
#include "base/error.h"
#include "base/log.h"
#include "store/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace store {

using base::sqlite::Access;
using base::sqlite::Connection;

namespace {

QString copyOf(const QString &path, qint64 version)
{
    return path + QStringLiteral(".schema-%1").arg(version);
}

/// Of those that this program can read; empty: there is none.
QString newestCopy(const QString &path)
{
    for (int version = schemaVersion(); version > 0; --version) {
        if (QFile::exists(copyOf(path, version)))
            return copyOf(path, version);
    }
    return {};
}

[[noreturn]] void fail(const QString &detail)
{
    base::Error error;
    error.kind = base::Error::Kind::Store;
    error.code = QStringLiteral("store.copy");
    error.detail = detail;
    throw error;
}

void rename(const QString &from, const QString &to)
{
    if (!base::renameDurably(from, to))
        fail(QFileInfo(to).fileName());
}

/// Brings everything into the one file, so that it can be renamed without what belongs to it.
qint64 closedVersion(const QString &path, const QByteArray &key)
{
    Connection connection(path, Access::ReadWrite, keyOf(path, key));
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

bool awaitsMigration(const QString &folder, const QByteArray &key)
{
    const auto path = QDir(folder).filePath(QStringLiteral("shebao.db"));
    if (!QFile::exists(path))
        return false;
    try {
        Connection connection(path, Access::ReadWrite, keyOf(path, key));
        const qint64 version = versionOf(connection);
        return version > 0 && version < schemaVersion();
    } catch (const base::sqlite::Failure &) {  // who opens it says why
        return false;
    }
}

QByteArray keyOf(const QString &path, const QByteArray &key)
{
    return base::sqlite::isPlainDatabase(path) ? QByteArray() : key;
}

void keepCopy(Connection &connection, const QString &path, const QByteArray &key)
{
    const auto copy = copyOf(path, connection.number("PRAGMA user_version"));
    const auto fresh = copy + QStringLiteral(".new");
    QFile::remove(fresh);
    connection.run("VACUUM INTO ?", fresh);
    // VACUUM INTO writes like any SQLite file but does not wait for the disk.
    Connection(fresh, Access::ReadWrite, key)
        .script("PRAGMA synchronous = FULL; BEGIN IMMEDIATE; PRAGMA user_version = "
                + QByteArray::number(connection.number("PRAGMA user_version")) + "; COMMIT;");
    QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner);
    QFile::remove(copy);
    rename(fresh, copy);
}

void takeCopyBack(const QString &path, const QByteArray &key, bool wanted)
{
    if (!base::hasContent(path)) {
        const auto copy = newestCopy(path);
        if (copy.isEmpty())
            return;
        base::sqlite::removeDatabase(path);
        return rename(copy, path);
    }
    const auto copy = copyOf(path, schemaVersion());
    if (!wanted || !QFile::exists(copy) || closedVersion(path, key) <= schemaVersion())
        return;
    const auto aside = freeName(path);
    rename(path, aside);
    base::log::warn(QStringLiteral("a newer version's file was put aside as %1").arg(QFileInfo(aside).fileName()));
    rename(copy, path);
}

void removeCopies(const QString &path)
{
    const QFileInfo file(path);
    for (const auto &name : file.dir().entryList({file.fileName() + QStringLiteral(".schema-*")}, QDir::Files))
        QFile::remove(file.dir().filePath(name));
}

void removeEarlierStates(const QString &path)
{
    const QFileInfo file(path);
    const QStringList earlier{file.fileName() + QStringLiteral(".before-restore*"), file.fileName() + QStringLiteral(".newer-*")};
    for (const auto &name : file.dir().entryList(earlier, QDir::Files)) {
        if (QFile::remove(file.dir().filePath(name)))
            continue;
        base::Error error;
        error.kind = base::Error::Kind::Store;
        error.code = QStringLiteral("store.earlier-left");
        error.detail = name;
        throw error;
    }
}

}  // namespace store
