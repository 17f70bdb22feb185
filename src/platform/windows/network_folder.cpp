#include "platform/network_folder.h"

#include <QDir>

#include <windows.h>

namespace platform {

bool isNetworkFileSystem(const QByteArray &)
{
    return false;  // Windows says it of drives
}

bool isOnNetwork(const QString &path)
{
    const auto native = QDir::toNativeSeparators(QDir(path).absolutePath());
    if (native.startsWith(QLatin1String("\\\\")))
        return !native.startsWith(QLatin1String("\\\\?\\")) || native.startsWith(QLatin1String("\\\\?\\UNC\\"));
    return GetDriveTypeW((native.left(2) + QLatin1Char('\\')).toStdWString().c_str()) == DRIVE_REMOTE;
}

}  // namespace platform
