#include "store/inventory.h"

namespace store {

using base::sqlite::Connection;

namespace {

qint64 number(Connection &c, const char *sql)
{
    auto row = c.query(sql);
    return row.next() ? row.integer(0) : 0;
}

void readTables(Connection &c, Inventory &into)
{
    auto table = c.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name");
    while (table.next()) {
        const QString name = table.text(0);
        auto row = c.queryText(QByteArray("SELECT count(*) FROM \"") + name.toUtf8() + '"');
        into.tables.push_back({name, row.next() ? row.integer(0) : 0});
    }
    auto part = c.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name");
    while (part.next())
        into.definition += part.text(0) + QStringLiteral(";\n");
}

void readSubmissions(Connection &c, Inventory &into)
{
    auto sum = c.query("SELECT kind, state, count(*) FROM submission GROUP BY kind, state ORDER BY kind, state");
    while (sum.next())
        into.submissions.push_back({int(sum.integer(0)), int(sum.integer(1)), sum.integer(2)});
    auto event = c.query("SELECT e.at, s.kind, e.state, e.reason_code FROM submission_event e JOIN submission s ON s.id = e.submission_id"
                         " WHERE e.reason_code <> '' ORDER BY e.at DESC LIMIT 100");
    while (event.next())
        into.troubles.push_back({event.text(0), int(event.integer(1)), int(event.integer(2)), event.text(3)});
}

}  // namespace

Inventory inventoryOf(Connection &c)
{
    Inventory found;
    found.schema = int(number(c, "PRAGMA user_version"));
    auto journal = c.query("PRAGMA journal_mode");
    if (journal.next())
        found.journal = journal.text(0);
    const qint64 page = number(c, "PRAGMA page_size");
    found.bytes = page * number(c, "PRAGMA page_count");
    found.freeBytes = page * number(c, "PRAGMA freelist_count");
    readTables(c, found);
    readSubmissions(c, found);
    return found;
}

}  // namespace store
