#pragma once
// Everything that changes something at the tax side: one way to put it, one way to ask how it stands.

#include "domain/payment.h"
#include "domain/wage.h"
#include "gateway/reader.h"
#include "gateway/tax_side.h"

namespace gateway {

/// How a submission stands, whatever its kind.
struct Verdict {
    domain::SubmissionState state = domain::SubmissionState::Awaiting;
    QDateTime submittedAt;
    QDateTime settledAt;
    QString reasonCode;
    QString reasonText;
    QString paid;       ///< fee declarations and vouchers: none | partly | all
    QString reference;  ///< the number of a voucher
    struct Rejection {
        qint64 line = 0;  ///< index into what was sent
        QString code;
        QString text;
    };
    QVector<Rejection> rejections;            ///< wage declarations
    QVector<domain::SubmissionItem> items;    ///< payments: key, state, reason and receipt only
    QByteArray detail;                        ///< vouchers: the answer itself, for voucherFromDetail()
};

/// Sends a stored body under its id; a repeat with the same body is harmless by contract.
base::Result<Verdict> put(const Access &access, domain::SubmissionKind kind, const QString &id, const QByteArray &body,
                          base::Job &job);
/// Asks by id. Business error not-found: the tax side has never seen it.
base::Result<Verdict> ask(const Access &access, domain::SubmissionKind kind, const QString &id, base::Job &job);

/// Has the tax side refuse what still may arrive with this id. Business already-received: it has arrived, ask for it.
base::Result<void> withdraw(const Access &access, domain::SubmissionKind kind, const QString &id, base::Job &job);

// The bodies, made once and stored before they are sent.
QByteArray wageBody(const domain::WageForm &form, bool commitmentAccepted, const QVector<domain::WageLine> &lines);
QByteArray feeBody(domain::FeeKind kind, const QVector<domain::SubmissionItem> &items);
QByteArray feeVoidingBody(const QString &declarationId, const QString &reason);
QByteArray paymentBody(const QString &agreementNumber, const QVector<domain::SubmissionItem> &items, domain::Money total);
QByteArray voucherBody(const QVector<domain::SubmissionItem> &items, domain::Money total);
QByteArray voucherVoidingBody(const QString &voucherId);

/// The voucher of a Verdict's detail.
base::Result<domain::Voucher> voucherFromDetail(const QByteArray &detail);

/// One of any channel or machine, as the record lists of the tax side have it.
struct RemoteSubmission {
    domain::Submission submission;
    QVector<domain::SubmissionItem> items;
};
/// Declarations (F7, F9), by China day, both inclusive.
base::Result<QVector<RemoteSubmission>> fetchFeeDeclarations(const Access &access, QDate from, QDate to, base::Job &job);
/// Payments by agreement (P6), by China day, both inclusive.
base::Result<QVector<RemoteSubmission>> fetchPayments(const Access &access, QDate from, QDate to, base::Job &job);

}  // namespace gateway
