#include "platform/store_key.h"

#include "base/encrypted_files.h"
#include "platform/cipher.h"
#include "platform/paths.h"
#include "platform/protect.h"
#include "platform/store_error.h"

#include <QDir>
#include <QFile>

namespace platform {

namespace {

QString pathIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("store.key"));
}

base::Result<QByteArray> make(const QString &folder)
{
    const auto made = randomBytes(base::sqlite::kFileKeyBytes);
    if (!made)
        return storeError("vault.crypto");
    const auto written = putStoreKey(folder, *made);
    return written ? base::Result<QByteArray>(*made) : written.error();
}

}  // namespace

base::Result<void> putStoreKey(const QString &folder, const QByteArray &key)
{
    const auto stored = protect(key);
    return stored ? replaceFile(pathIn(folder), *stored) : storeError("vault.crypto");
}

base::Result<QByteArray> storeKey(const QString &folder, bool mayMake)
{
    const auto path = pathIn(folder);
    if (!QFile::exists(path))
        return mayMake ? make(folder) : storeError("store.key-missing");
    const auto stored = readFile(path);
    if (!stored)
        return stored;
    const auto key = unprotect(*stored);
    if (!key || key->size() != base::sqlite::kFileKeyBytes)
        return storeError("store.key-foreign");
    return *key;
}

}  // namespace platform
