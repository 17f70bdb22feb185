#pragma once
// The tokens of the units that are logged in; in memory only. When one has ended in the middle of work, everybody who
// meets that waits here for one login, and goes on with what it brings.

#include "base/result.h"
#include "gateway/tax_side.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace service {

class Sessions final : public gateway::Renewal {
public:
    explicit Sessions(const gateway::TaxSide &taxSide) : m_taxSide(taxSide) {}

    void start(const QString &unit, const QByteArray &token)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_tokens.insert(unit, token);
            m_asked.remove(unit);
        }
        m_changed.notify_all();
    }
    void end(const QString &unit)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_tokens.remove(unit);
            m_asked.remove(unit);
        }
        m_changed.notify_all();
    }
    bool has(const QString &unit) const
    {
        const std::lock_guard lock(m_mutex);
        return m_tokens.contains(unit);
    }
    /// Error: SessionExpired when the unit is not logged in.
    base::Result<gateway::Access> access(const QString &unit)
    {
        const std::lock_guard lock(m_mutex);
        const auto token = m_tokens.constFind(unit);
        if (token != m_tokens.constEnd())
            return gateway::Access{&m_taxSide, *token, this, unit};
        base::Error error;
        error.kind = base::Error::Kind::SessionExpired;
        error.code = QStringLiteral("session-expired");
        return error;
    }

    /// How the window is told that the user is to log in again: once for each session that has ended, on the thread of
    /// whoever met it first. Without one, whoever meets it gets its error at once. An empty function ends all waiting.
    void setAsker(std::function<void(const QString &unit)> asker)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_asker = std::move(asker);
        }
        m_changed.notify_all();
    }
    /// The user does not want to: those who wait get the error.
    void giveUp(const QString &unit)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_asked.remove(unit);
        }
        m_changed.notify_all();
    }

    std::optional<QByteArray> renewed(const QString &unit, const QByteArray &expired, base::Job &job) override
    {
        std::unique_lock lock(m_mutex);
        const auto fresh = [&]() -> std::optional<QByteArray> {
            const auto token = m_tokens.constFind(unit);
            return token != m_tokens.constEnd() && *token != expired ? std::optional(*token) : std::nullopt;
        };
        if (const auto token = fresh())
            return token;
        if (!m_asker || !m_tokens.contains(unit))
            return std::nullopt;
        if (!m_asked.contains(unit)) {
            m_asked.insert(unit);
            const auto asker = m_asker;
            lock.unlock();
            asker(unit);
            lock.lock();
        }
        while (!fresh() && m_asked.contains(unit) && m_asker && !job.cancelled())
            m_changed.wait_for(lock, std::chrono::milliseconds(100));  // a cancelled job tells nobody
        return fresh();
    }

    std::optional<QByteArray> present(const QString &unit) const override
    {
        const std::lock_guard lock(m_mutex);
        const auto token = m_tokens.constFind(unit);
        return token != m_tokens.constEnd() ? std::optional(*token) : std::nullopt;
    }

private:
    const gateway::TaxSide &m_taxSide;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<QString, QByteArray> m_tokens;
    QSet<QString> m_asked;
    std::function<void(const QString &unit)> m_asker;
};

}  // namespace service
