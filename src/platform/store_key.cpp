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
    const auto path = QDir(folder).filePath(QStringLiteral("store.key"));
    if (!QFile::exists(path))
        return mayMake ? make(path) : storeError("store.key-missing");
    const auto stored = readFile(path);
    if (!stored)
        return stored;
    const auto key = unprotect(*stored);
    if (!key || key->size() != base::sqlite::kFileKeyBytes)
        return storeError("store.key-foreign");
    return *key;
}

}  // namespace platform
