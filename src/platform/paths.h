#pragma once
// Where the program keeps what is its own.

#include "base/result.h"
#include "platform/network_folder.h"

#include <QByteArray>
#include <QString>

namespace platform {

/// The folder of store, log and secrets, made for its owner alone (0700) if it is not there; `chosen` instead of the
/// system's place for such things if it is not empty. An existing folder's permissions are left as they are.
/// Where it leads in the end must be this computer: `onNetwork` is asked for that. Errors: Store `folder.create`;
/// `folder.network`.
base::Result<QString> dataFolder(const QString &chosen = {}, bool (*onNetwork)(const QString &path) = isOnNetwork);

/// Replaces a file as a whole, readable by its owner alone, and returns when it would survive a loss of power.
/// Error: Store `file.write`.
base::Result<void> replaceFile(const QString &path, const QByteArray &content);
/// The whole of a file that replaceFile() has written. Error: Store `vault.read`.
base::Result<QByteArray> readFile(const QString &path);

}  // namespace platform
