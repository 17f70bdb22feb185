#pragma once
// The key of a data folder's databases (X3): 64 random bytes in `store.key`, made once and never written again. On
// Windows under the system's own protection (DPAPI): another user, or the same files on another machine, cannot open
// it. Elsewhere the file's permissions (0600) must do. It is no part of the vault, which is written whenever a password
// is remembered: whoever loses this file needs a backup, or the password of the backups (key_recovery.h).

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace platform {

/// `mayMake`: there is nothing yet that only an earlier key could open. Errors: Store `store.key-missing`,
/// `store.key-foreign` (not this user's or machine's, or damaged), `vault.read`, `vault.crypto`, `file.write`.
base::Result<QByteArray> storeKey(const QString &folder, bool mayMake);
/// One that was recovered (key_recovery.h), in the place of one that does not open the data. Errors: Store `vault.crypto`,
/// `file.write`.
base::Result<void> putStoreKey(const QString &folder, const QByteArray &key);

}  // namespace platform
