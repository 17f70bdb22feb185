#include "service/upgrade_place.h"

#include "base/log.h"
#include "service/release_folder.h"

#include <QDir>
#include <QFileInfo>

#include <system_error>

namespace service {

bool UpgradePlace::onTrial() const
{
    const auto state = install ? install->read() : std::nullopt;
    return state && state->trial && state->current == running;
}

void UpgradePlace::prepare(bool preparing) const
{
    try {
        if (install)
            install->prepare(running, preparing);
    } catch (const std::system_error &failure) {  // the launcher waits no longer than for any other start
        base::log::warn(QStringLiteral("upgrade: %1").arg(reasonOf(failure)));
    }
}

UpgradePlace upgradePlace(const QString &program, const QString &version)
{
    UpgradePlace place;
    place.running = versions::Version::of(version.toStdString()).value_or(versions::Version());
#ifdef Q_OS_WIN
    place.platform = QStringLiteral("windows-x64");
#else
    place.platform = QStringLiteral("linux-x64");
#endif
    const auto root = QFileInfo(qEnvironmentVariable(versions::kRootVariable)).canonicalFilePath();
    QDir own(QFileInfo(program).canonicalPath());
    const auto folder = versions::Version::of(own.dirName().toStdString());
    // A variable that somebody has inherited from another installation says nothing about this one.
    if (root.isEmpty() || !folder || !own.cdUp() || !own.cdUp() || own.canonicalPath() != root)
        return place;
    place.running = *folder;
    place.install.emplace(std::filesystem::path(root.toStdU16String()));
    place.returnedFrom = qEnvironmentVariable(versions::kReturnedVariable);
    place.returnReason = qEnvironmentVariable(versions::kReasonVariable);
    return place;
}

}  // namespace service
