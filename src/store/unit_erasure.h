#pragma once
// Removes what is kept of a unit. A large one is millions of rows: in pieces, each its own transaction, so that whoever else
// writes waits for one of them only. What is cut off leaves the unit in the list, with what is left of it, and nothing of
// that is taken for whole; it is gone on with by removing the unit once more.

#include "base/sqlite.h"

namespace store {

class UnitErasure final {
public:
    UnitErasure(base::sqlite::Connection &connection, const QString &unit) : m_connection(connection), m_unit(unit) {}

    /// From now on nothing here counts as fetched.
    void begin();
    /// How many rows there are to go in pieces.
    qint64 count() const;
    /// Removes some of them; how many, 0 when none is left.
    qint64 removeSome();
    /// The unit, and what is small.
    void end();

private:
    base::sqlite::Connection &m_connection;
    QString m_unit;
};

}  // namespace store
