#pragma once
// 缴费工资申报 (manual 3.1.5; W rows).

#include "domain/wage.h"
#include "service/outbox.h"
#include "service/unit_service.h"
#include "service/wage_import.h"

#include <variant>

namespace service {

/// 批量修改 (W7): what is not set stays.
struct WageChange {
    std::optional<domain::Month> month;
    std::optional<domain::Money> amount;
    std::optional<int> ratioPpm;   ///< of the old wage, in millionths; to the 分, half up
    std::optional<QString> insurance;  ///< by insurance: only this wage; all of them when not set
};

/// A cell that was typed, pasted, or taken back.
struct WageEdit {
    using Value = std::variant<std::optional<domain::Money>, std::optional<domain::Month>>;
    store::WageDraftKey key;  ///< of a month: the person alone
    Value value;
};

struct WageCheckup {
    QVector<domain::WageFinding> findings;
    int jumpPercent = 0;  ///< the clerk's threshold
};

class WageService final {
public:
    WageService(const Environment &environment, Outbox &outbox, UnitService &units)
        : m_env(environment), m_outbox(outbox), m_units(units), m_importer(environment)
    {
    }

    /// Which of the two forms the clerk used last (W11).
    base::Result<bool> byInsurance(const QString &unit);
    base::Result<void> setByInsurance(const QString &unit, bool byInsurance);

    // The draft: every call below is on disk when it returns (W9).
    base::Result<QVector<domain::WageDraftLine>> draft(const QString &unit, const domain::WageForm &form);
    /// 单个录入. `wages`: by insurance one for each that is to be filled. Validation: staff.unknown, wage.duplicate (already
    /// in the draft), wage.no-insurance (by insurance: the person is in none).
    base::Result<void> add(const QString &unit, const domain::WageForm &form, const QString &staffId,
                           const QVector<domain::WageCell> &wages, const std::optional<domain::Month> &month);
    /// 添加所有正常缴费的职工, 按单位编号添加职工: those not in the draft yet. Returns how many were added.
    base::Result<qint64> addContributing(const QString &unit, const domain::WageForm &form,
                                         const store::WageDraftPeople &people = {});
    /// All of them or none.
    base::Result<void> set(const QString &unit, const domain::WageForm &form, const QVector<WageEdit> &edits);
    base::Result<void> setWage(const QString &unit, const domain::WageForm &form, const store::WageDraftKey &key,
                               const std::optional<domain::Money> &wage);
    base::Result<void> setMonth(const QString &unit, const domain::WageForm &form, const QString &staffId,
                                const std::optional<domain::Month> &month);
    /// All of the lines or none. By a ratio, a wage without an old one, or above `maximum` with it, stays as it is.
    /// Returns how many people have a wage that was changed.
    base::Result<qint64> change(const QString &unit, const domain::WageForm &form,
                                const QVector<domain::WageDraftLine> &lines, const WageChange &change,
                                domain::Money maximum);
    base::Result<void> remove(const QString &unit, const domain::WageForm &form, const QStringList &staffIds);

    /// Workbooks on their way into the draft (W10).
    WageImporter &importer() { return m_importer; }

    /// What blocks and what must be confirmed before 提交申报 (W2).
    base::Result<domain::WageDraftCheck> check(const QString &unit, const domain::WageForm &form);
    /// 申报体检 (X5) by the rules of the unit's pack.
    base::Result<WageCheckup> checkup(const QString &unit, const domain::WageForm &form);
    /// From how many percent on a change of wage is pointed out; 0: never.
    base::Result<void> setJumpPercent(int percent);
    /// Sends the whole draft; it is emptied in the transaction that stores the intent. `commitmentAccepted`: the clerk has
    /// agreed to the 承诺书 of the rule pack. Validation: wage.blocked, wage.empty, wage.commitment, wage.window (annual,
    /// outside its days).
    base::Result<domain::Submission> submit(const QString &unit, const domain::WageForm &form, bool commitmentAccepted,
                                            base::Job &job);

    /// 重新填报: the rejected lines of a declaration (all, if it was refused as a whole) are in the draft of their form
    /// again, to be corrected. Returns how many.
    base::Result<qint64> takeBackRejected(const QString &unit, const domain::Submission &submission);

    /// Lines of a declaration, rejected ones with their reason.
    base::Result<std::vector<domain::WageLine>> lines(const QString &submissionId);

private:
    std::optional<base::Error> obstacle(const domain::WageForm &form, const UnitProfile &profile,
                                        const domain::WageDraftCheck &check, bool commitmentAccepted) const;

    Environment m_env;
    Outbox &m_outbox;
    UnitService &m_units;
    WageImporter m_importer;
};

}  // namespace service
