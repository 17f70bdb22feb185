#pragma once
// The lists of the module, one array each (field.md 1.5).

#include "domain/payment.h"
#include "ui/models/column.h"
#include "ui/shell/submission_page.h"

namespace ui {

std::vector<Column<domain::Arrear>> arrearColumns(QDate today);
StateText holdText(domain::ArrearHold hold);
QString holdReason(domain::ArrearHold hold);

/// An agreement that may not be used says why.
QString agreementFlaw(const domain::Agreement &agreement, QDate today);
std::vector<Column<domain::Agreement>> agreementColumns(QDate today);

std::vector<Column<SubmissionRecord>> paymentRecordColumns();
std::vector<Column<SubmissionRecord>> voucherRecordColumns();
/// Inside a payment: state, the bank's reason, what to do, the tax receipt.
std::vector<Column<domain::SubmissionItem>> paymentItemColumns();
/// An exported line: an item with the payment it was in.
struct PaymentLine {
    domain::Submission payment;
    domain::SubmissionItem item;
};
enum class WhichItems { Paid, All };
std::vector<PaymentLine> paymentLines(const std::vector<SubmissionRecord> &records, WhichItems which);
std::vector<Column<PaymentLine>> paymentLineColumns();
/// The bank said no, perhaps with words that hide a deduction.
bool isRefused(const domain::SubmissionItem &item);
/// What of a payment is not (yet) paid: fee, amount, how it stands, the bank's words, next step.
std::vector<Column<domain::SubmissionItem>> unpaidItemColumns();
/// Inside a voucher.
std::vector<Column<domain::SubmissionItem>> voucherItemColumns();

}  // namespace ui
