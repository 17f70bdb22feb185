#pragma once
// The `code` of Problem in docs/api/tax-side.yaml: what the tax side says when it refuses.

#include <array>
#include <string_view>

namespace gateway {

inline constexpr std::array<std::string_view, 26> kProblemCodes = {
    "unit-not-found",    "invalid-request",    "wrong-password",    "password-locked", "password-must-change",
    "weak-password",     "session-expired",    "not-found",         "unknown-path",    "id-reused",
    "withdrawn",         "already-received",   "already-declared",  "totals-changed",  "not-voidable",
    "already-paid",      "in-voucher",         "in-payment",        "agreement-invalid", "outside-window",
    "commitment-required", "module-off",       "sync-restart",      "not-implemented", "unavailable",
    "internal"};

}  // namespace gateway
