#pragma once
// What the home page and the sidebar say is waiting (H2).

#include "domain/money.h"
#include "service/environment.h"

namespace service {

struct Waiting {
    qint64 staffWithoutWage = 0;
    QDateTime staffSyncedAt;  ///< invalid: never finished
    qint64 assessments = 0;   ///< 待申报, of the last answer
    domain::Money assessmentsTotal;
    QDateTime assessmentsLoadedAt;  ///< invalid: never asked
    qint64 arrears = 0;             ///< that can be paid now
    domain::Money arrearsTotal;
    qint64 openWageDeclarations = 0;  ///< 待提交, 待反馈, 结果未知
    qint64 openFeeDeclarations = 0;
    qint64 openPayments = 0;
    qint64 wageDraftLines = 0;
    qint64 unreadNotices = 0;
};

class HomeService final {
public:
    explicit HomeService(const Environment &environment) : m_env(environment) {}

    /// From the local store.
    base::Result<Waiting> waiting(const QString &unit);

private:
    Environment m_env;
};

}  // namespace service
