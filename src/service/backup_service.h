#pragma once
// 数据备份与恢复 (S3–S5, X2). A backup is one file (platform/sealed_file.h) with a whole copy of the local store, made
// while work goes on, found whole, written beside, read back, and only then given its name. A restore is checked from
// end to end before anything of what is there is touched, and applied by the next start (store/restore.h).

#include "base/clock.h"
#include "base/job.h"
#include "platform/sealed_file.h"
#include "platform/vault.h"
#include "store/store.h"

#include <atomic>
#include <mutex>

namespace service {

struct BackupPlan {
    bool automatic = false;  ///< when the program ends
    int keep = 10;           ///< automatic ones; older ones that this program has made are removed
    QString folder;
    bool hasPassword = false;
    QDateTime lastMade;  ///< of either kind
    QString lastFile;
};

/// The automatic one was not made for a week, although there was work.
struct OverdueBackup {
    bool overdue = false;
    QDateTime lastMade;  ///< invalid: never
};

/// What a file says about itself; nothing of it is proven before it was checked.
using BackupHead = platform::SealedHead;

struct BackupReport {
    QString file;
    qint64 bytes = 0;
    int removed = 0;  ///< older automatic ones
};

class BackupService final {
public:
    /// `key` is the data folder's; `cost` of scrypt is smaller in tests.
    BackupService(store::Store &store, platform::Vault &vault, const base::Clock &clock, const QString &dataFolder,
                  const QByteArray &key, int cost = 17)
        : m_store(store), m_vault(vault), m_clock(clock), m_folder(dataFolder), m_key(key), m_cost(cost)
    {
    }

    base::Result<BackupPlan> plan();
    static OverdueBackup overdue(base::sqlite::Connection &connection, const QDateTime &now);
    /// Where, how many and whether; not the password.
    base::Result<void> save(const BackupPlan &plan);
    /// At least 8 characters: Validation `backup.password-short`. Backups made before keep theirs. It opens the store's key too
    /// (platform/key_recovery.h).
    base::Result<void> setPassword(const QString &password);

    /// `backup_20261124_093000.sbbak` in that folder. Does not look whether there is one.
    QString suggestedFile(const QString &folder) const;
    /// Errors: Validation `backup.no-password`; Store; Cancelled. No file is left of one that failed.
    base::Result<BackupReport> make(const QString &file, base::Job &job) { return make(file, For::TheUser, job); }
    /// Under a name in `folder` that nobody has.
    base::Result<BackupReport> makeIn(const QString &folder, base::Job &job)
    {
        return make(freeName(folder), For::TheUser, job);
    }
    /// Whether the end of the program is to make one, as plan() or save() saw it last: also without a password, or with one
    /// that cannot be read, so that it is said then. Waits for nothing.
    bool isAutomatic() const { return m_automatic; }
    /// Into the plan's folder; keeps as many as the plan says.
    base::Result<BackupReport> makeAutomatic(base::Job &job);

    base::Result<BackupHead> look(const QString &file);
    /// Reads all of it and puts it ready beside the store. Nothing else changes. Errors as SealedReader,
    /// store/restore.h.
    base::Result<BackupHead> check(const QString &file, const QString &password, base::Job &job);
    /// What check() has put ready is applied by the next start; or it is given up.
    base::Result<void> confirmRestore();
    void giveUpRestore();
    /// What was there before the last restore, put ready as check() does a backup; what was submitted since stays. Errors: as
    /// check(); Store `file.write`.
    base::Result<void> prepareUndo();
    bool canUndoRestore() const;
    bool isRestoreWaiting() const;

private:
    struct Unfinished;
    QString freeName(const QString &folder) const;
    base::Result<platform::BackupKey> backupKey();
    enum class For { TheUser, TheCount };
    base::Result<BackupReport> make(const QString &file, For whom, base::Job &job);
    base::Result<qint64> sealStore(const QString &target, const platform::BackupKey &key, base::Job &job);
    base::Result<void> seal(const base::sqlite::DatabaseBytes &bytes, const QString &target,
                            const platform::BackupKey &key, base::Job &job);
    base::Result<BackupHead> unpack(const QString &file, const QString &password, base::Job &job);
    base::Result<void> prepareStaged();
    base::Result<void> begin(const QString &file, const QString &unfinished, For whom);
    void remember(const QString &file);
    base::Result<int> removeOld(int keep);

    store::Store &m_store;
    platform::Vault &m_vault;
    const base::Clock &m_clock;
    QString m_folder;
    QByteArray m_key;
    int m_cost;
    std::atomic<bool> m_automatic{false};
    std::mutex m_making;  ///< one after the other: a second one would take the unfinished file of the first for left over
};

}  // namespace service
