#include "service/wage_service.h"

#include "domain/rounding.h"
#include "store/staff_table.h"

namespace service {

using base::sqlite::Connection;
using domain::WageKind;
using store::WageTable;

base::Result<QVector<domain::WageDraftLine>> WageService::draft(const QString &unit, WageKind kind)
{
    return m_env.store.read([&](Connection &c) { return WageTable(c).draft(unit, kind); });
}

base::Result<void> WageService::add(const QString &unit, WageKind kind, const QString &staffId,
                                    const std::optional<domain::Money> &wage, const std::optional<domain::Month> &month)
{
    return m_env.store.write([&](Connection &c) {
        if (!store::StaffTable(c).find(unit, staffId))
            throw base::validation(QStringLiteral("staff.unknown"));
        WageTable table(c);
        if (table.hasDraftLine(unit, kind, {staffId, {}}))
            throw base::validation(QStringLiteral("wage.duplicate"));
        table.saveDraftLine(unit, kind, {staffId, {}}, wage, month);
    });
}

base::Result<qint64> WageService::addAllContributing(const QString &unit, WageKind kind)
{
    return m_env.store.write([&](Connection &c) { return WageTable(c).addAllContributing(unit, kind); });
}

base::Result<void> WageService::setWage(const QString &unit, WageKind kind, const store::WageDraftKey &key,
                                        const std::optional<domain::Money> &wage)
{
    return m_env.store.write([&](Connection &c) { WageTable(c).setDraftWage(unit, kind, key, wage); });
}

base::Result<void> WageService::setMonth(const QString &unit, WageKind kind, const store::WageDraftKey &key,
                                         const std::optional<domain::Month> &month)
{
    return m_env.store.write([&](Connection &c) { WageTable(c).setDraftMonth(unit, kind, key, month); });
}

base::Result<qint64> WageService::change(const QString &unit, WageKind kind, const QVector<domain::WageDraftLine> &lines,
                                         const WageChange &change, domain::Money maximum)
{
    return m_env.store.write([&](Connection &c) {
        WageTable table(c);
        qint64 changed = 0;
        for (const auto &line : lines) {
            const store::WageDraftKey key{line.staffId, line.insurance};
            if (change.month)
                table.setDraftMonth(unit, kind, key, change.month);
            std::optional<domain::Money> wage = change.amount;
            if (change.ratioPpm && line.oldWage)
                wage = domain::charge(*line.oldWage, *change.ratioPpm, domain::Rounding::HalfUpFen);
            if (!wage || *wage > maximum)
                continue;
            table.setDraftWage(unit, kind, key, wage);
            ++changed;
        }
        return changed;
    });
}

base::Result<void> WageService::remove(const QString &unit, WageKind kind, const QVector<store::WageDraftKey> &keys)
{
    return m_env.store.write([&](Connection &c) {
        WageTable table(c);
        for (const auto &key : keys)
            table.removeDraftLine(unit, kind, key);
    });
}

base::Result<domain::WageDraftCheck> WageService::check(const QString &unit, WageKind kind)
{
    const auto profile = m_units.profile(unit);
    if (!profile)
        return profile.error();
    const auto lines = draft(unit, kind);
    if (!lines)
        return lines.error();
    return domain::checkWageDraft(*lines, kind, profile->pack.wage, domain::Month::of(m_env.clock.today()));
}

base::Result<domain::Submission> WageService::submit(const QString &unit, WageKind kind, base::Job &job)
{
    const auto checked = check(unit, kind);
    if (!checked)
        return checked.error();
    if (checked->lines == 0)
        return base::validation(QStringLiteral("wage.empty"));
    if (checked->blocked())
        return base::validation(QStringLiteral("wage.blocked"));
    const auto lines = draft(unit, kind);
    if (!lines)
        return lines.error();
    Intent intent;
    intent.kind = domain::SubmissionKind::Wage;
    intent.variant = kind == WageKind::Daily ? QStringLiteral("daily") : QStringLiteral("annual");
    intent.clearsDraft = kind;
    bool byInsurance = false;
    for (const auto &line : *lines) {
        byInsurance = byInsurance || !line.insurance.isEmpty();
        intent.lines.append({line.staffId, line.insurance, line.name, line.documentType, line.documentNumber, line.oldWage,
                             *line.newWage, line.effectiveMonth, {}, {}});
        intent.total += *line.newWage;
    }
    intent.itemCount = intent.headcount = intent.lines.size();
    intent.body = gateway::wageBody(kind, byInsurance, intent.lines);
    return m_outbox.submit(unit, intent, job);
}

base::Result<std::vector<domain::WageLine>> WageService::lines(const QString &submissionId)
{
    return m_env.store.read([&](Connection &c) { return WageTable(c).lines(submissionId); });
}

}  // namespace service
