#include "platform/paths.h"
#include "platform/store_error.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace platform {

namespace {

// The new name of a file is on disk only when its folder is. QSaveFile takes care of the content.
void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

}  // namespace

base::Result<void> replaceFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)  // before there is anything to read
                         && file.write(content) == content.size() && file.commit();
    if (!written)
        return storeError("file.write", file.errorString());
    syncFolder(QFileInfo(path).absolutePath());
    return {};
}

}  // namespace platform
