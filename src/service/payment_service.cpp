#include "service/payment_service.h"

#include "gateway/fee.h"
#include "office/voucher.h"
#include "service/payment_sync.h"
#include "service/streams.h"
#include "store/fee_table.h"
#include "store/payer_table.h"
#include "store/sync_table.h"

#include <QDeadlineTimer>
#include <QThread>

#include <algorithm>

namespace service {

using base::sqlite::Connection;
using domain::SubmissionKind;
using domain::SubmissionState;
using store::FeeTable;

namespace {

constexpr int kBankPatienceMs = 30'000;
constexpr int kAskEveryMs = 500;

domain::Money totalOf(const QVector<domain::SubmissionItem> &items)
{
    domain::Money total;
    for (const auto &item : items)
        total += item.amount;
    return total;
}

}  // namespace

base::Result<ArrearList> PaymentService::arrears(const QString &unit)
{
    return m_env.store.read([&](Connection &c) {
        return ArrearList{FeeTable(c).arrears(unit), store::SyncTable(c).state(unit, kArrearStream).syncedAt};
    });
}

base::Result<ArrearList> PaymentService::refresh(const QString &unit, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    // A voucher that was paid or has expired no longer holds its arrears. One that nobody knows any more holds them on.
    if (const auto settled = settleVouchers(unit, job); !settled && settled.error().code != QLatin1String("outbox.vanished"))
        return settled.error();
    const auto fetched = gateway::fetchArrears(*access, job);
    if (!fetched)
        return fetched.error();
    const auto stored = m_env.store.write([&](Connection &c) {
        FeeTable(c).replaceArrears(unit, *fetched);
        store::SyncState state;
        state.syncedAt = m_env.clock.now();
        store::SyncTable(c).save(unit, kArrearStream, state);
    });
    if (!stored)
        return stored.error();
    if (const auto merged = syncRecentPayments(m_env, unit, job); !merged)
        return merged.error();
    return arrears(unit);
}

base::Result<qint64> PaymentService::sync(const QString &unit, QDate from, QDate to, base::Job &job)
{
    return syncPayments(m_env, unit, from, to, job);
}

base::Result<QVector<domain::Agreement>> PaymentService::agreements(const QString &unit, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    return access ? gateway::fetchAgreements(*access, job) : access.error();
}

/// Before anything is paid: another machine may have paid it a moment ago, or may not know whether it has. The tax side
/// refuses the first; only this finds the second.
base::Result<QVector<domain::SubmissionItem>>
PaymentService::chosen(const QString &unit, const QVector<domain::ConfirmedAmount> &confirmed, base::Job &job)
{
    if (const auto merged = syncRecentPayments(m_env, unit, job); !merged)
        return merged.error();
    const auto known = arrears(unit);
    if (!known)
        return known.error();
    QVector<domain::SubmissionItem> items;
    for (const auto &one : confirmed) {
        const auto arrear = std::find_if(known->rows.cbegin(), known->rows.cend(),
                                         [&one](const domain::Arrear &row) { return row.id == one.id; });
        if (arrear != known->rows.cend() && arrear->hold != domain::ArrearHold::Open)
            return base::validation(QStringLiteral("payment.closed"));
        if (arrear == known->rows.cend() || arrear->total != one.amount)
            return base::validation(QStringLiteral("payment.changed"));
        domain::SubmissionItem item;
        item.key = one.id;
        item.item = arrear->item;
        item.amount = one.amount;
        items.append(item);
    }
    return items.isEmpty() ? base::Result<QVector<domain::SubmissionItem>>(
               base::validation(QStringLiteral("payment.none-selected")))
                           : base::Result(items);
}

base::Result<PaymentOutcome> PaymentService::pay(const QString &unit, const QString &agreementNumber,
                                                 const QVector<domain::ConfirmedAmount> &confirmed, base::Job &job)
{
    const auto items = chosen(unit, confirmed, job);
    if (!items)
        return items.error();
    Intent intent;
    intent.kind = SubmissionKind::Payment;
    intent.reference = agreementNumber;
    intent.items = *items;
    intent.itemCount = items->size();
    intent.total = totalOf(*items);
    intent.body = gateway::paymentBody(agreementNumber, *items, intent.total);
    const auto sent = m_outbox.submit(unit, intent, job);
    if (!sent)
        return sent.error();
    // The bank answers within seconds as a rule; whoever does not want to wait cancels, and asks later.
    const QDeadlineTimer patience(kBankPatienceMs);
    auto state = sent->state;
    while (state == SubmissionState::Awaiting && !patience.hasExpired() && !job.cancelled()) {
        QThread::msleep(kAskEveryMs);
        const auto asked = m_outbox.settle(sent->id, job);
        if (!asked)
            break;
        state = asked->state;
    }
    return outcome(sent->id);
}

base::Result<PaymentOutcome> PaymentService::outcome(const QString &paymentId)
{
    const auto payment = m_outbox.find(paymentId);
    if (!payment)
        return payment.error();
    const auto items = m_outbox.items(paymentId);
    if (!items)
        return items.error();
    return PaymentOutcome{*payment, *items};
}

base::Result<PaymentOutcome> PaymentService::askOutcome(const QString &paymentId, base::Job &job)
{
    const auto asked = m_outbox.settle(paymentId, job);
    return asked ? outcome(paymentId) : asked.error();
}

base::Result<PaymentOutcome> PaymentService::confirmNotDeducted(const QString &paymentId, base::Job &job)
{
    const auto asked = m_outbox.confirmNotDeducted(paymentId, job);
    return asked ? outcome(paymentId) : asked.error();
}

base::Result<domain::Submission>
PaymentService::issueVoucher(const QString &unit, const QVector<domain::ConfirmedAmount> &confirmed, base::Job &job,
                             const domain::Payer &payer)
{
    const auto items = chosen(unit, confirmed, job);
    if (!items)
        return items.error();
    Intent intent;
    intent.kind = SubmissionKind::Voucher;
    intent.items = *items;
    intent.itemCount = items->size();
    intent.total = totalOf(*items);
    intent.body = gateway::voucherBody(*items, intent.total);
    intent.payer = payer;
    return m_outbox.submit(unit, intent, job);
}

base::Result<domain::Voucher> PaymentService::voucher(const QString &submissionId)
{
    const auto row = m_env.store.read([&](Connection &c) { return store::SubmissionTable(c).find(submissionId); });
    if (!row)
        return row.error();
    if (!*row || (*row)->detail.isEmpty())
        return base::validation(QStringLiteral("voucher.not-issued"));
    auto voucher = gateway::voucherFromDetail((*row)->detail);
    if (voucher)
        voucher->state = (*row)->submission.state;
    return voucher;
}

base::Result<std::optional<domain::Payer>> PaymentService::payer(const QString &submissionId)
{
    return m_env.store.read([&](Connection &c) { return store::PayerTable(c).payer(submissionId); });
}

base::Result<Paper> PaymentService::voucherPaper(const QString &submissionId, const domain::Payer &payer)
{
    const auto issued = voucher(submissionId);
    if (!issued)
        return issued.error();
    const auto kept = m_env.store.write([&](Connection &c) { store::PayerTable(c).save(submissionId, payer); });
    if (!kept)
        return kept.error();
    return office::voucherPaper(*issued, payer);
}

base::Result<void> PaymentService::settleVouchers(const QString &unit, base::Job &job)
{
    const auto vouchers = m_outbox.list(unit, {{SubmissionKind::Voucher}, SubmissionState::Succeeded, {}, {}});
    if (!vouchers)
        return vouchers.error();
    base::Result<void> settled;
    for (const auto &voucher : *vouchers) {
        const auto asked = m_outbox.settle(voucher.id, job);
        if (!asked && asked.error().code != QLatin1String("outbox.vanished"))
            return asked.error();
        if (!asked)
            settled = asked.error();  // the others are asked for all the same
    }
    return settled;
}

base::Result<domain::Submission> PaymentService::voidVoucher(const QString &unit, const QString &voucherId,
                                                             base::Job &job)
{
    const auto issued = m_outbox.find(voucherId);
    if (!issued)
        return issued.error();
    if (issued->state != SubmissionState::Succeeded || issued->paid == QLatin1String("all"))
        return base::validation(QStringLiteral("voucher.not-voidable"));
    Intent intent;
    intent.kind = SubmissionKind::VoucherVoiding;
    intent.targetId = voucherId;
    intent.total = issued->total;
    intent.itemCount = issued->itemCount;
    intent.body = gateway::voucherVoidingBody(voucherId);
    return m_outbox.submit(unit, intent, job);
}

}  // namespace service
