#pragma once
// 操作日志 (X12): what was done with this client; looked at, verified, added to by what no trigger of the store sees.

#include "domain/certificate.h"
#include "domain/submission.h"
#include "domain/trail.h"
#include "service/environment.h"
#include "store/trail_table.h"

#include <vector>

namespace service {

/// An entry with what its facts say.
struct TrailLine {
    domain::TrailEntry entry;
    QDateTime at;
    domain::SubmissionKind kind = domain::SubmissionKind::Fee;  ///< of Submission and Removed
    domain::SubmissionState state = domain::SubmissionState::Pending;
    std::optional<domain::CertificateKind> document;  ///< of Document
    QString variant;
    std::optional<domain::Channel> channel;  ///< of Submission
    bool elsewhere = false;                  ///< of Submission: downloaded only, somebody else's act
    QString by;                              ///< account of this computer; empty when it was done elsewhere
    QString reason;                          ///< code
    std::optional<qint64> count;         ///< items, people of a wage declaration, rows of an export, pages
    std::optional<domain::Money> total;
};

class TrailService final {
public:
    explicit TrailService(const Environment &environment) : m_env(environment) {}

    base::Result<qint64> count(const QString &unit, const domain::TrailQuery &query,
                               store::TrailOrigin origin = store::TrailOrigin::Any);
    base::Result<std::vector<TrailLine>> window(const QString &unit, const domain::TrailQuery &query, qint64 offset,
                                                qint64 limit, store::TrailOrigin origin = store::TrailOrigin::Any);
    base::Result<domain::TrailCheck> check(const QString &unit, base::Job &job);
    /// Export or Print. `what` is the name of the list or document, never of a person or a path; `count` its rows or
    /// pages.
    base::Result<void> noteOutput(const QString &unit, domain::TrailEvent event, const QString &what, qint64 count);
    /// Document numbers are shown from now on; `page` is the title of the page on which that was asked for.
    base::Result<void> noteReveal(const QString &unit, const QString &page);

private:
    Environment m_env;
};

}  // namespace service
