#pragma once
// Names of the pulls in store::SyncTable.

#include "domain/submission.h"

namespace service {

inline const QString kStaffStream = QStringLiteral("staff");
inline const QString kArrearStream = QStringLiteral("arrears");
inline const QString kBaseStream = QStringLiteral("contribution-bases");
inline const QString kPayableStream = QStringLiteral("payables");
inline const QString kReceiptStream = QStringLiteral("receipts");
inline const QString kNoticeStream = QStringLiteral("notices");
inline const QString kDeclaredStream = QStringLiteral("declared-persons");

inline QString assessmentStream(domain::FeeKind kind)
{
    return kind == domain::FeeKind::Daily ? QStringLiteral("fee-daily") : QStringLiteral("fee-special");
}

}  // namespace service
