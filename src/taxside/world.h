#pragma once
// What every handler works on: the books, the clock, the rules. One mutex guards the database connection; it is held for
// the whole of a request's handling, which keeps reads consistent.

#include "base/clock.h"
#include "base/sqlite.h"
#include "taxside/faults.h"
#include "taxside/options.h"
#include "taxside/rule_packs.h"

#include <memory>
#include <mutex>

namespace taxside {

struct World final {
    explicit World(Options wanted);

    /// Opens the books; a new or empty file gets the schema. True when there is nothing in it yet.
    bool open();
    /// The next number of a named series, from 1 on.
    qint64 count(const char *series);
    qint64 nowMs() const { return clock.now().toMSecsSinceEpoch(); }
    QString today() const { return clock.today().toString(Qt::ISODate); }
    domain::Month month() const { return domain::Month::of(clock.today()); }

    Options options;
    base::Clock clock;
    RulePacks packs;
    FaultList faults;
    std::mutex mutex;
    std::unique_ptr<base::sqlite::Connection> db;
};

}  // namespace taxside
