#include "service/release_folder.h"

#include "platform/unzip.h"
#include "versions/files.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <filesystem>
#include <system_error>

namespace service {

namespace {

constexpr qint64 kMaxList = 4 * 1024 * 1024;

base::Error swapped(const QString &path)
{
    return base::validation(QStringLiteral("upgrade.swapped"), path);
}

bool matches(const QString &folder, const QString &path, const QByteArray &size, const QByteArray &sha256)
{
    QFile file(folder + QLatin1Char('/') + path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return platform::isPlainPath(path) && !QFileInfo(file).isSymLink() && file.open(QIODevice::ReadOnly)
        && QByteArray::number(file.size()) == size && hash.addData(&file) && hash.result().toHex() == sha256;
}

int filesIn(const QString &folder)
{
    int count = 0;
    QDirIterator each(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    for (; each.hasNext(); each.next())
        ++count;
    return count;
}

}  // namespace

base::Result<void> verifyFolder(const QString &folder, const QByteArray &filesSha256, base::Job &job)
{
    QFile list(folder + QStringLiteral("/files.txt"));
    if (!list.open(QIODevice::ReadOnly))
        return swapped(QStringLiteral("files.txt"));
    const auto text = list.read(kMaxList);
    if (QCryptographicHash::hash(text, QCryptographicHash::Sha256) != filesSha256)
        return swapped(QStringLiteral("files.txt"));
    QSet<QString> listed{QStringLiteral("files.txt")};
    for (const auto &line : text.split('\n')) {
        if (line.isEmpty())
            continue;
        if (job.cancelled())
            return base::cancelled();
        const auto first = line.indexOf(' ');
        const auto second = line.indexOf(' ', first + 1);
        const auto path = QString::fromLatin1(line.mid(second + 1));
        if (first < 0 || second < 0 || listed.contains(path)
            || !matches(folder, path, line.mid(first + 1, second - first - 1), line.left(first)))
            return swapped(path);
        listed.insert(path);
    }
    return filesIn(folder) == listed.size() ? base::Result<void>() : swapped(QStringLiteral("a file too many"));
}

base::Result<void> syncFolder(const QString &folder)
{
    namespace fs = std::filesystem;
    try {
        const fs::path root(folder.toStdU16String());
        for (const auto &each : fs::recursive_directory_iterator(root))
            versions::sync(each.path());
        versions::sync(root);
        return {};
    } catch (const std::system_error &failure) {
        auto error = base::validation(QStringLiteral("upgrade.disk"), reasonOf(failure));
        error.kind = base::Error::Kind::Store;
        return error;
    }
}

QString reasonOf(const std::system_error &failure)
{
    return QString::fromLocal8Bit(failure.code().message().c_str());
}

}  // namespace service
