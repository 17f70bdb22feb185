#pragma once
// 缴费工资申报 (manual 3.1.5; W rows).

#include "domain/wage.h"
#include "service/outbox.h"
#include "service/unit_service.h"
#include "service/wage_import.h"

namespace service {

/// 批量修改 (W7): what is not set stays.
struct WageChange {
    std::optional<domain::Month> month;
    std::optional<domain::Money> amount;
    std::optional<int> ratioPpm;  ///< of the old wage, in millionths; to the 分, half up
};

class WageService final {
public:
    WageService(const Environment &environment, Outbox &outbox, UnitService &units)
        : m_env(environment), m_outbox(outbox), m_units(units), m_importer(environment)
    {
    }

    // The draft: every call below is on disk when it returns (W9).
    base::Result<QVector<domain::WageDraftLine>> draft(const QString &unit, domain::WageKind kind);
    /// 单个录入. Validation: staff.unknown, wage.duplicate (already in the draft).
    base::Result<void> add(const QString &unit, domain::WageKind kind, const QString &staffId,
                           const std::optional<domain::Money> &wage, const std::optional<domain::Month> &month);
    /// 添加所有正常缴费的职工: those not in the draft yet. Returns how many were added.
    base::Result<qint64> addAllContributing(const QString &unit, domain::WageKind kind);
    base::Result<void> setWage(const QString &unit, domain::WageKind kind, const store::WageDraftKey &key,
                               const std::optional<domain::Money> &wage);
    base::Result<void> setMonth(const QString &unit, domain::WageKind kind, const store::WageDraftKey &key,
                                const std::optional<domain::Month> &month);
    /// All of the lines or none. By a ratio, a line without an old wage, or above `maximum` with it, keeps its wage.
    /// Returns how many wages were changed.
    base::Result<qint64> change(const QString &unit, domain::WageKind kind, const QVector<domain::WageDraftLine> &lines,
                                const WageChange &change, domain::Money maximum);
    base::Result<void> remove(const QString &unit, domain::WageKind kind, const QVector<store::WageDraftKey> &keys);

    /// Workbooks on their way into the draft (W10).
    WageImporter &importer() { return m_importer; }

    /// What blocks and what must be confirmed before 提交申报 (W2).
    base::Result<domain::WageDraftCheck> check(const QString &unit, domain::WageKind kind);
    /// Sends the whole draft; it is emptied in the transaction that stores the intent. Validation: wage.blocked, wage.empty.
    base::Result<domain::Submission> submit(const QString &unit, domain::WageKind kind, base::Job &job);

    /// Lines of a declaration, rejected ones with their reason.
    base::Result<std::vector<domain::WageLine>> lines(const QString &submissionId);

private:
    Environment m_env;
    Outbox &m_outbox;
    UnitService &m_units;
    WageImporter m_importer;
};

}  // namespace service
