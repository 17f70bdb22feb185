#pragma once
// Settings of this installation that are not secrets (secrets: platform/vault).

#include "base/sqlite.h"

namespace store {

class SettingTable final {
public:
    explicit SettingTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    QString value(const QString &key, const QString &fallback = {}) const
    {
        auto row = m_connection.query("SELECT value FROM setting WHERE key = ?", key);
        return row.next() ? row.text(0) : fallback;
    }

    void set(const QString &key, const QString &value)
    {
        m_connection.run("INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key,
                         value);
    }

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
