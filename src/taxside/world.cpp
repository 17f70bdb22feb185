#include "taxside/world.h"

#include "base/encrypt_database.h"
#include "base/encrypted_files.h"

#include <QFile>

#include <stdexcept>

namespace taxside {

World::World(Options wanted) : options(std::move(wanted)) {}

bool World::open()
{
    // An empty path is SQLite's own private temporary database: it spills to disk, so a million people need no memory.
    if (!options.dbKey.isEmpty()) {
        base::sqlite::finishEncrypting(options.dbFile, options.dbKey);
        if (base::sqlite::isPlainDatabase(options.dbFile))
            base::sqlite::encryptDatabase(options.dbFile, options.dbKey);
    }
    db = std::make_unique<base::sqlite::Connection>(options.dbFile, base::sqlite::Access::ReadWrite, options.dbKey);
    db->script("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000; PRAGMA foreign_keys=ON;");
    const qint64 version = db->number("PRAGMA user_version");
    const QStringList steps = {QStringLiteral(":/taxside/schema.sql"), QStringLiteral(":/taxside/schema-2.sql"),
                               QStringLiteral(":/taxside/schema-3.sql"), QStringLiteral(":/taxside/schema-4.sql")};
    if (version > steps.size())
        throw std::runtime_error("the database was made by a newer version");
    base::sqlite::Transaction transaction(*db);
    for (const auto &path : steps.mid(version)) {
        QFile step(path);
        if (!step.open(QIODevice::ReadOnly))
            throw std::runtime_error("no schema");
        db->script(step.readAll());
    }
    transaction.commit();
    return db->number("SELECT count(*) FROM registration") == 0;
}

qint64 World::count(const char *series)
{
    auto row = db->query("INSERT INTO counter (name, value) VALUES (?, 1)"
                         " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
                         QString::fromLatin1(series));
    if (!row.next())
        throw std::runtime_error("no counter");
    const qint64 value = row.integer(0);
    while (row.next()) {}
    return value;
}

}  // namespace taxside
