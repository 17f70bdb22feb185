#include "service/home_service.h"

#include "service/streams.h"
#include "store/fee_table.h"
#include "store/notice_table.h"
#include "store/receipt_table.h"
#include "store/staff_table.h"
#include "store/submission_table.h"
#include "store/sync_table.h"
#include "store/wage_table.h"

namespace service {

using domain::SubmissionKind;

namespace {

domain::Money declaredThisMonth(const store::SubmissionTable &submissions, const QString &unit, QDate today)
{
    store::SubmissionQuery query;
    query.kinds = {SubmissionKind::Fee};
    query.state = domain::SubmissionState::Succeeded;
    query.from = domain::Month::of(today).day(1);
    query.to = today;
    domain::Money total;
    for (const auto &declaration : submissions.list(unit, query)) {
        if (declaration.variant == QLatin1String("daily"))
            total += declaration.total;
    }
    return total;
}

}  // namespace

base::Result<Waiting> HomeService::waiting(const QString &unit)
{
    return m_env.store.read([&](base::sqlite::Connection &c) {
        const store::SubmissionTable submissions(c);
        Waiting waiting;
        const auto open = [&](const std::vector<SubmissionKind> &kinds) {
            const auto found = submissions.open(unit, kinds);
            for (const auto &submission : found) {
                if (submission.state == domain::SubmissionState::Unknown)
                    waiting.unanswered.append(submission.kind);
            }
            return static_cast<qint64>(found.size());
        };
        waiting.staffWithoutWage = store::StaffTable(c).counts(unit).withoutWage;
        const store::FeeTable fees(c);
        for (const auto &assessment : fees.assessments(unit, domain::FeeKind::Daily)) {
            if (!assessment.heldBy.isEmpty())
                continue;
            ++waiting.assessments;
            waiting.assessmentsTotal += assessment.payable;
        }
        for (const auto &arrear : fees.arrears(unit)) {
            if (arrear.hold == domain::ArrearHold::Open) {
                ++waiting.arrears;
                waiting.arrearsTotal += arrear.total;
            } else if (arrear.hold == domain::ArrearHold::InVoucher) {
                ++waiting.inVouchers;
                waiting.inVouchersTotal += arrear.total;
            }
        }
        waiting.declaredTotal = declaredThisMonth(submissions, unit, m_env.clock.today());
        const store::SyncTable syncs(c);
        waiting.staffSyncedAt = syncs.state(unit, kStaffStream).syncedAt;
        waiting.assessmentsLoadedAt = syncs.state(unit, assessmentStream(domain::FeeKind::Daily)).syncedAt;
        waiting.arrearsLoadedAt = syncs.state(unit, kArrearStream).syncedAt;
        waiting.openWageDeclarations = open({SubmissionKind::Wage});
        waiting.openFeeDeclarations = open({SubmissionKind::Fee, SubmissionKind::FeeVoiding});
        waiting.openPayments = open({SubmissionKind::Payment});
        waiting.openVouchers = open({SubmissionKind::Voucher, SubmissionKind::VoucherVoiding});
        waiting.unreadNotices = store::NoticeTable(c).unread(unit, m_env.clock.now());
        waiting.backup = BackupService::overdue(c, m_env.clock.now());
        waiting.wageDraftLines = 0;
        const store::WageTable wages(c);
        for (const bool byInsurance : {false, true})
            waiting.wageDraftLines += wages.draftSize(unit, {domain::WageKind::Daily, byInsurance});
        return waiting;
    });
}

base::Result<HomePictures> HomeService::pictures(const QString &unit, domain::MonthRange months)
{
    return m_env.store.read([&](base::sqlite::Connection &c) {
        HomePictures pictures{.months = months, .sums = {}, .booksLoadedAt = {}, .headcount = {}, .staffSyncedAt = {}};
        const store::ReceiptTable books(c);
        const store::SyncTable syncs(c);
        pictures.sums = domain::monthlySums(books.payables(unit, months), books.receipts(unit, months));
        const auto payables = syncs.state(unit, kPayableStream).syncedAt;
        const auto receipts = syncs.state(unit, kReceiptStream).syncedAt;
        if (payables.isValid() && receipts.isValid())
            pictures.booksLoadedAt = qMin(payables, receipts);
        pictures.staffSyncedAt = syncs.state(unit, kStaffStream).syncedAt;
        if (pictures.staffSyncedAt.isValid())
            pictures.headcount = headcount(c, unit, months, pictures.staffSyncedAt);
        return pictures;
    });
}

/// Goes through everybody, so what was counted is kept until the next update.
QVector<qint64> HomeService::headcount(base::sqlite::Connection &connection, const QString &unit,
                                       domain::MonthRange months, const QDateTime &syncedAt)
{
    const std::scoped_lock lock(m_counting);
    if (!m_counted || m_counted->unit != unit || m_counted->months != months || m_counted->at != syncedAt)
        m_counted = {unit, months, syncedAt, store::StaffTable(connection).insuredByMonth(unit, months.from, months.to)};
    return m_counted->headcount;
}

}  // namespace service
