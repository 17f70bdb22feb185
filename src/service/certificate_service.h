#pragma once
// 职工缴费证明 and 年金缴款通知单 (C1, C2), 缴款记录 and 单位缴费记录: made of what the store has, handed out under a
// number, kept as they were, found again by it.

#include "domain/certificate.h"
#include "service/environment.h"
#include "service/export.h"
#include "service/unit_service.h"
#include "store/certificate_table.h"

namespace service {

using store::CertificateQuery;

/// What was handed out together.
struct IssuedPaper {
    Paper paper;
    QStringList numbers;
};

class CertificateService final {
public:
    static constexpr int kMostAtOnce = 5000;

    explicit CertificateService(const Environment &environment) : m_env(environment) {}

    // Who may get one
    base::Result<qint64> count(const QString &unit, const domain::EmployeeQuery &query);
    base::Result<std::vector<domain::Employee>> window(const QString &unit, const domain::EmployeeQuery &query,
                                                       qint64 offset, qint64 limit);
    /// What the certificates of these employees would say. Validation: certificate.none-selected, certificate.too-many,
    /// certificate.not-fetched (a month of them is not here yet: DeclaredService::sync).
    base::Result<QVector<domain::Certificate>> gather(const UnitProfile &profile,
                                                      const domain::EmployeeSelection &selection, base::Job &job);

    /// Hands out. The same contents on the same day keep their number. Errors as those of gather(), Store.
    base::Result<IssuedPaper> issue(const UnitProfile &profile, const domain::EmployeeSelection &selection,
                                    base::Job &job);
    /// 缴款记录 of what these payments have paid. Validation: certificate.nothing-paid.
    base::Result<Paper> issuePayments(const UnitProfile &profile, const QStringList &paymentIds);
    /// 单位缴费记录: the receipts of these months. Validation: certificate.nothing-paid.
    base::Result<Paper> issueReceipts(const UnitProfile &profile, domain::MonthRange months);
    base::Result<Paper> issueAnnuity(const UnitProfile &profile, const domain::AnnuityNotice &notice);
    /// Asks the tax side. Business: module-off where the region has none.
    base::Result<QVector<domain::AnnuityNotice>> annuityNotices(const QString &unit, domain::MonthRange months,
                                                                base::Job &job);

    // 打印记录
    base::Result<qint64> recordCount(const QString &unit, const CertificateQuery &query);
    base::Result<std::vector<domain::CertificateRecord>> records(const QString &unit, const CertificateQuery &query,
                                                                 qint64 offset, qint64 limit);
    /// The document as it was handed out. Validation: certificate.unknown.
    base::Result<Paper> reopen(const QString &unit, const QString &number);
    /// A PDF for each, named by subject and number. Returns how many. Validation: certificate.unknown; Office,
    /// Cancelled.
    base::Result<qint64> writeEach(const QString &unit, const QStringList &numbers, const QString &folder,
                                   base::Job &job);

private:
    struct Draft;
    base::Result<QStringList> identitiesOf(const QString &unit, const domain::EmployeeSelection &selection);
    base::Result<IssuedPaper> handOut(const QString &unit, const QString &title, std::vector<Draft> drafts);
    base::Result<Paper> handOut(const QString &unit, Draft draft);

    Environment m_env;
};

}  // namespace service
