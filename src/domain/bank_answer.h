#pragma once
// What a bank says when it did not take the money (field.md 2, item 8): some texts are a plain no, others may hide a
// deduction. After one of those nothing is paid again before somebody has asked (X1).

#include <QString>

namespace domain {

/// What has to happen next.
enum class BankStep { TopUp, CheckAgreement, AskBank, AskTaxOffice, OtherHours, AskFirst };

/// By the bank's code, else by what its text says; what nobody knows is treated as ambiguous.
BankStep bankStep(const QString &code, const QString &text);
/// The money may have moved although the answer says no.
constexpr bool mayHaveMoved(BankStep step)
{
    return step == BankStep::OtherHours || step == BankStep::AskFirst;
}

}  // namespace domain
