#pragma once
// A table of a store that cannot be read any more: the root page of its tree is overwritten.

#include "base/sqlite.h"

#include <QFile>

namespace tests {

/// A table, or an index by its name. False if there is none, or its file cannot be written. `key` as base::sqlite::Connection
/// has it.
inline bool damageTable(const QString &store, const QByteArray &key, const char *table)
{
    constexpr qint64 kPage = 4096;
    qint64 root = 0;
    {
        base::sqlite::Connection connection(store, base::sqlite::Access::ReadWrite, key);
        auto tree = connection.query("SELECT rootpage FROM sqlite_master WHERE name = ?", QString::fromLatin1(table));
        root = tree.next() ? tree.integer(0) : 0;
    }
    QFile file(store);
    return root > 1 && file.open(QIODevice::ReadWrite) && file.seek((root - 1) * kPage)
        && file.write(QByteArray(kPage, 'x')) == kPage;
}

}  // namespace tests
