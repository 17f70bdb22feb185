#pragma once
// Data whose key is lost, or another user's or machine's, and the backup password that opens it all the same.

#include "base/result.h"

#include <QString>

namespace app {

/// Whether a start that was refused with `error` may go well with a recovered key.
bool mayRecoverKey(const base::Error &error, const QString &dataFolder);
/// Puts the key in its place once the data opens with it; what lay there is kept as `store.key.old`. Nobody has the data
/// open. Errors: as platform::recoveredKey(); Store `store.key-wrong` (it opens nothing here), `file.write`.
base::Result<void> recoverKey(const QString &dataFolder, const QString &password);

}  // namespace app
