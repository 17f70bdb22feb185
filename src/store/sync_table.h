#pragma once
// Where each pull stands, so that a cut-off one resumes at its cursor and every page can say how old it is.

#include "base/sqlite.h"
#include "store/values.h"

namespace store {

struct SyncState {
    QString cursor;  ///< not empty: cut off, resume here
    qint64 since = 0;
    qint64 generation = 0;
    qint64 done = 0;
    qint64 total = 0;
    qint64 sequence = 0;
    QDateTime syncedAt;
};

class SyncTable final {
public:
    explicit SyncTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    SyncState state(const QString &unit, const QString &stream) const
    {
        auto row = m_connection.query("SELECT cursor, since, generation, done, total, sequence, synced_at FROM sync_state"
                                      " WHERE registration_id = ? AND stream = ?",
                                      unit, stream);
        if (!row.next())
            return {};
        return {row.text(0),    row.integer(1), row.integer(2), row.integer(3),
                row.integer(4), row.integer(5), instant(row, 6)};
    }

    void save(const QString &unit, const QString &stream, const SyncState &state)
    {
        m_connection.run("INSERT OR REPLACE INTO sync_state (registration_id, stream, cursor, since, generation, done,"
                         " total, sequence, synced_at) VALUES (?,?,?,?,?,?,?,?,?)",
                         unit, stream, state.cursor, state.since, state.generation, state.done, state.total,
                         state.sequence, column(state.syncedAt));
    }

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
