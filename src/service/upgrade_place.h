#pragma once
// Where this program stands: in a versions folder below a launcher, or by itself (a developer's build).

#include "versions/install.h"

#include <QString>

namespace service {

struct UpgradePlace {
    versions::Version running;                 ///< of the folder where there is one, else the one compiled in
    std::optional<versions::Install> install;  ///< nothing: not started by the launcher, so nobody would restart it
    QString platform;                          ///< as releases name it
    QString returnedFrom;                      ///< a version that was just given up for this one; empty: none
    QString returnReason;                      ///< ended, silent, cut-off, missing, broken

    /// The version waits to show its first window; if it ends before, the launcher goes back.
    bool onTrial() const;
    /// To the launcher: the work before the first window takes minutes, or is done. Does nothing when not on trial.
    void prepare(bool preparing) const;
};

/// `program` is this program's file, `version` what is compiled in; the rest is what the launcher has left in the
/// environment.
UpgradePlace upgradePlace(const QString &program, const QString &version);

}  // namespace service
