#include "app/set_aside.h"

#include "base/china_time.h"
#include "base/durable.h"

#include <QDir>

namespace app {

namespace {

base::Error failed(const QString &name)
{
    base::Error error;
    error.kind = base::Error::Kind::Store;
    error.code = QStringLiteral("store.aside");
    error.detail = name;
    return error;
}

}  // namespace

bool isUnreadable(const base::Error &error)
{
    static const QStringList codes{QStringLiteral("store.damaged"), QStringLiteral("store.key-missing"),
                                   QStringLiteral("store.key-foreign"), QStringLiteral("store.key-wrong")};
    return codes.contains(error.code) || mayGoWellAgain(error);
}

bool mayGoWellAgain(const base::Error &error)
{
    return error.code == QLatin1String("store.unfinished");
}

base::Result<QString> setAside(const QString &dataFolder, const QDateTime &now)
{
    const QDir folder(dataFolder);
    const auto name = QStringLiteral("unreadable-") + base::china::at(now).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    if (!folder.mkpath(name))
        return failed(name);
    // In practice mode the books of the reference tax side are under the same key.
    // The key first: a database never stays behind with a key that was made after it. The database last: what else there is of
    // it never stays behind without it, where it could be taken for it.
    QStringList files{QStringLiteral("store.key"), QStringLiteral("store.key.recovery"), QStringLiteral("store.key.old")};
    files += folder.entryList({QStringLiteral("shebao.db*"), QStringLiteral("taxside.db*")}, QDir::Files | QDir::Hidden, QDir::Name | QDir::Reversed);
    for (const auto &file : files) {
        if (folder.exists(file) && !base::renameDurably(folder.filePath(file), folder.filePath(name + QLatin1Char('/') + file)))
            return failed(file);
    }
    return folder.filePath(name);
}

}  // namespace app
