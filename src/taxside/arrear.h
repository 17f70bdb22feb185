#pragma once
// 欠费: what was declared and is not paid.

#include "taxside/assessment.h"
#include "taxside/submission.h"

namespace taxside {

struct Arrear {
    qint64 key = 0;
    QString id;
    qint64 assessment = 0;
    domain::Money due;
    QDate payBy;
    QString state;          ///< open, in-payment, in-voucher, paid, removed
    bool voiding = false;   ///< its declaration is being voided
    domain::Money lateFee;  ///< as of today, or of the day it was paid

    domain::Money total() const { return due + lateFee; }
};

/// One for each item of an accepted declaration that is to be paid.
void openArrears(World &world, const Submission &declaration);
std::optional<Arrear> arrearById(World &world, const Registrant &unit, const QString &id);
Arrear arrearByKey(World &world, const Registrant &unit, qint64 key);
/// Those a payment or voucher names; a Problem when one of them cannot be settled now.
QVector<Arrear> payable(const Visit &visit, const QStringList &ids);
/// `paidAt`: of a paid one, whose late fee no longer grows.
void setArrearState(World &world, qint64 key, const char *state, qint64 holder, std::optional<qint64> paidAt = {});

Answer listArrears(const Visit &visit);
/// Whatever became of them, by the last month of their period.
Answer listPayables(const Visit &visit);

}  // namespace taxside
