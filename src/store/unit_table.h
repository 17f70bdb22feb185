#pragma once
// Units, their insurance registrations and rule packs (L5, L6, S6, S7).

#include "base/sqlite.h"
#include "domain/unit.h"

#include <QDateTime>

#include <optional>

namespace store {

struct StoredRulePack {
    QString etag;
    QString body;  ///< as the tax side sent it; gateway reads it
};

class UnitTable final {
public:
    explicit UnitTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    /// Inserts or refreshes; keeps lastLogin and puts the unit back on the list.
    void save(const domain::Unit &unit, domain::CollectionMode mode, const QDateTime &now);
    std::optional<domain::Unit> find(const QString &unit) const;
    QDateTime syncedAt(const QString &unit) const;
    QVector<domain::KnownUnit> listed() const;
    /// Whether anything of any unit is stored, listed or not.
    bool any() const;
    /// The registrationId of the one that logged in last; empty: none.
    QString ofTaxNumber(const QString &taxNumber) const;
    /// What hangs on a unit, in rows (L6: removing says what goes).
    domain::UnitHoldings holdings(const QString &unit) const;
    void markLogin(const QString &unit, const QDateTime &now);
    /// Takes it off the list and keeps its data (store/unit_erasure.h does not).
    void unlist(const QString &unit);

    void saveRulePack(const QString &unit, const StoredRulePack &pack);
    std::optional<StoredRulePack> rulePack(const QString &unit) const;

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
