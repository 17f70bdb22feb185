#include "platform/network_folder.h"

#include <QByteArrayList>
#include <QStorageInfo>

namespace platform {

bool isNetworkFileSystem(const QByteArray &type)
{
    static const QByteArrayList known{"nfs",  "nfs4",   "cifs", "smb3",      "smbfs",     "9p",        "afs",
                                      "ceph", "davfs",  "ncpfs", "glusterfs", "fuse.sshfs", "fuse.rclone",
                                      "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse"};
    return known.contains(type.toLower());
}

bool isOnNetwork(const QString &path)
{
    return isNetworkFileSystem(QStorageInfo(path).fileSystemType());
}

}  // namespace platform
