#include "store/half_done.h"

#include "base/durable.h"
#include "base/log.h"

#include <QDir>
#include <QFileInfo>

namespace store {

std::optional<base::Error> halfDone(const QString &path)
{
    if (base::hasContent(path))
        return std::nullopt;
    const QFileInfo file(path);
    auto left = file.dir().entryList({file.fileName() + QStringLiteral(".*")}, QDir::Files | QDir::Hidden, QDir::Name);
    left.removeAll(file.fileName() + QStringLiteral(".restore-failed"));
    if (left.isEmpty())
        return std::nullopt;
    base::Error error;
    error.kind = base::Error::Kind::Store;
    error.code = QStringLiteral("store.unfinished");
    error.detail = left.join(QLatin1Char(' '));
    base::log::warn(QStringLiteral("%1 is missing beside %2").arg(file.fileName(), error.detail));
    return error;
}

}  // namespace store
