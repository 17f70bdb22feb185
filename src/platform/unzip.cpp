#include "platform/unzip.h"

#include "base/zip_source.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <memory>

namespace platform {

namespace {

using base::Result;

constexpr int kMaxEntries = 20'000;
constexpr int kMaxPath = 200;

base::Error refused(const QString &why)
{
    return base::validation(QStringLiteral("upgrade.package"), why);
}

base::Error disk(const QString &why)
{
    auto error = base::validation(QStringLiteral("upgrade.disk"), why);
    error.kind = base::Error::Kind::Store;
    return error;
}

struct Entry {
    QString path;
    bool executable = false;
};

class Unpacking final {
public:
    Unpacking(unzFile zip, const QString &folder, qint64 maxBytes, base::Job &job)
        : m_zip(zip), m_folder(folder), m_maxBytes(maxBytes), m_job(job)
    {
    }

    Result<qint64> all()
    {
        unz_global_info64 info{};
        if (unzGetGlobalInfo64(m_zip, &info) != UNZ_OK || info.number_entry > kMaxEntries)
            return refused(QStringLiteral("entries"));
        for (int at = unzGoToFirstFile(m_zip); at == UNZ_OK; at = unzGoToNextFile(m_zip)) {
            const auto present = entry();
            if (!present)
                return present.error();
            if (const auto written = write(*present); !written)
                return written.error();
        }
        return m_bytes;
    }

private:
    Result<Entry> entry()
    {
        unz_file_info64 info{};
        char name[kMaxPath + 2] = {};
        if (unzGetCurrentFileInfo64(m_zip, &info, name, sizeof name, nullptr, 0, nullptr, 0) != UNZ_OK)
            return refused(QStringLiteral("directory"));
        Entry entry{QString::fromLatin1(name), (info.external_fa >> 16 & 0111) != 0};
        const auto type = info.external_fa >> 16 & 0170000;
        const bool regular = type == 0 || type == 0100000;
        const bool method = info.compression_method == 0 || info.compression_method == Z_DEFLATED;
        if (info.size_filename > kMaxPath || !isPlainPath(entry.path) || !regular || !method || (info.flag & 1))
            return refused(QStringLiteral("entry %1").arg(m_names.size()));
        if (!isNew(entry.path))
            return refused(QStringLiteral("twice: entry %1").arg(m_names.size()));
        return entry;
    }

    /// Some file systems take A and a for one name; and a name cannot be both a file and a folder.
    bool isNew(const QString &path)
    {
        const auto name = path.toLower();
        if (m_names.contains(name) || m_folders.contains(name))
            return false;
        m_names.insert(name);
        for (auto slash = name.lastIndexOf(QLatin1Char('/')); slash > 0; slash = name.lastIndexOf(QLatin1Char('/'), slash - 1)) {
            m_folders.insert(name.left(slash));
            if (m_names.contains(name.left(slash)))
                return false;
        }
        return true;
    }

    Result<void> write(const Entry &entry)
    {
        const QString path = m_folder + QLatin1Char('/') + entry.path;
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return disk(file.errorString());
        if (unzOpenCurrentFile(m_zip) != UNZ_OK)
            return refused(entry.path);
        const auto copied = copy(file);
        const bool whole = unzCloseCurrentFile(m_zip) == UNZ_OK;  // checks the CRC
        if (!copied || !whole)
            return copied ? refused(entry.path) : copied.error();
        if (entry.executable)
            file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
        file.close();
        return file.error() == QFile::NoError ? Result<void>() : disk(file.errorString());
    }

    Result<void> copy(QFile &file)
    {
        QByteArray piece(256 * 1024, Qt::Uninitialized);
        for (;;) {
            const int count = unzReadCurrentFile(m_zip, piece.data(), unsigned(piece.size()));
            if (count < 0)
                return refused(QStringLiteral("data of entry %1").arg(m_names.size()));
            if (count == 0)
                return {};
            m_bytes += count;
            if (m_bytes > m_maxBytes)
                return base::validation(QStringLiteral("upgrade.unpacked"));
            if (file.write(piece.constData(), count) != count)
                return disk(file.errorString());
            if (m_job.cancelled())
                return base::cancelled();
            m_job.report(m_bytes, m_maxBytes);
        }
    }

    unzFile m_zip;
    QString m_folder;
    qint64 m_maxBytes;
    base::Job &m_job;
    qint64 m_bytes = 0;
    QSet<QString> m_names;
    QSet<QString> m_folders;
};

}  // namespace

bool isPlainPath(const QString &path)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_+-][A-Za-z0-9._+-]*\\z"));
    static const QRegularExpression device(QStringLiteral("\\A(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin|conout)(\\.|\\z)"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (path.isEmpty() || path.size() > kMaxPath)
        return false;
    const auto parts = path.split(QLatin1Char('/'));
    return std::all_of(parts.begin(), parts.end(), [](const QString &part) {
        return plain.match(part).hasMatch() && !device.match(part).hasMatch() && !part.endsWith(QLatin1Char('.'));
    });
}

Result<qint64> unzip(QIODevice &zip, const QString &folder, qint64 maxBytes, base::Job &job)
{
    auto functions = base::zipSourceOf(zip);
    const std::unique_ptr<void, int (*)(unzFile)> opened(unzOpen2_64("", &functions), unzClose);
    if (!opened)
        return refused(QStringLiteral("no zip"));
    return Unpacking(opened.get(), folder, maxBytes, job).all();
}

}  // namespace platform
