#pragma once
// 通知公告 (manual 3.1.3; N1-N4).

#include "domain/notice.h"
#include "service/environment.h"

#include <vector>

namespace service {

struct NoticeList {
    std::vector<domain::Notice> rows;  ///< in force, newest first, without their bodies
    QDateTime syncedAt;                ///< invalid: never asked
};

class NoticeService final {
public:
    explicit NoticeService(const Environment &environment) : m_env(environment) {}

    /// Asks the tax side (N4). What is kept of a body is what domain::safeText() lets through.
    base::Result<NoticeList> refresh(const QString &unit, base::Job &job);
    base::Result<NoticeList> list(const QString &unit);
    /// Flagged for 自动弹框 and never opened, the most important first (N3).
    base::Result<std::vector<domain::Notice>> popUps(const QString &unit);
    /// With its contents; it has been read from now on. Validation: notice.gone.
    base::Result<domain::Notice> open(const QString &id);
    base::Result<void> markAllRead(const QString &unit);

private:
    Environment m_env;
};

}  // namespace service
