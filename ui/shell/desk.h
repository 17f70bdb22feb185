#pragma once
// What every page works with: the unit it shows, and the window's services to its pages. A unit switch makes new pages,
// so nothing here changes under a page.

#include "domain/trail.h"
#include "service/unit_service.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/prompt.h"

namespace ui {

struct Desk {
    JobRunner &jobs;
    Prompt &prompt;
    const base::Clock &clock;
    service::UnitProfile profile;
    std::function<void()> logInAgain;           ///< after Error::SessionExpired
    std::function<void()> openNetworkSettings;  ///< after a Network, Proxy or Tls error

    /// 操作日志 learns of a list or document that went to a file or a printer; called on a worker. May be missing.
    std::function<base::Result<void>(domain::TrailEvent event, const QString &what, qint64 count)> noteOutput = {};

    QString unit() const { return profile.unit.registrationId; }
};

}  // namespace ui
