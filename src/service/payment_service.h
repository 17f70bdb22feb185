#pragma once
// 费款缴纳 (manual 3.1.7; P rows).

#include "domain/confirmed_amount.h"
#include "service/export.h"
#include "service/outbox.h"

namespace service {

struct ArrearList {
    QVector<domain::Arrear> rows;
    QDateTime loadedAt;  ///< invalid: never
};

struct PaymentOutcome {
    domain::Submission payment;
    QVector<domain::SubmissionItem> items;  ///< each with its own state and the bank's words
};

class PaymentService final {
public:
    PaymentService(const Environment &environment, Outbox &outbox) : m_env(environment), m_outbox(outbox) {}

    base::Result<ArrearList> arrears(const QString &unit);
    base::Result<ArrearList> refresh(const QString &unit, base::Job &job);
    /// syncPayments().
    base::Result<qint64> sync(const QString &unit, QDate from, QDate to, base::Job &job);
    base::Result<QVector<domain::Agreement>> agreements(const QString &unit, base::Job &job);

    /// 三方协议缴款 (P3): sent, then asked for until the bank has answered for every item, at most 30 s; after that it
    /// stays 待反馈 and is asked for later. What another machine has paid meanwhile, or is not sure of, is asked for
    /// first. Validation: payment.none-selected, payment.closed, payment.changed (what is stored has another amount than
    /// was confirmed, or is gone), outbox.held.
    base::Result<PaymentOutcome> pay(const QString &unit, const QString &agreementNumber,
                                     const QVector<domain::ConfirmedAmount> &confirmed, base::Job &job);
    base::Result<PaymentOutcome> outcome(const QString &paymentId);
    /// 查询结果: asks the tax side. Still 结果未知 afterwards: it calls items failed, but the bank's words may hide a
    /// deduction.
    base::Result<PaymentOutcome> askOutcome(const QString &paymentId, base::Job &job);
    /// The clerk has made sure that no money went (Outbox::confirmNotDeducted).
    base::Result<PaymentOutcome> confirmNotDeducted(const QString &paymentId, base::Job &job);

    /// 打印银行端缴款凭证 (P4): issues a voucher for these arrears. The submission says how it stands; voucher() has
    /// it. The payer is kept for its prints. Validation: as pay().
    base::Result<domain::Submission> issueVoucher(const QString &unit,
                                                  const QVector<domain::ConfirmedAmount> &confirmed, base::Job &job,
                                                  const domain::Payer &payer = {});
    /// Validation: voucher.not-issued.
    base::Result<domain::Voucher> voucher(const QString &submissionId);
    /// The payer it was issued or printed with last; nothing when that was not on this machine.
    base::Result<std::optional<domain::Payer>> payer(const QString &submissionId);
    /// The voucher as it is printed, with a payer that is kept for the next print; its drawing needs nothing of this
    /// service any more. Validation: voucher.not-issued.
    base::Result<Paper> voucherPaper(const QString &submissionId, const domain::Payer &payer);
    /// Asks for those that are issued and not paid: they may have been paid at a bank, or expired.
    base::Result<void> settleVouchers(const QString &unit, base::Job &job);
    /// 作废 of a printed voucher that is not paid (P5).
    base::Result<domain::Submission> voidVoucher(const QString &unit, const QString &voucherId, base::Job &job);

private:
    base::Result<QVector<domain::SubmissionItem>> chosen(const QString &unit,
                                                         const QVector<domain::ConfirmedAmount> &confirmed,
                                                         base::Job &job);

    Environment m_env;
    Outbox &m_outbox;
};

}  // namespace service
