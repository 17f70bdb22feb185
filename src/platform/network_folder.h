#pragma once
// Whether a folder is another computer's.

#include <QString>

namespace platform {

/// SQLite's log needs memory that is shared by everybody who has the file open, which no network file system gives, and their
/// locks are known to lie (sqlite.org/wal.html, sqlite.org/lockingv3.html). `path` exists.
bool isOnNetwork(const QString &path);
/// Linux: of that type in the table of mounts.
bool isNetworkFileSystem(const QByteArray &type);

}  // namespace platform
