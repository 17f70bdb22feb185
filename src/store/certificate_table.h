#pragma once
// Documents that were handed out, each as it was (C1, C2).

#include "base/sqlite.h"
#include "domain/certificate.h"

#include <optional>
#include <vector>

namespace store {

/// Exact; empty means any.
struct CertificateQuery {
    QString number;
    QString subject;
    std::optional<domain::CertificateKind> kind;
    QDate from;  ///< China days
    QDate to;

    bool operator==(const CertificateQuery &) const = default;
};

class CertificateTable final {
public:
    explicit CertificateTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    /// The number under which the same contents were handed out on the same day.
    std::optional<QString> same(const QString &unit, const QByteArray &digest, QDate day) const;
    void insert(const QString &unit, const domain::CertificateRecord &record, QDate day, const QByteArray &digest,
                const QByteArray &form);

    qint64 count(const QString &unit, const CertificateQuery &query) const;
    /// Newest first.
    std::vector<domain::CertificateRecord> window(const QString &unit, const CertificateQuery &query, qint64 offset,
                                                  qint64 limit) const;
    std::optional<domain::CertificateRecord> find(const QString &unit, const QString &number) const;
    /// Empty when there is none.
    QByteArray form(const QString &unit, const QString &number) const;

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
