#pragma once
// Faults one can order, to see how a client behaves. `kind[=value][:match[:times]]`; match is `METHOD /path`, a
// prefix, or a path alone; empty: every request. times absent: always.
//
//   latency=MS             the answer is late
//   slow=MS                … and its bytes come in pieces of 256, MS apart
//   drop-before, drop-after  the connection ends without a byte of an answer, before or after the work was done
//   reset, reset-after     the same with a TCP reset
//   late=MS                the connection ends at once without a byte of an answer; the work is done MS later
//   duplicate              the request arrives twice, as if something on the way had repeated it; the second answer is seen
//   cut                    done; the answer stops half-way through its bytes
//   status=N, status-after=N  a problem with that status, before or after the work was done
//   malformed              done; the answer is broken JSON
//   html[=N]               not done; a proxy's page, with status 200 or N
//   partial=CODE[,CODE…]   the first items of the next payment fail, each with one of these bank codes (once);
//                          CODE+late: the bank had taken the money all the same, and says so when its time has come
//                          again
//   reject=CODE            the next fee declaration, or voiding of one, is rejected (once)
//   lock-password          every login is answered 423

#include "base/result.h"

#include <QList>
#include <QStringList>

#include <mutex>
#include <optional>

namespace taxside {

struct Fault {
    QString kind;
    QString value;
    QString match;
    int times = -1;  ///< -1: always
    QString spec;
};

base::Result<Fault> faultOf(const QString &spec);

class FaultList final {
public:
    /// Replaces all; keeps the old ones when one of the new is not understood.
    base::Result<void> set(const QStringList &specs);
    /// Those that are still to come, as they were ordered.
    QStringList pending();
    /// Those for a request (`PUT /v1/payments/…`), each counted as used. Faults of business (partial, reject,
    /// lock-password) are not among them.
    QList<Fault> take(const QString &request);
    /// A business fault that is in force, counted as used.
    std::optional<Fault> takeOf(const QString &kind, const QString &request);

private:
    std::mutex m_mutex;
    QList<Fault> m_faults;
};

}  // namespace taxside
