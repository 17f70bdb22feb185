#pragma once
// The one door of the gateway: a call to the tax side, its answer as JSON or an Error that says whose fault it is.
// The contract is docs/api/tax-side.yaml.

#include "http/client.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace gateway {

/// Values in an answer. The largest of the contract, a page of 5,000 people with what they declared or their five bases, has
/// 300,000.
constexpr qint64 kMostValues = 1'000'000;

class TaxSide final {
public:
    /// `base` is the address of the business server, from server.json.
    TaxSide(http::Client &client, const QUrl &base) : m_client(client), m_base(base) {}

    QUrl base() const { return m_base; }
    /// Paths are relative: `v1/staff?limit=1000`. An empty token is left out. A body is sent as it stands.
    ///
    /// Errors (of anything but a PUT with `sent` = No): those of http::Client::send; Business with the problem's code
    /// and text (4xx: the tax side refused, nothing was changed); SessionExpired (nothing was done); Server (5xx: it
    /// may have been done); Protocol (not an answer of the contract: it may have been done).
    base::Result<http::Response> call(http::Method method, const QString &path, const QByteArray &token,
                                      const QByteArray &body, base::Job &job,
                                      const QList<QPair<QByteArray, QByteArray>> &headers = {}) const;
    /// A file, piece by piece to `sink` (http::Sink), at most `maxBytes` of it; as slow as the line is. Errors as those
    /// of call(), and the sink's own.
    base::Result<http::Response> download(const QString &path, qint64 maxBytes, http::Sink sink, base::Job &job) const;
    /// As call(), with the answer parsed; Protocol too when it has more than `mostValues` values.
    base::Result<nlohmann::json> json(http::Method method, const QString &path, const QByteArray &token,
                                      const QByteArray &body, base::Job &job, qint64 mostValues = kMostValues) const;

private:
    http::Client &m_client;
    QUrl m_base;
};

/// Who can say that the user has logged in again. Blocks until then; nothing when that was given up, or cannot be asked
/// for.
class Renewal {
public:
    virtual std::optional<QByteArray> renewed(const QString &unit, const QByteArray &expired, base::Job &job) = 0;
    /// What it is by now: a long walk began with another.
    virtual std::optional<QByteArray> present(const QString &unit) const = 0;

protected:
    ~Renewal() = default;
};

/// The tax side, seen with a session of one unit. A question that meets the end of the session waits for the login and
/// is asked again; what changes something is not, its sender decides.
struct Access {
    const TaxSide *taxSide = nullptr;
    QByteArray token;
    Renewal *renewal = nullptr;
    QString unit = {};

    /// A GET.
    base::Result<http::Response> ask(const QString &path, base::Job &job,
                                     const QList<QPair<QByteArray, QByteArray>> &headers = {}) const;
    base::Result<nlohmann::json> get(const QString &path, base::Job &job, qint64 mostValues = kMostValues) const;
};

/// A query string value.
QString encoded(const QString &value);

}  // namespace gateway
