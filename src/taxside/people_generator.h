#pragma once
// People that do not exist: made from a seed, one after the other, so that a million need no memory.

#include "taxside/roster.h"

namespace taxside {

class PeopleGenerator final {
public:
    PeopleGenerator(const Registrant &unit, quint32 seed);
    /// The n-th person of the unit, from 0. Identity numbers are right by GB 11643, of 1900, and unique in the books.
    StaffRow person(qint64 n);

private:
    quint64 next();
    int below(int bound) { return static_cast<int>(next() % static_cast<quint64>(bound)); }
    QString plainName();
    void name(StaffRow &row, qint64 n);
    void document(StaffRow &row, qint64 n);
    void contribution(StaffRow &row, qint64 n);

    const Registrant &m_unit;
    quint32 m_seed;
    quint64 m_state = 0;
};

/// Makes `count` roster entries. A few people have a second entry under another 单位编号; they are among `count`.
void populate(World &world, const Registrant &unit, qint64 count);
/// Three people of 3,333.33 each: the rounding vector of field.md 3.4.
void populateVector(World &world, const Registrant &unit);
/// Adds one person to an existing roster.
void join(World &world, const Registrant &unit, qint64 seq);

}  // namespace taxside
