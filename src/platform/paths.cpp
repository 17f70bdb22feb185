#include "platform/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace platform {

namespace {

base::Error storeError(const char *code, const QString &detail)
{
    base::Error error;
    error.kind = base::Error::Kind::Store;
    error.code = QString::fromLatin1(code);
    error.detail = detail;
    return error;
}

// The new name of a file is on disk only when its folder is. QSaveFile takes care of the content.
void syncFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(path);
#endif
}

}  // namespace

base::Result<QString> dataFolder(const QString &chosen)
{
    const auto path = QDir::cleanPath(
        chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                         : QFileInfo(chosen).absoluteFilePath());
    if (QFileInfo(path).isDir())
        return path;
    const QFileInfo info(path);
    const bool made = QDir().mkpath(info.absolutePath())
                      && QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!made)
        return storeError("folder.create", path);
    return path;
}

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
