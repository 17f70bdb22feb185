#pragma once
// The key of a data folder's databases (X3): 64 random bytes in `store.key`, made once and never written again. On
// Windows under the system's own protection (DPAPI): another user, or the same files on another machine, cannot open
// it. Elsewhere the file's permissions (0600) must do. It is no part of the vault, which is written whenever a password
// is remembered: whoever loses this file loses all but the backups.

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace platform {

/// `mayMake`: there is nothing yet that only an earlier key could open. Errors: Store `store.key-missing`,
/// `store.key-foreign` (not this user's or machine's, or damaged), `vault.read`, `vault.crypto`, `file.write`.
base::Result<QByteArray> storeKey(const QString &folder, bool mayMake);

}  // namespace platform
