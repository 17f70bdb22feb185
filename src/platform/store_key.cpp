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

base::Result<QByteArray> make(const QString &path)
{
    const auto made = randomBytes(base::sqlite::kFileKeyBytes);
    const auto stored = made ? protect(*made) : std::nullopt;
    if (!stored)
        return storeError("vault.crypto");
    const auto written = replaceFile(path, *stored);
    if (!written)
        return written.error();
    return *made;
}

}  // namespace

base::Result<QByteArray> storeKey(const QString &folder, bool mayMake)
{
    QFile file(QDir(folder).filePath(QStringLiteral("store.key")));
    if (!file.exists())
        return mayMake ? make(file.fileName()) : storeError("store.key-missing");
    if (!file.open(QIODevice::ReadOnly))
        return storeError("vault.read", file.errorString());
    const auto key = unprotect(file.readAll());
    if (!key || key->size() != base::sqlite::kFileKeyBytes)
        return storeError("store.key-foreign");
    return *key;
}

}  // namespace platform
