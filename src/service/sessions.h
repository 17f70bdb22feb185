#pragma once
// The tokens of the units that are logged in; in memory only.

#include "base/result.h"
#include "gateway/tax_side.h"

#include <QHash>

#include <mutex>

namespace service {

class Sessions final {
public:
    explicit Sessions(const gateway::TaxSide &taxSide) : m_taxSide(taxSide) {}

    void start(const QString &unit, const QByteArray &token)
    {
        const std::lock_guard lock(m_mutex);
        m_tokens.insert(unit, token);
    }
    void end(const QString &unit)
    {
        const std::lock_guard lock(m_mutex);
        m_tokens.remove(unit);
    }
    bool has(const QString &unit) const
    {
        const std::lock_guard lock(m_mutex);
        return m_tokens.contains(unit);
    }
    /// Error: SessionExpired when the unit is not logged in.
    base::Result<gateway::Access> access(const QString &unit) const
    {
        const std::lock_guard lock(m_mutex);
        const auto token = m_tokens.constFind(unit);
        if (token != m_tokens.constEnd())
            return gateway::Access{&m_taxSide, *token};
        base::Error error;
        error.kind = base::Error::Kind::SessionExpired;
        error.code = QStringLiteral("session-expired");
        return error;
    }

private:
    const gateway::TaxSide &m_taxSide;
    mutable std::mutex m_mutex;
    QHash<QString, QByteArray> m_tokens;
};

}  // namespace service
