#pragma once
// The payer on a voucher as it was printed last, so that a reprint is one.

#include "base/sqlite.h"
#include "domain/payment.h"

#include <optional>

namespace store {

class PayerTable final {
public:
    explicit PayerTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    void save(const QString &voucher, const domain::Payer &payer)
    {
        m_connection.run("INSERT OR REPLACE INTO voucher_payer VALUES (?,?,?,?)", voucher, payer.name, payer.bankName,
                         payer.account);
    }

    /// Nothing: it was never printed here.
    std::optional<domain::Payer> payer(const QString &voucher) const
    {
        auto row = m_connection.query("SELECT name, bank_name, account FROM voucher_payer WHERE submission_id = ?",
                                      voucher);
        return row.next() ? std::optional(domain::Payer{row.text(0), row.text(1), row.text(2)}) : std::nullopt;
    }

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
