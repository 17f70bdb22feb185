#pragma once
// What all PUTs have in common: an id that does its work once, a verdict that comes later.

#include "taxside/visit.h"

namespace taxside {

struct Submission {
    qint64 key = 0;
    qint64 registration = 0;
    QString kind;  ///< wage, fee, fee-voiding, payment, voucher, voucher-voiding
    QString id;
    QString status;
    QString variant;  ///< daily | special | annual
    QString channel;
    qint64 submittedAt = 0;
    std::optional<qint64> settledAt;
    QString reasonCode;
    QString reasonText;
    qint64 target = 0;  ///< key of the submission a voiding voids
    QString reference;  ///< agreement number, voucher number
    domain::Money total;
    qint64 lineCount = 0;
    QString payBefore;
    int attempts = 0;
};

/// Of what the body says, whatever its blanks and the order of its fields.
QByteArray bodyHash(const Json &body);
/// The submission of this id when it was accepted before; a Problem id-reused when its body was another, withdrawn when
/// its sender has taken it back before it arrived.
std::optional<Submission> earlier(const Visit &visit, const char *kind, const QByteArray &hash);
/// Stores a new one, to be settled at `dueAt` (milliseconds since 1970; nothing: it needs no verdict). Fields of
/// `draft` that identify it (key, id, times) are filled in.
Submission store(const Visit &visit, const char *kind, const QByteArray &hash, Submission draft,
                 std::optional<qint64> dueAt);
/// Its verdict will be a no where the fault `reject` is ordered for this request (`PUT /v1/fee-declarations/`).
void rejectIfOrdered(World &world, const char *request, Submission &draft);
std::optional<Submission> submissionById(World &world, qint64 registration, const char *kind, const QString &id);
/// The one a GET asks for; a Problem not-found without it.
Submission asked(const Visit &visit, const char *kind);
Submission submissionByKey(World &world, qint64 key);
/// A page of those of a kind that were sent on the China days `from` to `to` of the query.
Answer submissionsByDay(const Visit &visit, const char *kind, Json (*stateJson)(World &, const Submission &));

/// The last word on it.
void settle(World &world, const Submission &submission, const char *status, const QString &reasonCode = {},
            const QString &reasonText = {});
/// Reaches every verdict that is due.
void settleDue(World &world);
/// When a verdict reached now is due.
qint64 feedbackAt(const World &world);
/// China's calendar day of an instant.
QString dayOf(qint64 ms);

Json settledJson(const Submission &submission);

}  // namespace taxside
