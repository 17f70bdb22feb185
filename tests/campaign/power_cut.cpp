#include "campaign/power_cut.h"

#include "campaign/client.h"
#include "campaign/disk.h"

#include <QDir>
#include <QDirIterator>

#include <fcntl.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <vector>

namespace campaign {

using disk::Entry;

namespace {

constexpr qsizetype kSectorBytes = 512;

/// A write or, without bytes, a new size.
struct Pending {
    qint64 offset = 0;
    QByteArray bytes = {};
    bool isTruncate = false;
    bool isLost = false;
};

struct File {
    QByteArray durable;
    std::vector<Pending> pending;
};
using FilePtr = std::shared_ptr<File>;

/// Something that happened to the names of one folder.
struct Change {
    QByteArray removed = {};
    QByteArray added = {};
    FilePtr file = {};  ///< of `added`; none: a folder
};

/// Of one folder. What is missing in `now` or not yet in `durable` lies in `pending`.
struct Folder {
    std::map<QByteArray, FilePtr> now;
    std::map<QByteArray, FilePtr> durable;
    std::vector<Change> pending;
};

void carryOut(QByteArray &content, const Pending &one)
{
    const auto end = one.isTruncate ? one.offset : one.offset + one.bytes.size();
    const auto had = content.size();
    if (one.isTruncate || had < end) {
        content.resize(end);
        if (end > had)
            std::memset(content.data() + had, 0, std::size_t(end - had));
    }
    if (!one.isTruncate)
        std::memcpy(content.data() + one.offset, one.bytes.constData(), std::size_t(one.bytes.size()));
}

void carryOut(std::map<QByteArray, FilePtr> &names, const Change &change)
{
    if (!change.removed.isEmpty())
        names.erase(change.removed);
    if (!change.added.isEmpty())
        names[change.added] = change.file;
}

QByteArray folderOf(const QByteArray &path)
{
    return path.left(path.lastIndexOf('/'));
}

QByteArray nameOf(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

class Disk final {
public:
    Disk(const QString &watched, const QString &before, const PowerCut &cut)
        : m_root(QFile::encodeName(watched)), m_cut(cut)
    {
        load(before, m_root);
    }

    void replay(const QString &record)
    {
        QFile file(record);
        expect(file.open(QIODevice::ReadOnly), "the record of the disk");
        Entry entry{};
        while (file.read(reinterpret_cast<char *>(&entry), sizeof entry) == qint64(sizeof entry)) {
            const auto bytes = file.read(entry.bytes);
            expect(bytes.size() == entry.bytes, "the record is whole");
            take(entry, bytes);
        }
    }

    void cut(std::mt19937 &random)
    {
        for (auto &[path, folder] : m_folders) {
            const auto kept = m_cut.onlyFailedSyncs ? folder.pending.size() : random() % (folder.pending.size() + 1);
            for (std::size_t at = 0; at < kept; ++at)
                carryOut(folder.durable, folder.pending[at]);
        }
        // One cut keeps nearly all, another nearly nothing.
        m_keeps = std::array{0U, 20U, 50U, 80U, 97U}[random() % 5];
    }

    void write(const QString &to, const QByteArray &path, std::mt19937 &random) const
    {
        expect(QDir().mkpath(to), "folder");
        const auto found = m_folders.find(path);
        if (found == m_folders.end())
            return;
        for (const auto &[name, file] : found->second.durable) {
            const auto target = to + QLatin1Char('/') + QFile::decodeName(name);
            if (!file) {
                write(target, path + '/' + name, random);
            } else if (!name.endsWith("-shm")) {  // shared memory; nobody believes it after a start
                QFile out(target);
                expect(out.open(QIODevice::WriteOnly) && out.write(left(*file, random)) >= 0, "a file after the cut");
                out.close();
                out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            }
        }
    }

private:
    void load(const QString &from, const QByteArray &path)
    {
        auto &folder = m_folders[path];
        for (const auto &entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
            const auto name = QFile::encodeName(entry.fileName());
            FilePtr file;
            if (entry.isDir()) {
                load(entry.filePath(), path + '/' + name);
            } else {
                QFile in(entry.filePath());
                expect(in.open(QIODevice::ReadOnly), "a file before");
                file = std::make_shared<File>(File{in.readAll(), {}});
            }
            folder.now[name] = folder.durable[name] = file;
        }
    }

    void change(const QByteArray &path, const Change &change)
    {
        auto &folder = m_folders[path];
        carryOut(folder.now, change);
        folder.pending.push_back(change);
    }

    void take(const Entry &entry, const QByteArray &bytes)
    {
        switch (entry.kind) {
        case Entry::Kind::Open: return open(entry, bytes);
        case Entry::Kind::Close: m_open.erase(entry.file); return;
        case Entry::Kind::Write: return pending(entry.file, {entry.offset, bytes});
        case Entry::Kind::Truncate: return pending(entry.file, {entry.offset, {}, true});
        case Entry::Kind::Sync: return sync(entry.file);
        case Entry::Kind::FailedSync: return failSync(entry.file);
        case Entry::Kind::Rename: return rename(bytes.left(bytes.indexOf('\0')), bytes.mid(bytes.indexOf('\0') + 1));
        case Entry::Kind::Link: return link(bytes.left(bytes.indexOf('\0')), bytes.mid(bytes.indexOf('\0') + 1));
        case Entry::Kind::Unlink: return change(folderOf(bytes), {nameOf(bytes)});
        case Entry::Kind::MakeFolder: m_folders[bytes]; return change(folderOf(bytes), {{}, nameOf(bytes)});
        }
    }

    void open(const Entry &entry, const QByteArray &path)
    {
        const int flags = int(entry.offset);
        auto &handle = m_open[entry.file] = {path, {}};
        if ((flags & O_TMPFILE) == O_TMPFILE) {
            handle = {path + "/unnamed", std::make_shared<File>()};
            return;
        }
        if (m_folders.count(path) != 0)
            return;
        auto &file = m_folders[folderOf(path)].now[nameOf(path)];
        if (!file) {
            auto made = std::make_shared<File>();
            change(folderOf(path), {{}, nameOf(path), made});
            handle.file = made;
            return;
        }
        handle.file = file;
        if (flags & O_TRUNC)
            file->pending.push_back({0, {}, true});
    }

    void pending(int file, Pending one)
    {
        m_open.at(file).file->pending.push_back(std::move(one));
    }

    void sync(int number)
    {
        const auto &handle = m_open.at(number);
        const bool lies = !m_cut.lie.isEmpty() && (handle.file ? nameOf(handle.path).contains(m_cut.lie) : m_cut.lie == "folder");
        if (lies)
            return;
        if (handle.file) {
            for (const auto &one : handle.file->pending) {
                if (!one.isLost)
                    carryOut(handle.file->durable, one);
            }
            handle.file->pending.clear();
            return;
        }
        auto &folder = m_folders[handle.path];
        for (const auto &one : folder.pending)
            carryOut(folder.durable, one);
        folder.pending.clear();
    }

    void failSync(int number)
    {
        if (const auto &file = m_open.at(number).file) {
            for (auto &one : file->pending)
                one.isLost = !one.isTruncate;
        }
    }

    void rename(const QByteArray &from, const QByteArray &to)
    {
        const auto file = m_folders[folderOf(from)].now[nameOf(from)];
        expect(file != nullptr, "folders are not renamed");
        if (folderOf(from) == folderOf(to))
            return change(folderOf(from), {nameOf(from), nameOf(to), file});
        change(folderOf(to), {{}, nameOf(to), file});
        change(folderOf(from), {nameOf(from)});
    }

    void link(const QByteArray &from, const QByteArray &to)
    {
        const auto file = from.startsWith("/proc/") ? m_open.at(nameOf(from).toInt()).file
                                                    : m_folders[folderOf(from)].now[nameOf(from)];
        change(folderOf(to), {{}, nameOf(to), file});
    }

    QByteArray left(const File &file, std::mt19937 &random) const
    {
        auto content = file.durable;
        for (const auto &one : file.pending) {
            if (m_cut.onlyFailedSyncs) {
                if (!one.isLost)
                    carryOut(content, one);
            } else if (random() % 100 < m_keeps) {
                carryOut(content, one);
            } else if (!one.isTruncate && random() % 4 == 0) {
                tear(content, one, random);
            }
        }
        return content;
    }

    /// The sectors before some place are there, or those after it; the one in between may be anything.
    static void tear(QByteArray &content, const Pending &one, std::mt19937 &random)
    {
        const auto sectors = (one.bytes.size() + kSectorBytes - 1) / kSectorBytes;
        const auto at = qsizetype(random()) % sectors * kSectorBytes;
        const bool first = random() % 2 == 0;
        auto part = first ? one.bytes.left(at) : one.bytes.mid(at);
        carryOut(content, {first ? one.offset : one.offset + at, part});
        if (random() % 4 != 0)
            return;
        auto noise = one.bytes.mid(at, kSectorBytes);
        for (auto &byte : noise)
            byte = char(random());
        carryOut(content, {one.offset + at, noise});
    }

    struct Handle {
        QByteArray path;
        FilePtr file;  ///< none: a folder
    };

    QByteArray m_root;
    PowerCut m_cut;
    unsigned m_keeps = 100;
    std::map<QByteArray, Folder> m_folders;
    std::map<int, Handle> m_open;
};

}  // namespace

void rebuild(const QString &watched, const QString &before, const QString &record, const QString &after,
             const PowerCut &cut, std::mt19937 &random)
{
    Disk disk(watched, before, cut);
    disk.replay(record);
    disk.cut(random);
    QDir(after).removeRecursively();
    disk.write(after, QFile::encodeName(watched), random);
}

}  // namespace campaign
