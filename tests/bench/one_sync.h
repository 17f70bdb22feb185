#pragma once
// One first download in a window of its own process, so that the memory it takes is that of the client alone.

#include "support/units.h"

#include <QUrl>

namespace bench {

using tests::kUnit;
inline const QString kFirstPassword = QStringLiteral("000001");
inline const QString kPassword = QStringLiteral("chen-2026");

struct Order {
    QUrl server;
    int cancels = 0;
    int scrollSeconds = 5;
    int typed = 0;   ///< how many people are searched for
    QString folder;  ///< the client's data are left here; empty: nowhere
    bool where = false;
};

/// Changes the first password, so that every client after this logs in with kPassword.
bool claimUnit(const QUrl &server);
/// Prints the figures as one JSON object.
int runOne(const Order &order);

}  // namespace bench
