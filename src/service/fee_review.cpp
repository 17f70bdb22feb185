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

/// The tax side is asked each time: a part may have been declared elsewhere. Not being able to ask is no error, the
/// comparison is a help, and says what it rests on.
base::Result<void> FeeService::compareMonths(const QString &unit, const QVector<FeeAssessment> &chosen,
                                             FeeReview &review, base::Job &job)
{
    std::optional<domain::Month> first;
    QSet<int> months;
    for (const auto &assessment : chosen) {
        if (assessment.kind != domain::FeeKind::Daily)
            continue;
        months.insert(assessment.item.periodFrom.index());
        first = std::min(first.value_or(assessment.item.periodFrom), assessment.item.periodFrom);
    }
    if (!first)
        return {};
    review.monthBeforeAsked = sync(unit, (*first - 1).day(1), m_env.clock.today(), job).has_value();
    return m_env.store.read([&](Connection &c) {
        const store::SubmissionTable submissions(c);
        QVector<domain::SubmissionItem> before;
        QVector<domain::FeeItem> present;
        for (const int month : months) {
            before += submissions.declaredItems(unit, domain::Month::fromIndex(month - 1));
            for (const auto &held : submissions.heldItems(unit, domain::Month::fromIndex(month)))
                present.append(held.item);
        }
        for (const auto &waiting : store::FeeTable(c).assessments(unit, domain::FeeKind::Daily))
            present.append(waiting.item);
        review.months = domain::monthDifferences(chosen, before, present);
    });
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
    if (const auto compared = compareMonths(unit, *totals, review, job); !compared)
        return compared.error();
    return review;
}

}  // namespace service
