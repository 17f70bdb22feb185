#include "platform/key_recovery.h"

#include "base/durable.h"
#include "base/encrypted_files.h"
#include "platform/store_error.h"

#include <QDir>

namespace platform {

namespace {

QString pathIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("store.key.recovery"));
}

base::Result<void> write(const QString &path, const QByteArray &storeKey, const BackupKey &by)
{
    SealedWriter writer;
    if (const auto opened = writer.open(path, by, {0, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), {}}); !opened)
        return opened;
    if (const auto written = writer.write(storeKey); !written)
        return written;
    return writer.finish();
}

}  // namespace

void dropRecovery(const QString &folder)
{
    if (QFile::remove(pathIn(folder)))
        base::syncFolderOf(pathIn(folder));
}

base::Result<void> keepRecovery(const QString &folder, const QByteArray &storeKey, const BackupKey &by)
{
    const auto fresh = pathIn(folder) + QStringLiteral(".new");
    auto kept = write(fresh, storeKey, by);
    if (kept && !base::replaceDurably(fresh, pathIn(folder)))
        kept = storeError("file.write", QStringLiteral("store.key.recovery"));
    if (!kept)
        QFile::remove(fresh);
    return kept;
}

bool hasRecovery(const QString &folder)
{
    return QFile::exists(pathIn(folder));
}

base::Result<QByteArray> recoveredKey(const QString &folder, const QString &password)
{
    SealedReader reader;
    if (const auto opened = reader.open(pathIn(folder)); !opened)
        return opened.error();
    if (const auto unlocked = reader.unlock(password); !unlocked)
        return unlocked.error();
    auto key = reader.next();
    if (key && key->size() != base::sqlite::kFileKeyBytes)
        return base::validation(QStringLiteral("backup.damaged"), QStringLiteral("not a key"));
    return key;
}

}  // namespace platform
