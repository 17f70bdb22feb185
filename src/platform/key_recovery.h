#pragma once
// The store's key under the backup password: `store.key.recovery`, a sealed file (sealed_file.h) with nothing but the key in
// it. Whoever has lost `store.key`, or its user or machine, opens the data with the password that opens the backups.

#include "platform/sealed_file.h"

namespace platform {

/// Replaces what was there. Errors: as SealedWriter.
base::Result<void> keepRecovery(const QString &folder, const QByteArray &storeKey, const BackupKey &by);
bool hasRecovery(const QString &folder);
/// Before the password changes: one of an earlier password must not stay behind as if it were of this one.
void dropRecovery(const QString &folder);
/// Takes half a second. Errors: as SealedReader.
base::Result<QByteArray> recoveredKey(const QString &folder, const QString &password);

}  // namespace platform
