#pragma once
// 升级 (U1, X11): look, fetch, unpack beside, switch. Nothing of the running version is ever touched; until switchTo() has
// returned, the next start is the same as the last.

#include "gateway/release.h"
#include "service/environment.h"
#include "service/release_keys.h"
#include "service/upgrade_place.h"

#include <QFile>

namespace service {

struct UpgradeStanding {
    QString running;
    QString waiting;  ///< switched to, starts with the next start; empty: none
    QString failed;   ///< given up once; only the user goes there again. Empty: none
};

/// A package that was downloaded, and until it goes the right to be the only one who changes the folder of versions: another
/// client, of another data folder, would bring the same package under the same name.
struct UpgradePackage {
    explicit UpgradePackage(versions::Lock held) : lock(std::move(held)) {}
    versions::Lock lock;
    QFile file;
};

class UpgradeService final {
public:
    UpgradeService(const Environment &environment, UpgradePlace place, QList<ReleaseKey> keys)
        : m_env(environment), m_place(std::move(place)), m_keys(std::move(keys))
    {
    }

    const UpgradePlace &place() const { return m_place; }
    UpgradeStanding standing() const;
    /// The first window is there and the store is open: ends a trial, removes what it needed, sweeps. Called once at each
    /// start.
    base::Result<void> started();

    /// The newest release, nothing when it runs or waits already. Errors: those of the network and of acceptedRelease().
    base::Result<std::optional<domain::Release>> check(base::Job &job);
    /// Downloads the package; reports bytes of release.size. A cut-off download begins again. Errors: upgrade.{no-launcher,
    /// not-writable,busy,truncated,endless,hash,disk}, those of the network, cancelled.
    base::Result<std::shared_ptr<UpgradePackage>> fetch(const domain::Release &release, base::Job &job);
    /// Unpacks and checks it; afterwards the version is complete beside the others. Reports bytes of release.unpackedSize.
    /// Errors: upgrade.{package,unpacked,swapped,disk}, cancelled.
    base::Result<void> stage(const domain::Release &release, UpgradePackage &package, base::Job &job);
    /// The next start is the new version's. Error: upgrade.switch.
    base::Result<void> switchTo(const domain::Release &release);

private:
    base::Result<void> mayInstall() const;
    base::Result<void> download(const domain::Release &release, QFile &file, base::Job &job);
    base::Result<void> unpack(const domain::Release &release, QFile &package, const QString &folder, base::Job &job) const;
    base::Result<void> discardOther(const domain::Release &release, base::Job &job) const;
    QString path(const QString &name) const;

    Environment m_env;
    UpgradePlace m_place;
    QList<ReleaseKey> m_keys;
};

}  // namespace service
