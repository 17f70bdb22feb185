#pragma once
// 对账 (X4): 预处理 → 申报 → 应缴 → 缴款 → 到账 of every fee, joined by 征集通知流水号, and where two of them disagree.
// A pure function of what the store knows.

#include "domain/receipt.h"

namespace domain {

/// A pre-processed total as it was last seen waiting for its declaration.
struct AssessedFee {
    FeeItem item;
    Money payable;
    QDate declareBy;
    bool waiting = false;  ///< still there at the last look
};

/// A fee in a declaration of any channel.
struct DeclaredFee {
    FeeItem item;
    Money amount;
    SubmissionState state = SubmissionState::Succeeded;
};

/// A fee that was paid by agreement or voucher, or that somebody tried to pay.
struct PaidFee {
    QString noticeNumber;
    Money amount;
    SubmissionState state = SubmissionState::Succeeded;
};

struct ReconciliationBooks {
    QVector<AssessedFee> assessed;
    QVector<DeclaredFee> declared;
    QVector<Arrear> payables;
    QVector<PaidFee> paid;
    QVector<Receipt> receipts;
};

enum class Discrepancy {
    DeclarationLate,     ///< waits for its declaration past the last day
    DeclarationUnknown,  ///< whether it was declared is not known (结果未知)
    DeclaredTwice,       ///< more than one declaration of it stands
    DeclaredDiffers,     ///< declared is not what was pre-processed
    PayableMissing,      ///< declared, but not payable
    PayableDiffers,      ///< payable is not what was declared
    PayableUndeclared,   ///< payable, but no declaration has it
    ItemDiffers,         ///< one number, two fees
    PaymentLate,         ///< not paid by the last day
    PaymentLost,         ///< paid here, but the tax side does not know
    ReceiptMissing,      ///< paid, but the treasury has nothing
    ReceiptLate,         ///< paid kSettlingDays ago and not in the treasury yet
    ReceiptDiffers,      ///< another amount arrived
    LateFeeDiffers,      ///< another 滞纳金 arrived
    ReceivedTwice,
    ReceiptUnknown,   ///< arrived for something that is not payable
    ReceiptUnbooked,  ///< arrived, but still owed
};

/// How many days money may be on its way from the bank to the treasury before it is missed.
inline constexpr int kSettlingDays = 3;

struct DiscrepancyFound {
    Discrepancy kind = Discrepancy::DeclarationLate;
    std::optional<Money> expected;
    std::optional<Money> found;
};

/// How far a fee has come.
enum class FeeStage { Assessed, Declaring, Declared, Payable, Paying, Paid, Received, NothingToPay };

struct ReconciliationLine {
    FeeItem item;
    FeeStage stage = FeeStage::Assessed;
    std::optional<Money> assessed;
    std::optional<Money> declared;
    std::optional<Money> payable;  ///< without the late fee
    std::optional<Money> lateFee;
    std::optional<Money> paid;      ///< with the late fee
    std::optional<Money> received;  ///< with the late fee
    QVector<DiscrepancyFound> discrepancies;
};

/// The newest months first, then by number. A total that is gone without a trace elsewhere is not listed.
QVector<ReconciliationLine> reconcile(const ReconciliationBooks &books, QDate today);

}  // namespace domain
