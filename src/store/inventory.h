#pragma once
// What the file holds, in numbers (一键诊断): never what stands in a row.

#include "base/sqlite.h"

#include <vector>

namespace store {

struct TableSize {
    QString name;
    qint64 rows = 0;
};

struct SubmissionCount {
    int kind = 0;
    int state = 0;
    qint64 count = 0;
};

/// A submission that was refused, failed or is in doubt. The tax side's words are left out: they can name somebody.
struct SubmissionTrouble {
    QString at;
    int kind = 0;
    int state = 0;
    QString code;
};

struct Inventory {
    int schema = 0;
    QString journal;
    qint64 bytes = 0;
    qint64 freeBytes = 0;
    std::vector<TableSize> tables;
    QString definition;  ///< the schema as SQL
    std::vector<SubmissionCount> submissions;
    std::vector<SubmissionTrouble> troubles;  ///< newest first, 100 at most
};

Inventory inventoryOf(base::sqlite::Connection &connection);

}  // namespace store
