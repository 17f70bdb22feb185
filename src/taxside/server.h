#pragma once
// The reference tax side: docs/api/tax-side.yaml over HTTP, state in SQLite. Runs in a program of its own
// (shebao-taxside) and inside the client as practice mode.

#include "base/clock.h"
#include "base/result.h"
#include "taxside/options.h"

#include <QByteArray>

#include <memory>

namespace taxside {

class Server final {
public:
    explicit Server(Options options);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Opens the database, makes the scenario's units when it is new, and listens. The URL, without a final slash.
    /// Once: a server that was stopped does not start again, another one on the same dbFile goes on.
    base::Result<QString> start();
    void stop();

    const Options &options() const;
    /// Replaces all ordered faults.
    base::Result<void> setFaults(QStringList faults);
    /// Those that have not been used up.
    QStringList pendingFaults();
    /// What /admin/ledger shows: everything that was accepted, how often each total was declared and each arrear paid.
    QByteArray ledgerJson();
    /// Moving it forward settles what is due and opens new months with the next request.
    base::Clock &clock();

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace taxside
