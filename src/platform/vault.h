#pragma once
// Secrets that outlive the program: passwords the user asked to be remembered, the proxy's login, the store's key.
//
// Two files in the data folder, both 0600: `vault.key`, 32 random bytes, and `vault.bin`, all secrets under AES-256-GCM.
// That keeps secrets out of copies of the store and out of casual sight; it does not keep them from whoever can read
// both files. On Windows the key lies in its file under the system's own protection (DPAPI): another user, or the same files
// on another machine, cannot open it.

#include "base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <mutex>
#include <optional>

namespace platform {

/// All functions may be called from any thread; they read and write files. One process per folder (Instance).
/// Errors: Store `vault.damaged` (neither key nor secrets can be read as what they should be), `vault.read`, `file.write`,
/// `vault.crypto`.
class Vault final {
public:
    /// `folder` exists.
    explicit Vault(const QString &folder) : m_folder(folder) {}

    /// A damaged vault is put aside as `vault.bin.damaged-<n>` and a new one begun; nothing is deleted.
    base::Result<void> put(const QString &key, const QByteArray &secret);
    /// Nothing when there is no such secret.
    base::Result<std::optional<QByteArray>> get(const QString &key);
    /// Removing what is not there is no error; a damaged vault is put aside.
    base::Result<void> remove(const QString &key);

private:
    using Secrets = QMap<QString, QByteArray>;

    base::Result<Secrets> load() const;
    base::Result<void> save(const Secrets &secrets) const;
    base::Result<QByteArray> readKey() const;
    base::Result<QByteArray> readOrMakeKey() const;
    void putAside() const;
    QString path(const char *name) const;

    QString m_folder;
    std::mutex m_mutex;
};

}  // namespace platform
