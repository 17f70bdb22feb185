#include "app/recover_key.h"

#include "base/durable.h"
#include "platform/key_recovery.h"
#include "platform/store_error.h"
#include "platform/store_key.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QStringList>

namespace app {

bool mayRecoverKey(const base::Error &error, const QString &dataFolder)
{
    static const QStringList codes{QStringLiteral("store.key-missing"), QStringLiteral("store.key-foreign"),
                                   QStringLiteral("store.key-wrong")};
    return codes.contains(error.code) && platform::hasRecovery(dataFolder);
}

base::Result<void> recoverKey(const QString &dataFolder, const QString &password)
{
    const auto key = platform::recoveredKey(dataFolder, password);
    if (!key)
        return key.error();
    if (const auto opens = store::Store::tryKey(dataFolder, *key); !opens)
        return opens;
    const auto present = QDir(dataFolder).filePath(QStringLiteral("store.key"));
    if (QFile::exists(present) && !base::replaceDurably(present, present + QStringLiteral(".old")))
        return platform::storeError("file.write", QStringLiteral("store.key.old"));
    return platform::putStoreKey(dataFolder, *key);
}

}  // namespace app
