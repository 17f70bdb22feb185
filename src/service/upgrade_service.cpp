#include "service/upgrade_service.h"

#include "platform/installed_entry.h"
#include "platform/unzip.h"
#include "service/release_check.h"
#include "service/release_folder.h"
#include "store/setting_table.h"

#include <QCryptographicHash>
#include <QDir>

#include <system_error>

namespace service {

namespace {

const QString kSeen = QStringLiteral("upgrade.seen");
constexpr qint64 kMaxPackage = 2LL * 1024 * 1024 * 1024;

base::Error refused(const char *code, const QString &detail = {})
{
    return base::validation(QLatin1String("upgrade.") + QLatin1String(code), detail);
}

base::Error local(const char *code, const QString &detail = {})
{
    auto error = refused(code, detail);
    error.kind = base::Error::Kind::Store;
    return error;
}

QString textOf(const std::optional<versions::Version> &version)
{
    return version ? QString::fromStdString(version->text()) : QString();
}

std::filesystem::path native(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

/// A file that goes with its scope unless it was kept.
class Discard final {
public:
    explicit Discard(QFile &file) : m_file(file) {}
    ~Discard()
    {
        if (!m_kept)
            m_file.remove();
    }
    Discard(const Discard &) = delete;
    Discard &operator=(const Discard &) = delete;
    void keep() { m_kept = true; }

private:
    QFile &m_file;
    bool m_kept = false;
};

}  // namespace

UpgradeStanding UpgradeService::standing() const
{
    UpgradeStanding standing;
    standing.running = textOf(m_place.running);
    const auto state = m_place.install ? m_place.install->read() : std::nullopt;
    if (!state)
        return standing;
    if (state->trial && state->current != m_place.running)
        standing.waiting = textOf(state->current);
    standing.failed = textOf(state->failed);
    return standing;
}

base::Result<void> UpgradeService::started()
{
    if (m_place.install) {
        try {
            m_place.install->confirm(m_place.running);
            m_place.install->sweep(m_place.running);
            platform::setInstalledVersion(QString::fromStdU16String(m_place.install->root().u16string()),
                                          textOf(m_place.running));
        } catch (const std::system_error &failure) {
            // For all users, where only setup writes, there is no trial to end either.
            if (m_place.onTrial())
                return local("switch", reasonOf(failure));
        }
    }
    return m_env.store.dropCopies();
}

base::Result<std::optional<domain::Release>> UpgradeService::check(base::Job &job)
{
    const auto offer = gateway::fetchLatestRelease(m_env.taxSide, m_place.platform, job);
    if (!offer)
        return offer.error();
    if (!offer->has_value())
        return std::optional<domain::Release>();
    const auto seen = m_env.store.read([](base::sqlite::Connection &c) { return store::SettingTable(c).value(kSeen); });
    if (!seen)
        return seen.error();
    auto release = acceptedRelease(**offer, {m_keys, m_place.platform, m_place.running,
                                             versions::Version::of(seen->toStdString()), m_env.clock.now()});
    if (!release || !release->has_value())
        return release;
    const auto &version = (*release)->version;
    if (*seen != version) {
        const auto kept = m_env.store.write([&](base::sqlite::Connection &c) { store::SettingTable(c).set(kSeen, version); });
        if (!kept)
            return kept.error();
    }
    return standing().waiting == version ? std::optional<domain::Release>() : release;
}

base::Result<void> UpgradeService::mayInstall() const
{
    if (!m_place.install)
        return refused("no-launcher");
    if (!m_place.install->isWritable())
        return local("not-writable");
    return {};
}

QString UpgradeService::path(const QString &name) const
{
    return QString::fromStdU16String((m_place.install->versionsFolder() / name.toStdU16String()).u16string());
}

base::Result<std::shared_ptr<UpgradePackage>> UpgradeService::fetch(const domain::Release &release, base::Job &job)
{
    if (const auto may = mayInstall(); !may)
        return may.error();
    if (release.size > kMaxPackage)
        return refused("endless", QString::number(release.size));
    auto lock = versions::Lock::take(m_place.install->upgradeLock());
    if (!lock)
        return local("busy");
    const auto package = std::make_shared<UpgradePackage>(std::move(*lock));
    package->file.setFileName(path(release.version + QStringLiteral(".download")));
    const auto downloaded = download(release, package->file, job);
    return downloaded ? base::Result<std::shared_ptr<UpgradePackage>>(package) : downloaded.error();
}

base::Result<void> UpgradeService::download(const domain::Release &release, QFile &file, base::Job &job)
{
    if (!file.open(QIODevice::ReadWrite | QIODevice::Truncate))
        return local("disk", file.errorString());
    Discard discard(file);
    const auto sink = [&](const QByteArray &piece) -> base::Result<void> {
        if (file.write(piece) != piece.size())
            return local("disk", file.errorString());
        job.report(file.pos(), release.size);
        return {};
    };
    const auto answer = gateway::fetchReleaseFile(m_env.taxSide, release.package, release.size, sink, job);
    if (!answer)
        return answer.error().code == QLatin1String("protocol.too-large") ? refused("endless") : answer.error();
    if (!file.flush() || file.size() != release.size)
        return file.error() == QFile::NoError ? refused("truncated", QString::number(file.size()))
                                              : local("disk", file.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.seek(0) || !hash.addData(&file) || hash.result() != release.sha256)
        return refused("hash");
    discard.keep();
    return {};
}

base::Result<void> UpgradeService::stage(const domain::Release &release, UpgradePackage &package, base::Job &job)
{
    const Discard discard(package.file);
    if (const auto may = mayInstall(); !may)
        return may.error();
    if (const auto free = discardOther(release, job); !free)
        return free.error();
    const auto version = versionOf(release.version);
    if (m_place.install->isComplete(version))
        return {};
    const QString fresh = path(release.version + QStringLiteral(".new"));
    const auto unpacked = unpack(release, package.file, fresh, job);
    if (!unpacked) {
        QDir(fresh).removeRecursively();
        return unpacked;
    }
    try {
        versions::moveFolder(native(fresh), m_place.install->folderOf(version));
        return {};
    } catch (const std::system_error &failure) {
        return local("disk", reasonOf(failure));
    }
}

/// A folder of that version that is not what was signed makes room; one that is need not be made again.
base::Result<void> UpgradeService::discardOther(const domain::Release &release, base::Job &job) const
{
    const QString folder = path(release.version);
    if (!QDir(folder).exists() || verifyFolder(folder, release.filesSha256, job))
        return {};
    const QString old = folder + QStringLiteral(".old");
    QDir(old).removeRecursively();
    if (!QDir().rename(folder, old))
        return local("disk", folder);
    QDir(old).removeRecursively();
    return {};
}

base::Result<void> UpgradeService::unpack(const domain::Release &release, QFile &package, const QString &folder,
                                          base::Job &job) const
{
    QDir(folder).removeRecursively();
    if (!QDir().mkpath(folder))
        return local("disk", folder);
    const auto bytes = platform::unzip(package, folder, release.unpackedSize, job);
    if (!bytes)
        return bytes.error();
    if (const auto synced = syncFolder(folder); !synced)
        return synced;
    // What lies there now is what the publisher signed, whatever happened to package and folder since the download.
    return verifyFolder(folder, release.filesSha256, job);
}

base::Result<void> UpgradeService::switchTo(const domain::Release &release)
{
    if (const auto may = mayInstall(); !may)
        return may.error();
    const auto version = versionOf(release.version);
    if (!m_place.install->isComplete(version))
        return local("switch", QStringLiteral("not complete"));
    try {
        m_place.install->switchTo(version, m_place.running);
        return {};
    } catch (const std::system_error &failure) {
        return local("switch", reasonOf(failure));
    }
}

}  // namespace service
