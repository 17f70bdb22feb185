#pragma once
// What the home page and the sidebar say is waiting (H2).

#include "domain/receipt.h"
#include "service/backup_service.h"
#include "service/environment.h"

#include <mutex>

namespace service {

struct Waiting {
    qint64 staffWithoutWage = 0;
    QDateTime staffSyncedAt;  ///< invalid: never finished
    qint64 assessments = 0;   ///< 待申报, of the last answer
    domain::Money assessmentsTotal;
    QDateTime assessmentsLoadedAt;  ///< invalid: never asked
    domain::Money declaredTotal;    ///< 日常申报 of this month that succeeded, of all channels known here
    qint64 arrears = 0;             ///< that can be paid now
    domain::Money arrearsTotal;
    qint64 inVouchers = 0;          ///< arrears in valid vouchers: unpaid, but not to be paid another way
    domain::Money inVouchersTotal;
    QDateTime arrearsLoadedAt;      ///< invalid: never asked
    qint64 openWageDeclarations = 0;  ///< 待提交, 待反馈, 结果未知
    qint64 openFeeDeclarations = 0;
    qint64 openPayments = 0;
    qint64 openVouchers = 0;
    QVector<domain::SubmissionKind> unanswered;  ///< of those that are 结果未知, oldest first (X1)
    qint64 wageDraftLines = 0;
    qint64 unreadNotices = 0;
    OverdueBackup backup;
};

/// The months in pictures (X9).
struct HomePictures {
    domain::MonthRange months;
    QVector<domain::MonthlySum> sums;  ///< 应缴 and 到账 by 征收项目
    QDateTime booksLoadedAt;           ///< of the older of the two; invalid: never
    QVector<qint64> headcount;         ///< insured people, one count for each month
    QDateTime staffSyncedAt;           ///< invalid: never finished, and no headcount
};

class HomeService final {
public:
    explicit HomeService(const Environment &environment) : m_env(environment) {}

    /// From the local store.
    base::Result<Waiting> waiting(const QString &unit);
    /// From the local store. People are counted again when there was an update.
    base::Result<HomePictures> pictures(const QString &unit, domain::MonthRange months);

private:
    struct Counted {
        QString unit;
        domain::MonthRange months;
        QDateTime at;
        QVector<qint64> headcount;
    };
    QVector<qint64> headcount(base::sqlite::Connection &connection, const QString &unit, domain::MonthRange months,
                              const QDateTime &syncedAt);

    std::mutex m_counting;
    std::optional<Counted> m_counted;
    Environment m_env;
};

}  // namespace service
