// 申报体检 of fees (X5): FeeService::review and what it is made of.

#include "service/fee_service.h"
#include "store/fee_table.h"

#include <QSet>

#include <algorithm>

namespace service {

using base::sqlite::Connection;
using domain::FeeAssessment;

namespace {

constexpr qint64 kWindow = 2000;

}  // namespace

/// Downloads the people of a total unless they are here and add up to it.
base::Result<void> FeeService::ensurePersons(const QString &unit, const FeeAssessment &assessment, base::Job &job,
                                             qint64 done, qint64 total)
{
    const auto complete =
        m_env.store.read([&](Connection &c) { return store::FeeTable(c).personsComplete(unit, assessment); });
    if (!complete)
        return complete.error();
    if (*complete)
        return {};
    const auto loaded = download(unit, assessment.id, done, total, job);
    return loaded ? base::Result<void>() : loaded.error();
}

base::Result<domain::FeeCheck> FeeService::check(const QString &unit, const FeeRules &rules,
                                                 const FeeAssessment &assessment, base::Job &job)
{
    domain::FeeCheckup checkup(assessment, rules.pack, rules.unitType);
    for (qint64 offset = 0; assessment.hasPersons; offset += kWindow) {
        if (job.cancelled())
            return base::cancelled();
        const auto window = persons(unit, assessment.id, offset, kWindow);
        if (!window)
            return window.error();
        for (const auto &person : *window)
            checkup.look(person);
        if (static_cast<qint64>(window->size()) < kWindow)
            break;
    }
    return checkup.finish();
}

/// What was declared a month earlier; asked of the tax side when nothing of it is here. Not being able to ask is no
/// error: the comparison is a help, and says itself when it has nothing to compare with.
base::Result<QVector<domain::SubmissionItem>>
FeeService::monthBefore(const QString &unit, const QVector<FeeAssessment> &chosen, base::Job &job)
{
    QVector<domain::SubmissionItem> items;
    std::optional<domain::Month> first;
    QSet<int> months;
    for (const auto &assessment : chosen) {
        if (assessment.kind != domain::FeeKind::Daily)
            continue;
        months.insert(assessment.item.periodFrom.index() - 1);
        first = std::min(first.value_or(assessment.item.periodFrom), assessment.item.periodFrom);
    }
    const auto read = [&]() -> base::Result<void> {
        items.clear();
        const auto stored = m_env.store.read([&](Connection &c) {
            for (const int month : months)
                items += store::SubmissionTable(c).declaredItems(unit, domain::Month::fromIndex(month));
        });
        return stored;
    };
    if (const auto stored = read(); !stored)
        return stored.error();
    if (items.isEmpty() && first) {
        const auto synced = sync(unit, (*first - 1).day(1), m_env.clock.today(), job);
        if (const auto stored = read(); synced && !stored)
            return stored.error();
    }
    return items;
}

base::Result<FeeReview> FeeService::review(const QString &unit, const FeeRules &rules, domain::FeeKind kind,
                                           const QVector<domain::ConfirmedAmount> &confirmed, base::Job &job)
{
    const auto totals = chosen(unit, kind, confirmed);
    if (!totals)
        return totals.error();
    qint64 total = 0;
    for (const auto &assessment : *totals)
        total += assessment.hasPersons ? assessment.headcount : 0;
    FeeReview review;
    qint64 done = 0;
    for (const auto &assessment : *totals) {
        if (assessment.hasPersons) {
            if (const auto ready = ensurePersons(unit, assessment, job, done, total); !ready)
                return ready.error();
        }
        const auto checked = check(unit, rules, assessment, job);
        if (!checked)
            return checked.error();
        done += checked->people;
        job.report(done, total);
        review.people += checked->gap == domain::FeeCheckGap::None ? checked->people : 0;
        review.findings += checked->findingCount;
        review.checks.append(*checked);
    }
    const auto before = monthBefore(unit, *totals, job);
    if (!before)
        return before.error();
    review.months = domain::monthDifferences(*totals, *before);
    return review;
}

}  // namespace service
