#include "base/durable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace base {

bool syncFile(QFileDevice &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return ::_commit(file.handle()) == 0;
#endif
}

bool commitDurably(QSaveFile &file)
{
    if (!syncFile(file) || !file.commit())
        return false;  // its end removes the draft
    syncFolderOf(file.fileName());
    return true;
}

bool replaceDurably(const QString &from, const QString &to)
{
    std::error_code failed;
    std::filesystem::rename(from.toStdU16String(), to.toStdU16String(), failed);
    if (failed)
        return false;
    syncFolderOf(to);
    return true;
}

void syncFolderOf(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(path);
#endif
}

bool makeFolderDurably(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    const auto parent = QFileInfo(path).path();
    if (parent == path || !makeFolderDurably(parent) || !QDir().mkdir(path))
        return false;
    syncFolderOf(path);
    return true;
}

// Not QFile::rename: where the system refuses, that copies instead, and a copy is neither one step nor on disk.
bool renameDurably(const QString &from, const QString &to)
{
    return !QFile::exists(to) && replaceDurably(from, to);
}

bool shred(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return true;
    if (file.open(QIODevice::ReadWrite)) {
        const QByteArray zeros(1 << 20, '\0');
        for (qint64 left = file.size(); left > 0; left -= zeros.size())
            file.write(zeros.constData(), std::min<qint64>(left, zeros.size()));
        syncFile(file);
        file.close();
    }
    return file.remove();
}

}  // namespace base
