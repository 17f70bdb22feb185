#pragma once
// Local data that cannot be opened any more (damaged, or without its key) makes room for a fresh start. Nothing is deleted.

#include "base/result.h"

#include <QDateTime>
#include <QString>

namespace app {

/// Whether a start that was refused with `error` would go well without the data that is there.
bool isUnreadable(const base::Error &error);
/// Whether nothing is wrong with the data, and only the next start was waited for (store/half_done.h).
bool mayGoWellAgain(const base::Error &error);
/// Moves database and key as they are, and whatever lies beside the database, into `unreadable-<time>` in the same folder,
/// whose path is returned. Nobody has them open. Cut off on the way, the next start refuses again and the rest can be set
/// aside as well. Error: Store `store.aside`.
base::Result<QString> setAside(const QString &dataFolder, const QDateTime &now);

}  // namespace app
