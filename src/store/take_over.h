#pragma once
// What the live file knows and a backup does not, on its way into the restored database (store/restore.h).

#include "base/sqlite.h"

namespace store {

/// `live` is attached to the staged database, both have this program's schema, and a transaction is open. What the backup
/// calls 待提交 and the live file does not know is 结果未知.
void takeOverRows(base::sqlite::Connection &staged);
/// Without a live file: every 待提交 is 结果未知.
void doubtPending(base::sqlite::Connection &staged);

}  // namespace store
