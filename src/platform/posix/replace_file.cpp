#include "platform/paths.h"

#include "base/durable.h"
#include "platform/store_error.h"

#include <QFile>
#include <QSaveFile>

namespace platform {

base::Result<void> replaceFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)  // before there is anything to read
                         && file.write(content) == content.size() && base::commitDurably(file);
    if (!written)
        return storeError("file.write", file.errorString());
    return {};
}

base::Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return storeError("vault.read", file.errorString());
    return file.readAll();
}

}  // namespace platform
