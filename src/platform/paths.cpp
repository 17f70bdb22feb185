#include "platform/paths.h"

#include "platform/network_folder.h"
#include "platform/store_error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace platform {

base::Result<QString> dataFolder(const QString &chosen)
{
    const auto path = QDir::cleanPath(
        chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                         : QFileInfo(chosen).absoluteFilePath());
    if (QFileInfo(path).isDir())
        return isOnNetwork(path) ? storeError("folder.network", path) : base::Result<QString>(path);
    const QFileInfo info(path);
    const bool made = QDir().mkpath(info.absolutePath())
                      && QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!made)
        return storeError("folder.create", path);
    return isOnNetwork(path) ? storeError("folder.network", path) : base::Result<QString>(path);
}

}  // namespace platform
