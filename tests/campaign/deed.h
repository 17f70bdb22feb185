#pragma once
// What a clerk submits, as the client, the tax side's paths and its ledger name it.

#include "domain/fee.h"

#include <QStringList>

namespace campaign {

enum class Deed { Wage, Fee, Voiding, Payment, Voucher, VoucherVoiding };

struct DeedNames {
    Deed deed;
    const char *name;
    const char *path;
    const char *ledger;
    domain::SubmissionKind kind;
};

inline constexpr DeedNames kDeeds[] = {
    {Deed::Wage, "wage", "/v1/wage-declarations/", "wageDeclarations", domain::SubmissionKind::Wage},
    {Deed::Fee, "fee", "/v1/fee-declarations/", "feeDeclarations", domain::SubmissionKind::Fee},
    {Deed::Voiding, "voiding", "/v1/fee-voidings/", "voidings", domain::SubmissionKind::FeeVoiding},
    {Deed::Payment, "payment", "/v1/payments/", "payments", domain::SubmissionKind::Payment},
    {Deed::Voucher, "voucher", "/v1/vouchers/", "vouchers", domain::SubmissionKind::Voucher},
    {Deed::VoucherVoiding, "voucher-voiding", "/v1/voucher-voidings/", "voucherVoidings",
     domain::SubmissionKind::VoucherVoiding},
};

inline const DeedNames &namesOf(Deed deed)
{
    return kDeeds[static_cast<int>(deed)];
}

/// Something to be done, with what it needs: totals, arrears, or the one submission that is to be voided.
struct Task {
    Deed deed = Deed::Wage;
    domain::FeeKind kind = domain::FeeKind::Daily;
    QStringList items;
};

/// What went wrong: the tax side took something more often than it was wanted; a client's record and the ledger differ.
struct Damage {
    int duplicates = 0;
    int lost = 0;

    bool any() const { return duplicates > 0 || lost > 0; }
    Damage &operator+=(const Damage &other)
    {
        duplicates += other.duplicates;
        lost += other.lost;
        return *this;
    }
};

}  // namespace campaign
