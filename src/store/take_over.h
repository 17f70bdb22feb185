#pragma once
// What the live file knows and a backup does not, on its way into the restored database (store/restore.h).

#include "base/sqlite.h"

namespace store {

/// `live` is attached to the staged database, both have this program's schema, and a transaction is open.
void takeOverRows(base::sqlite::Connection &staged);

}  // namespace store
