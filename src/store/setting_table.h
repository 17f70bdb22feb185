#pragma once
// Settings of this installation that are not secrets (secrets: platform/vault).

#include "base/sqlite.h"

#include <QHash>

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

    /// What is kept for one unit has a key that ends in `/<registrationId>`.
    void removeOfUnit(const QString &unit)
    {
        const QString end = QLatin1Char('/') + unit;
        m_connection.run("DELETE FROM setting WHERE substr(key, ?) = ?", -end.size(), end);
    }

    void remove(const QString &key) { m_connection.run("DELETE FROM setting WHERE key = ?", key); }

    /// By key without the prefix.
    QHash<QString, QString> startingWith(const QString &prefix) const
    {
        QHash<QString, QString> values;
        auto row = m_connection.query("SELECT substr(key, ?), value FROM setting WHERE substr(key, 1, ?) = ?",
                                      prefix.size() + 1, prefix.size(), prefix);
        while (row.next())
            values.insert(row.text(0), row.text(1));
        return values;
    }

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
