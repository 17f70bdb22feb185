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
    const QFileInfo info(path);
    const auto refused = [&info](const char *code) { return storeError(code, info.fileName()); };
    if (info.isDir())
        return isOnNetwork(path) ? refused("folder.network") : base::Result<QString>(path);
    const bool made = QDir().mkpath(info.absolutePath())
                      && QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!made)
        return refused("folder.create");
    return isOnNetwork(path) ? refused("folder.network") : base::Result<QString>(path);
}

}  // namespace platform
