#pragma once
// What the live file knows and a backup does not, on its way into the restored database (store/restore.h).

#include "base/sqlite.h"

#include <QStringList>

namespace store {

/// `live` is attached to the staged database, both have this program's schema, and no transaction is open: what is written
/// is one of its own. What the backup calls 待提交 and the live file does not know is 结果未知. Returns the live tables of which not all could be read, because the
/// file is damaged there; without damage none.
QStringList takeOverRows(base::sqlite::Connection &staged);
/// Without a live file: every 待提交 is 结果未知.
void doubtPending(base::sqlite::Connection &staged);
/// All that takeOverRows() reads.
const QStringList &takenOverTables();
/// Not the disk and not the program: what is in the file is not what it should be.
bool isDamage(const base::sqlite::Failure &failure);

}  // namespace store
