#pragma once
// The schema is described once: schema/vNNNN.sql, run in order. A new file takes the same steps as an old one. A step
// that was released is never edited.

#include "base/sqlite.h"

namespace store {

/// The version this program writes (the number of the last step).
int schemaVersion();
/// The file's user_version. Of a newer version's file nothing is changed: closing the connection then leaves its log beside it.
qint64 versionOf(base::sqlite::Connection &connection);
/// Brings a file from its user_version to schemaVersion() in one transaction. Expects user_version ≤ schemaVersion().
void migrate(base::sqlite::Connection &connection);

}  // namespace store
