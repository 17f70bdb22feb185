#include "platform/paths.h"

#include "platform/store_error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace platform {

base::Result<QString> dataFolder(const QString &chosen, bool (*onNetwork)(const QString &path))
{
    const auto path = QDir::cleanPath(
        chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                         : QFileInfo(chosen).absoluteFilePath());
    const QFileInfo info(path);
    const bool there = info.isDir()
                       || (QDir().mkpath(info.absolutePath())
                           && QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    if (!there)
        return storeError("folder.create", info.fileName());
    return onNetwork(QFileInfo(path).canonicalFilePath()) ? storeError("folder.network", info.fileName())
                                                          : base::Result<QString>(path);
}

}  // namespace platform
