#include "service/wage_service.h"

#include "domain/rounding.h"
#include "store/setting_table.h"
#include "store/staff_table.h"

#include <algorithm>

namespace service {

using base::sqlite::Connection;
using domain::WageForm;
using domain::WageKind;
using store::WageTable;

namespace {

const QString kJumpSetting = QStringLiteral("wage.jump-percent");
const QString kJumpDefault = QStringLiteral("50");

QString byInsuranceSetting(const QString &unit)
{
    return QStringLiteral("wage.by-insurance/") + unit;
}

/// A cell for each insurance the person is in, filled with what was typed.
QVector<domain::WageCell> cellsOf(const WageTable &table, const QString &unit, const QString &staffId,
                                  const QVector<domain::WageCell> &typed)
{
    QVector<domain::WageCell> cells;
    for (const auto &insurance : table.insurancesOf(unit, staffId)) {
        const auto found = std::find_if(typed.begin(), typed.end(), [&](const auto &one) { return one.insurance == insurance; });
        cells.append({insurance, {}, found == typed.end() ? std::nullopt : found->newWage});
    }
    return cells;
}

/// What 批量修改 makes of one wage; nothing: it stays.
std::optional<domain::Money> changed(const domain::WageCell &cell, const WageChange &change, domain::Money maximum)
{
    if (change.insurance && *change.insurance != cell.insurance)
        return std::nullopt;
    std::optional<domain::Money> wage = change.amount;
    if (change.ratioPpm && cell.oldWage)
        wage = domain::charge(*cell.oldWage, *change.ratioPpm, domain::Rounding::HalfUpFen);
    return wage && *wage <= maximum ? wage : std::nullopt;
}

Intent intentOf(const WageForm &form, const QVector<domain::WageDraftLine> &lines, bool commitmentAccepted)
{
    Intent intent;
    intent.kind = domain::SubmissionKind::Wage;
    intent.variant = form.kind == WageKind::Daily ? QStringLiteral("daily") : QStringLiteral("annual");
    intent.clearsDraft = form;
    for (const auto &line : lines) {
        for (const auto &wage : line.wages) {
            if (!wage.newWage)
                continue;
            intent.lines.append({line.staffId, wage.insurance, line.name, line.documentType, line.documentNumber,
                                 wage.oldWage, *wage.newWage, line.effectiveMonth, {}, {}});
            intent.total += *wage.newWage;
        }
    }
    intent.headcount = lines.size();
    intent.itemCount = intent.lines.size();
    intent.body = gateway::wageBody(form, commitmentAccepted, intent.lines);
    return intent;
}

}  // namespace

base::Result<bool> WageService::byInsurance(const QString &unit)
{
    return m_env.store.read([&](Connection &c) { return !store::SettingTable(c).value(byInsuranceSetting(unit)).isEmpty(); });
}

base::Result<void> WageService::setByInsurance(const QString &unit, bool byInsurance)
{
    return m_env.store.write([&](Connection &c) {
        store::SettingTable(c).set(byInsuranceSetting(unit), byInsurance ? QStringLiteral("yes") : QString());
    });
}

base::Result<QVector<domain::WageDraftLine>> WageService::draft(const QString &unit, const WageForm &form)
{
    return m_env.store.read([&](Connection &c) { return WageTable(c).draft(unit, form); });
}

base::Result<void> WageService::add(const QString &unit, const WageForm &form, const QString &staffId,
                                    const QVector<domain::WageCell> &wages, const std::optional<domain::Month> &month)
{
    return m_env.store.write([&](Connection &c) {
        if (!store::StaffTable(c).find(unit, staffId))
            throw base::validation(QStringLiteral("staff.unknown"));
        WageTable table(c);
        if (table.peopleInDraft(unit, form).contains(staffId))
            throw base::validation(QStringLiteral("wage.duplicate"));
        const auto cells = form.byInsurance ? cellsOf(table, unit, staffId, wages) : wages;
        if (cells.isEmpty())
            throw base::validation(QStringLiteral("wage.no-insurance"));
        table.saveDraft(unit, form, {{staffId, cells, month}});
    });
}

base::Result<qint64> WageService::addContributing(const QString &unit, const WageForm &form,
                                                  const store::WageDraftPeople &people)
{
    return m_env.store.write([&](Connection &c) { return WageTable(c).addContributing(unit, form, people); });
}

base::Result<void> WageService::set(const QString &unit, const WageForm &form, const QVector<WageEdit> &edits)
{
    return m_env.store.write([&](Connection &c) {
        WageTable table(c);
        for (const auto &edit : edits) {
            if (const auto *wage = std::get_if<std::optional<domain::Money>>(&edit.value))
                table.setDraftWage(unit, form, edit.key, *wage);
            else
                table.setDraftMonth(unit, form, edit.key.staffId, std::get<std::optional<domain::Month>>(edit.value));
        }
    });
}

base::Result<void> WageService::setWage(const QString &unit, const WageForm &form, const store::WageDraftKey &key,
                                        const std::optional<domain::Money> &wage)
{
    return set(unit, form, {{key, wage}});
}

base::Result<void> WageService::setMonth(const QString &unit, const WageForm &form, const QString &staffId,
                                         const std::optional<domain::Month> &month)
{
    return set(unit, form, {{{staffId, {}}, month}});
}

base::Result<qint64> WageService::change(const QString &unit, const WageForm &form,
                                         const QVector<domain::WageDraftLine> &lines, const WageChange &change,
                                         domain::Money maximum)
{
    return m_env.store.write([&](Connection &c) {
        WageTable table(c);
        qint64 people = 0;
        for (const auto &line : lines) {
            if (change.month)
                table.setDraftMonth(unit, form, line.staffId, change.month);
            bool any = false;
            for (const auto &cell : line.wages) {
                const auto wage = changed(cell, change, maximum);
                if (!wage)
                    continue;
                table.setDraftWage(unit, form, {line.staffId, cell.insurance}, wage);
                any = true;
            }
            people += any ? 1 : 0;
        }
        return people;
    });
}

base::Result<void> WageService::remove(const QString &unit, const WageForm &form, const QStringList &staffIds)
{
    return m_env.store.write([&](Connection &c) {
        WageTable table(c);
        for (const auto &staffId : staffIds)
            table.removeFromDraft(unit, form, staffId);
    });
}

base::Result<domain::WageDraftCheck> WageService::check(const QString &unit, const WageForm &form)
{
    const auto profile = m_units.profile(unit);
    if (!profile)
        return profile.error();
    const auto lines = draft(unit, form);
    if (!lines)
        return lines.error();
    return domain::checkWageDraft(*lines, form, profile->pack.wage, domain::Month::of(m_env.clock.today()));
}

base::Result<WageCheckup> WageService::checkup(const QString &unit, const WageForm &form)
{
    const auto profile = m_units.profile(unit);
    if (!profile)
        return profile.error();
    return m_env.store.read([&](Connection &c) {
        const WageTable table(c);
        const int percent = store::SettingTable(c).value(kJumpSetting, kJumpDefault).toInt();
        const domain::WageCheckupRules rules{form, profile->pack, domain::wageInsurances(profile->unit),
                                             domain::Month::of(m_env.clock.today()), percent};
        return WageCheckup{domain::wageFindings(table.draft(unit, form), rules, table.surroundings(unit, form)), percent};
    });
}

base::Result<void> WageService::setJumpPercent(int percent)
{
    return m_env.store.write([&](Connection &c) { store::SettingTable(c).set(kJumpSetting, QString::number(percent)); });
}

std::optional<base::Error> WageService::obstacle(const WageForm &form, const UnitProfile &profile,
                                                 const domain::WageDraftCheck &check, bool commitmentAccepted) const
{
    if (check.people == 0)
        return base::validation(QStringLiteral("wage.empty"));
    if (check.blocked())
        return base::validation(QStringLiteral("wage.blocked"));
    const auto window = domain::annualWindow(profile.pack.wage, m_env.clock.today());
    if (form.kind == WageKind::Annual && !(window && window->open))
        return base::validation(QStringLiteral("wage.window"));
    if (!profile.pack.wage.commitment.isEmpty() && !commitmentAccepted)
        return base::validation(QStringLiteral("wage.commitment"));
    return std::nullopt;
}

base::Result<domain::Submission> WageService::submit(const QString &unit, const WageForm &form, bool commitmentAccepted,
                                                     base::Job &job)
{
    const auto profile = m_units.profile(unit);
    if (!profile)
        return profile.error();
    const auto lines = draft(unit, form);
    if (!lines)
        return lines.error();
    const auto checked = domain::checkWageDraft(*lines, form, profile->pack.wage, domain::Month::of(m_env.clock.today()));
    if (const auto error = obstacle(form, *profile, checked, commitmentAccepted))
        return *error;
    return m_outbox.submit(unit, intentOf(form, *lines, commitmentAccepted), job);
}

base::Result<qint64> WageService::takeBackRejected(const QString &unit, const domain::Submission &submission)
{
    return m_env.store.write([&](Connection &c) {
        WageTable table(c);
        const auto lines = table.lines(submission.id);
        const bool byInsurance = !lines.empty() && !lines.front().insurance.isEmpty();
        store::SettingTable(c).set(byInsuranceSetting(unit), byInsurance ? QStringLiteral("yes") : QString());
        const bool whole = domain::isRefusedWhole(submission.state, lines);
        return table.returnToDraft(unit, domain::wageKindOf(submission), submission.id,
                                   whole ? WageTable::Returned::All : WageTable::Returned::Rejected);
    });
}

base::Result<std::vector<domain::WageLine>> WageService::lines(const QString &submissionId)
{
    return m_env.store.read([&](Connection &c) { return WageTable(c).lines(submissionId); });
}

}  // namespace service
