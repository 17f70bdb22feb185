#include "service/backup_service.h"

#include "base/database_bytes.h"
#include "base/china_time.h"
#include "base/durable.h"
#include "base/encrypt_database.h"
#include "base/log.h"
#include "platform/key_recovery.h"
#include "store/migrations.h"
#include "store/restore.h"
#include "store/setting_table.h"
#include "store/trail_table.h"

#include <QDir>
#include <QFileInfo>

#include <future>

namespace service {

using base::sqlite::Access;
using base::sqlite::Connection;
using base::sqlite::DatabaseBytes;

namespace {

const QString kVaultKey = QStringLiteral("backup.key");
constexpr int kShortest = 8;
constexpr int kLongestDays = 7;

QString settingName(const char *name)
{
    return QStringLiteral("backup/") + QLatin1String(name);
}

base::Error failed(const char *code, const QString &detail = {})
{
    base::Error error;
    error.kind = base::Error::Kind::Store;
    error.code = QString::fromLatin1(code);
    error.detail = detail;
    return error;
}

/// What SQLite throws, as every room's outermost function.
template <class Fn>
base::Result<void> guarded(Fn fn)
{
    try {
        return fn();
    } catch (const base::sqlite::Failure &failure) {
        return store::Store::errorOf(failure);
    } catch (const base::Error &error) {
        return error;
    }
}

/// All of it, to its end; and what is in it is a database of `size` bytes.
base::Result<qint64> readBack(const QString &file, const platform::BackupKey &key, qint64 size, base::Job &job)
{
    platform::SealedReader reader;
    if (const auto head = reader.open(file); !head)
        return head.error();
    if (const auto unlocked = reader.unlock(key); !unlocked)
        return unlocked.error();
    for (qint64 at = 0;;) {
        const auto piece = reader.next();
        if (!piece)
            return piece.error();
        if (at == 0 && !piece->startsWith(QByteArray("SQLite format 3\0", 16)))
            break;
        if (piece->isEmpty()) {
            if (at != size)
                break;
            return reader.size();
        }
        if (job.cancelled())
            return base::cancelled();
        at += piece->size();
        job.report(size + std::min(at, size), 2 * size);
    }
    return failed("file.write", QStringLiteral("what was read back is not what was written"));
}

}  // namespace

/// Removed unless it got its name.
struct BackupService::Unfinished {
    explicit Unfinished(QString file) : path(std::move(file)) { QFile::remove(path); }
    ~Unfinished() { QFile::remove(path); }
    Unfinished(const Unfinished &) = delete;
    Unfinished &operator=(const Unfinished &) = delete;
    QString path;
};

base::Result<BackupPlan> BackupService::plan()
{
    auto plan = m_store.read([this](Connection &connection) {
        const store::SettingTable settings(connection);
        BackupPlan found;
        found.automatic = settings.value(settingName("automatic")) == QLatin1String("1");
        found.keep = settings.value(settingName("keep"), QStringLiteral("10")).toInt();
        found.folder = settings.value(settingName("folder"), QDir(m_folder).filePath(QStringLiteral("backups")));
        found.lastMade = QDateTime::fromString(settings.value(settingName("last-made")), Qt::ISODateWithMs);
        found.lastFile = settings.value(settingName("last-file"));
        return found;
    });
    if (!plan)
        return plan;
    m_automatic = plan->automatic;  // whatever else is wrong is said when it should be made
    const auto secret = m_vault.get(kVaultKey);
    if (!secret)
        return secret.error();
    plan->hasPassword = secret->has_value();
    if (const auto key = *secret ? platform::BackupKey::decoded(**secret) : std::nullopt;
        key && !platform::hasRecovery(m_folder))  // the password was set by an earlier version
        (void)platform::keepRecovery(m_folder, m_key, *key);
    return plan;
}

OverdueBackup BackupService::overdue(Connection &connection, const QDateTime &now)
{
    const store::SettingTable settings(connection);
    OverdueBackup found;
    if (settings.value(settingName("automatic")) != QLatin1String("1"))
        return found;
    found.lastMade = QDateTime::fromString(settings.value(settingName("last-made")), Qt::ISODateWithMs);
    const auto [first, last] = store::TrailTable(connection).span();
    const auto since = found.lastMade.isValid() ? found.lastMade : first;
    const bool worked = last.isValid() && (!found.lastMade.isValid() || last > found.lastMade);
    found.overdue = worked && since.daysTo(now) >= kLongestDays;
    return found;
}

base::Result<void> BackupService::save(const BackupPlan &plan)
{
    if (plan.keep < 1 || plan.keep > 999)
        return base::validation(QStringLiteral("backup.keep"));
    const auto saved = m_store.write([&](Connection &connection) {
        store::SettingTable settings(connection);
        settings.set(settingName("automatic"), plan.automatic ? QStringLiteral("1") : QStringLiteral("0"));
        settings.set(settingName("keep"), QString::number(plan.keep));
        settings.set(settingName("folder"), plan.folder);
    });
    if (saved)
        m_automatic = plan.automatic;
    return saved;
}

base::Result<void> BackupService::setPassword(const QString &password)
{
    if (password.size() < kShortest)
        return base::validation(QStringLiteral("backup.password-short"));
    const auto key = platform::makeBackupKey(password, m_cost);
    if (!key)
        return failed("vault.crypto");
    platform::dropRecovery(m_folder);  // if what follows is cut off, plan() makes it anew
    if (const auto kept = m_vault.put(kVaultKey, key->encoded()); !kept)
        return kept;
    return platform::keepRecovery(m_folder, m_key, *key);
}

base::Result<platform::BackupKey> BackupService::backupKey()
{
    const auto secret = m_vault.get(kVaultKey);
    if (!secret)
        return secret.error();
    const auto key = *secret ? platform::BackupKey::decoded(**secret) : std::nullopt;
    if (!key)
        return base::validation(QStringLiteral("backup.no-password"));
    return *key;
}

QString BackupService::suggestedFile(const QString &folder) const
{
    const auto when = base::china::at(m_clock.now()).toString(QStringLiteral("yyyyMMdd_HHmmss"));
    return QDir(folder).filePath(QStringLiteral("backup_%1.sbbak").arg(when));
}

QString BackupService::freeName(const QString &folder) const
{
    const auto suggested = suggestedFile(folder);
    auto file = suggested;
    for (int number = 2; QFile::exists(file); ++number)
        file = QStringLiteral("%1_%2.sbbak").arg(suggested.chopped(6)).arg(number);
    return file;
}

base::Result<BackupReport> BackupService::make(const QString &file, base::Job &job)
{
    const std::lock_guard one(m_making);
    return makeNow(file, For::TheUser, job);
}

base::Result<BackupReport> BackupService::makeIn(const QString &folder, base::Job &job)
{
    const std::lock_guard one(m_making);
    return makeNow(freeName(folder), For::TheUser, job);
}

base::Result<BackupReport> BackupService::makeNow(const QString &file, For whom, base::Job &job)
{
    const auto key = backupKey();
    if (!key)
        return key.error();
    if (!base::makeFolderDurably(QFileInfo(file).path()))
        return failed("file.write", QFileInfo(file).fileName());
    const Unfinished sealed(file + QStringLiteral(".part"));
    if (const auto done = begin(file, sealed.path, whom); !done)
        return done.error();
    const auto size = sealStore(sealed.path, *key, job);
    if (!size)
        return size.error();
    const auto bytes = readBack(sealed.path, *key, *size, job);
    if (!bytes)
        return bytes.error();
    if (!base::replaceDurably(sealed.path, file))
        return failed("file.write", QFileInfo(file).fileName());
    remember(file);
    return BackupReport{file, *bytes, 0};
}

// Named in the store before there is such a file: should the process die, the next backup knows whose it is; and an
// automatic one is counted from its first moment.
base::Result<void> BackupService::begin(const QString &file, const QString &unfinished, For whom)
{
    return m_store.write([&](Connection &connection) {
        store::SettingTable settings(connection);
        const auto left = settings.value(settingName("unfinished"));
        if (!left.isEmpty())
            QFile::remove(left);
        settings.set(settingName("unfinished"), unfinished);
        if (whom == For::TheCount)
            settings.set(settingName("made"), settings.value(settingName("made")) + QLatin1Char('\n') + file);
    });
}

// While it is sealed another thread finds it sound: nothing gets a name before both are done. A restore looks at every
// index too.
base::Result<qint64> BackupService::sealStore(const QString &target, const platform::BackupKey &key, base::Job &job)
{
    qint64 size = 0;
    const auto done = m_store.still(job, [&](Connection &reader, const DatabaseBytes &bytes) -> base::Result<void> {
        std::atomic<bool> failing{false};
        auto sound = std::async(std::launch::async, [&] {
            return guarded([&]() -> base::Result<void> {
                if (!base::sqlite::isSound(reader, [&] { return !failing && !job.cancelled(); }))
                    return failed("store.damaged", QStringLiteral("the store is not whole"));
                return {};
            });
        });
        const auto written = seal(bytes, target, key, job);
        failing = !written;
        size = bytes.size();
        const auto checked = sound.get();
        return job.cancelled() ? base::cancelled() : !written ? written : checked;
    });
    if (!done)
        return done.error();
    return size;
}

// The first of two steps; the second reads it back.
base::Result<void> BackupService::seal(const DatabaseBytes &bytes, const QString &target, const platform::BackupKey &key,
                                       base::Job &job)
{
    return guarded([&]() -> base::Result<void> {
        platform::SealedWriter writer;
        const platform::SealedHead head{store::schemaVersion(), m_clock.now(), QStringLiteral(SHEBAO_VERSION)};
        if (const auto opened = writer.open(target, key, head); !opened)
            return opened;
        const auto size = bytes.size();
        for (qint64 at = 0; at < size; at += platform::kSealedPiece) {
            if (job.cancelled())
                return base::cancelled();
            if (const auto done = writer.write(bytes.read(at, std::min<qint64>(platform::kSealedPiece, size - at)));
                !done)
                return done;
            job.report(at, 2 * size);
        }
        return writer.finish();
    });
}

// A good backup whose entry cannot be written is a good backup.
void BackupService::remember(const QString &file)
{
    const auto done = m_store.write([&](Connection &connection) {
        store::SettingTable settings(connection);
        settings.set(settingName("last-made"), m_clock.now().toUTC().toString(Qt::ISODateWithMs));
        settings.set(settingName("last-file"), file);
        settings.set(settingName("unfinished"), {});
    });
    if (!done)
        base::log::warn(QStringLiteral("a backup was made but not noted: %1").arg(done.error().code));
}

base::Result<BackupReport> BackupService::makeAutomatic(base::Job &job)
{
    const auto wanted = plan();
    if (!wanted)
        return wanted.error();
    const std::lock_guard one(m_making);
    auto made = makeNow(freeName(wanted->folder), For::TheCount, job);
    if (!made)
        return made;
    if (const auto removed = removeOld(wanted->keep))
        made->removed = *removed;
    return made;
}

// By a list of what was made here, not by what lies in the folder: nobody else's file is ever removed. What cannot be
// removed (a stick that is not there) stays in the list, what somebody else has removed does not count.
base::Result<int> BackupService::removeOld(int keep)
{
    return m_store.write([&](Connection &connection) {
        store::SettingTable settings(connection);
        auto files = settings.value(settingName("made")).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        files.removeIf([](const QString &file) { return !QFile::exists(file) && QFileInfo(file).dir().exists(); });
        const QStringList old = files.mid(0, std::max<qsizetype>(0, files.size() - keep));
        int removed = 0;
        for (const auto &file : old) {
            if (QFile::remove(file)) {
                ++removed;
                files.removeOne(file);
            }
        }
        settings.set(settingName("made"), files.join(QLatin1Char('\n')));
        return removed;
    });
}

base::Result<BackupHead> BackupService::look(const QString &file)
{
    return platform::SealedReader().open(file);
}

base::Result<BackupHead> BackupService::check(const QString &file, const QString &password, base::Job &job)
{
    auto head = unpack(file, password, job);
    if (!head) {
        giveUpRestore();
        return head;
    }
    const auto ready = prepareStaged();
    return ready ? head : ready.error();
}

base::Result<void> BackupService::prepareStaged()
{
    auto ready = guarded([&]() -> base::Result<void> {
        store::prepareStaged(m_folder, m_key);
        return {};
    });
    // The seals of a backup are good by now, so what is wrong with it was wrong when it was made.
    if (!ready && ready.error().code == QLatin1String("store.damaged"))
        ready = base::validation(QStringLiteral("backup.damaged"), ready.error().detail);
    if (!ready)
        giveUpRestore();
    return ready;
}

base::Result<void> BackupService::prepareUndo()
{
    if (store::stageUndo(m_folder))
        return prepareStaged();
    giveUpRestore();
    return failed("file.write");
}

bool BackupService::canUndoRestore() const
{
    return store::canUndoRestore(m_folder);
}

base::Result<BackupHead> BackupService::unpack(const QString &file, const QString &password, base::Job &job)
{
    platform::SealedReader reader;
    const auto head = reader.open(file);
    if (!head)
        return head;
    if (head->schema > store::schemaVersion())
        return base::validation(QStringLiteral("backup.newer"), QStringLiteral("schema %1").arg(head->schema));
    if (const auto unlocked = reader.unlock(password); !unlocked)
        return unlocked.error();
    const auto done = guarded([&]() -> base::Result<void> {
        DatabaseBytes bytes(store::beginStaging(m_folder), m_key, DatabaseBytes::For::Writing);
        for (qint64 at = 0;;) {
            const auto piece = reader.next();
            if (!piece)
                return piece.error();
            if (job.cancelled())
                return base::cancelled();
            if (piece->isEmpty())
                break;
            bytes.write(at, *piece);
            at += piece->size();
            job.report(at, reader.size());
        }
        bytes.finish();
        return {};
    });
    if (!done)
        return done.error();
    return head;
}

base::Result<void> BackupService::confirmRestore()
{
    return store::markStaged(m_folder) ? base::Result<void>() : failed("file.write");
}

void BackupService::giveUpRestore()
{
    store::dropStaged(m_folder);
}

bool BackupService::isRestoreWaiting() const
{
    return store::isRestoreWaiting(m_folder);
}

}  // namespace service
