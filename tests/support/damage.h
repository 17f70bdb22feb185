#pragma once
// A table of a store that cannot be read any more: the root page of its tree and of each of its indices is overwritten.

#include "base/sqlite.h"

#include <QFile>

#include <vector>

namespace tests {

/// False if there is no such table, or its file cannot be written. `key` as base::sqlite::Connection has it.
inline bool damageTable(const QString &store, const QByteArray &key, const char *table)
{
    constexpr qint64 kPage = 4096;
    std::vector<qint64> roots;
    {
        base::sqlite::Connection connection(store, base::sqlite::Access::ReadWrite, key);
        auto tree = connection.query("SELECT rootpage FROM sqlite_master WHERE tbl_name = ? AND rootpage > 0",
                                     QString::fromLatin1(table));
        while (tree.next())
            roots.push_back(tree.integer(0));
    }
    QFile file(store);
    if (roots.empty() || !file.open(QIODevice::ReadWrite))
        return false;
    for (const auto root : roots) {
        if (!file.seek((root - 1) * kPage) || file.write(QByteArray(kPage, 'x')) != kPage)
            return false;
    }
    return true;
}

}  // namespace tests
