#pragma once
// The payments of every machine, asked for before anything depends on what is paid (X4).

#include "service/environment.h"

namespace service {

/// Merges those that were sent on these China days, and what they leave in doubt. Returns how many there were; 0 where the tax
/// side has no such list.
base::Result<qint64> syncPayments(const Environment &environment, const QString &unit, QDate from, QDate to, base::Job &job);
/// Of the last two months, and of as long as the oldest arrear known here may have been paid. A day beyond today: this
/// computer's clock may be slow.
base::Result<qint64> syncRecentPayments(const Environment &environment, const QString &unit, base::Job &job);

}  // namespace service
