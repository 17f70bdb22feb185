#include "base/durable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace base {

bool commitDurably(QSaveFile &file)
{
    if (!syncFile(file) || !file.commit())
        return false;  // its end removes the draft
    syncFolderOf(file.fileName());
    return true;
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

bool hasContent(const QString &path)
{
    const QFileInfo file(path);
    return file.isFile() && file.size() > 0;
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
