#include "service/fee_service.h"

#include "base/ids.h"
#include "gateway/fee.h"
#include "office/person_sheet.h"
#include "service/payment_sync.h"
#include "service/streams.h"
#include "service/walk_pages.h"
#include "store/fee_table.h"
#include "store/sync_table.h"

#include <algorithm>

namespace service {

using base::sqlite::Connection;
using domain::FeeKind;
using domain::SubmissionKind;
using domain::SubmissionState;
using store::FeeTable;
using store::SubmissionTable;

namespace {

domain::SubmissionItem itemOf(const domain::FeeAssessment &assessment)
{
    domain::SubmissionItem item;
    item.key = assessment.id;
    item.item = assessment.item;
    item.headcount = assessment.headcount;
    item.amount = assessment.payable;
    return item;
}

}  // namespace

base::Result<AssessmentList> FeeService::assessments(const QString &unit, FeeKind kind)
{
    return m_env.store.read([&](Connection &c) {
        return AssessmentList{FeeTable(c).assessments(unit, kind),
                              store::SyncTable(c).state(unit, assessmentStream(kind)).syncedAt};
    });
}

base::Result<AssessmentList> FeeService::refresh(const QString &unit, FeeKind kind, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    const auto fetched = gateway::fetchAssessments(*access, kind, job);
    if (!fetched)
        return fetched.error();
    const auto stored = m_env.store.write([&](Connection &c) {
        FeeTable(c).replaceAssessments(unit, kind, *fetched);
        store::SyncState state;
        state.syncedAt = m_env.clock.now();
        store::SyncTable(c).save(unit, assessmentStream(kind), state);
    });
    if (!stored)
        return stored.error();
    return assessments(unit, kind);
}

base::Result<qint64> FeeService::loadPersons(const QString &unit, const QString &assessmentId, base::Job &job)
{
    return download(unit, assessmentId, 0, 0, job);
}

base::Result<FeePersonList> FeeService::personsHere(const QString &unit, const domain::FeeAssessment &assessment)
{
    return m_env.store.read([&](Connection &c) {
        const FeeTable table(c);
        return FeePersonList{table.personsComplete(unit, assessment), table.personCount(unit, assessment.id),
                             table.personsLoadedAt(unit, assessment.id)};
    });
}

base::Result<void> FeeService::dropCutOff()
{
    return m_env.store.write([](Connection &c) { FeeTable(c).dropWalks(); });
}

/// `before` people of `total` are done already; a total of 0 is what the tax side says of these.
base::Result<qint64> FeeService::download(const QString &unit, const QString &assessmentId, qint64 before, qint64 total,
                                          base::Job &job)
{
    const QString name = base::newId();
    const auto done = walk(unit, assessmentId, name, before, total, job);
    if (!done)
        (void)m_env.store.writeRepeatable([&](Connection &c) {
            FeeTable(c).dropWalk(name);
            return true;
        });
    return done;
}

base::Result<qint64> FeeService::walk(const QString &unit, const QString &assessmentId, const QString &walk,
                                      qint64 before, qint64 total, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    qint64 done = 0;
    const auto walked = walkPages(
        QString(), job,
        [&](const QString &cursor) { return gateway::fetchFeePersons(*access, assessmentId, cursor, kPageSize, job); },
        [&](const gateway::FeePersonPage &page) -> base::Result<void> {
            const auto stored = m_env.store.writeRepeatable([&](Connection &c) {
                FeeTable(c).appendPersons(unit, assessmentId, walk, done, page.rows);
                return true;
            });
            if (!stored)
                return stored.error();
            done += qint64(page.rows.size());
            job.report(before + done, total > 0 ? total : page.total);
            return {};
        });
    if (!walked)
        return walked.error();
    const auto shown = m_env.store.write(
        [&](Connection &c) { FeeTable(c).showPersons(unit, assessmentId, walk, m_env.clock.now()); });
    m_places.forget();
    return shown ? base::Result<qint64>(done) : shown.error();
}

base::Result<std::vector<domain::FeePerson>> FeeService::persons(const QString &unit, const QString &assessmentId,
                                                                 qint64 offset, qint64 limit)
{
    return m_env.store.read([&](Connection &c) { return FeeTable(c).persons(unit, assessmentId, offset, limit); });
}

std::shared_ptr<const store::FeePersonPlaces> FeeService::placesOf(Connection &connection, const Viewed &viewed)
{
    return m_places.get(viewed, [&] {
        return FeeTable(connection).personPlaces(viewed.unit, viewed.assessmentId, viewed.view);
    });
}

base::Result<qint64> FeeService::countPersons(const QString &unit, const QString &assessmentId,
                                              const domain::FeePersonView &view)
{
    return m_env.store.read([&](Connection &c) {
        return view.isAll() ? FeeTable(c).personCount(unit, assessmentId)
                            : qint64(placesOf(c, {unit, assessmentId, view})->size());
    });
}

base::Result<std::vector<domain::NumberedPerson>> FeeService::personWindow(const QString &unit,
                                                                           const QString &assessmentId,
                                                                           const domain::FeePersonView &view,
                                                                           qint64 offset, qint64 limit)
{
    return m_env.store.read([&](Connection &c) {
        const FeeTable table(c);
        if (!view.isAll())
            return table.personsAt(unit, assessmentId, *placesOf(c, {unit, assessmentId, view}), offset, limit);
        std::vector<domain::NumberedPerson> numbered;
        for (auto &person : table.persons(unit, assessmentId, offset, limit))
            numbered.push_back({++offset, std::move(person)});
        return numbered;
    });
}

base::Result<qint64> FeeService::exportPersons(const QString &unit, const QString &assessmentId,
                                               const domain::FeePersonView &view, const QString &path, base::Job &job)
{
    const auto total = countPersons(unit, assessmentId, view);
    if (!total)
        return total.error();
    const auto people = [&](qint64 offset, qint64 limit) -> base::Result<std::vector<domain::FeePerson>> {
        auto window = personWindow(unit, assessmentId, view, offset, limit);
        if (!window)
            return window.error();
        std::vector<domain::FeePerson> bare;
        for (auto &numbered : *window)
            bare.push_back(std::move(numbered.person));
        return bare;
    };
    return office::writeSheet(path, office::personSheet(*total, people), job);
}

/// The totals as they are stored, each with the amount that was confirmed.
base::Result<QVector<domain::FeeAssessment>> FeeService::chosen(const QString &unit, FeeKind kind,
                                                                const QVector<domain::ConfirmedAmount> &confirmed)
{
    const auto known = assessments(unit, kind);
    if (!known)
        return known.error();
    QVector<domain::FeeAssessment> chosen;
    for (const auto &one : confirmed) {
        const auto found = std::find_if(known->rows.cbegin(), known->rows.cend(),
                                        [&one](const domain::FeeAssessment &row) { return row.id == one.id; });
        if (found == known->rows.cend() || found->payable != one.amount)
            return base::validation(QStringLiteral("fee.changed"));
        chosen.append(*found);
    }
    if (chosen.isEmpty())
        return base::validation(QStringLiteral("fee.none-selected"));
    return chosen;
}

base::Result<domain::Submission> FeeService::submit(const QString &unit, FeeKind kind,
                                                    const QVector<domain::ConfirmedAmount> &confirmed, base::Job &job)
{
    const auto totals = chosen(unit, kind, confirmed);
    if (!totals)
        return totals.error();
    Intent intent;
    intent.kind = SubmissionKind::Fee;
    intent.variant = kind == FeeKind::Daily ? QStringLiteral("daily") : QStringLiteral("special");
    for (const auto &assessment : *totals) {
        intent.items.append(itemOf(assessment));
        intent.total += assessment.payable;
        intent.headcount = std::max(intent.headcount, assessment.headcount);
    }
    intent.itemCount = intent.items.size();
    intent.body = gateway::feeBody(kind, intent.items);
    return m_outbox.submit(unit, intent, job);
}

base::Result<domain::Submission> FeeService::voidDeclaration(const QString &unit, const QString &declarationId,
                                                             const QString &reason, base::Job &job)
{
    const auto declaration = m_outbox.find(declarationId);
    if (!declaration)
        return declaration.error();
    if (declaration->state != SubmissionState::Succeeded || declaration->paid != QLatin1String("none"))
        return base::validation(QStringLiteral("fee.not-voidable"));
    if (const auto merged = syncRecentPayments(m_env, unit, job); !merged)
        return merged.error();
    Intent intent;
    intent.kind = SubmissionKind::FeeVoiding;
    intent.variant = declaration->variant;
    intent.targetId = declarationId;
    intent.total = declaration->total;
    intent.itemCount = declaration->itemCount;
    intent.headcount = declaration->headcount;
    intent.body = gateway::feeVoidingBody(declarationId, reason);
    return m_outbox.submit(unit, intent, job);
}

base::Result<qint64> FeeService::sync(const QString &unit, QDate from, QDate to, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    const auto remote = gateway::fetchFeeDeclarations(*access, from, to, job);
    if (!remote)
        return remote.error();
    const auto merged = m_env.store.write([&](Connection &c) {
        SubmissionTable table(c);
        for (const auto &declaration : *remote) {
            // 申报成功 and 已作废 (manual 3.1.6.3), and what another machine has just sent: it holds its items here
            // too. What failed elsewhere is over and of no use here.
            if (declaration.submission.state != SubmissionState::Failed)
                table.mergeRemote(unit, declaration.submission, declaration.items);
        }
    });
    if (!merged)
        return merged.error();
    return remote->size();
}

}  // namespace service
