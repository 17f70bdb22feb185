#pragma once
// 费款缴纳 (manual 3.1.7): arrears, tripartite agreements, payments, bank vouchers.

#include "domain/fee.h"

#include <QDate>

namespace domain {

/// Why an arrear cannot be paid now (field.md 3.5). InDoubt: the bank's answer may hide a deduction, or the answer
/// never came; nothing is paid again before 查询结果.
enum class ArrearHold { Open, InVoucher, InPayment, Paid, InDoubt };

struct Arrear {
    QString id;
    FeeItem item;
    Money due;      ///< 应补(退)费额
    Money lateFee;  ///< 滞纳金, as the tax side computes it
    Money total;
    QDate payBy;
    ArrearHold hold = ArrearHold::Open;
    QString heldBy;  ///< id of the local payment or voucher that holds it, empty when none does
};

struct Agreement {
    QString number;  ///< 三方协议号
    QString bankName;
    QString clearingNumber;
    QString accountMasked;
    QString accountName;
    QDate from;
    QDate to;
    bool verified = false;
};

/// One fee inside a declaration, payment or voucher, with what became of it.
struct SubmissionItem {
    QString key;  ///< assessment id or arrear id
    FeeItem item;
    qint64 headcount = 0;
    Money amount;
    SubmissionState state = SubmissionState::Awaiting;
    QString reasonCode;  ///< the bank's code when its payment failed
    QString reasonText;
    QString taxReceiptNumber;  ///< 税票号码, once paid
};

struct Voucher {
    QString id;
    QString number;  ///< 银行端查询缴税凭证序号
    QDateTime issuedAt;
    QDate payBefore;  ///< 限缴日期
    QString taxNumber;
    QString unitName;
    QString authorityCode;  ///< 11 digits
    QString authorityName;
    Money total;
    QVector<SubmissionItem> items;
    SubmissionState state = SubmissionState::Succeeded;
};

/// What a bank transfer needs to be matched: 纳税人识别号, 凭证序号, 征收机关代码, in one line (field.md 1.5).
inline QString transferRemark(const Voucher &voucher)
{
    return voucher.taxNumber + QLatin1Char(' ') + voucher.number + QLatin1Char(' ') + voucher.authorityCode;
}

/// Typed by the clerk before printing; agreement users may leave it empty (field.md 1.5).
struct Payer {
    QString name;
    QString bankName;
    QString account;
};

}  // namespace domain
