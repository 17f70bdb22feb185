#include "base/encrypted_files.h"

#include "base/encrypted_file.h"
#include "base/sqlite.h"

#include <openssl/rand.h>

#include <QFile>

#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <string>

namespace base::sqlite {

namespace {

/// What SQLite sees as a file. The system's own follows it in the same memory, which SQLite aligns to 8 bytes.
struct Handle {
    sqlite3_file base;
    EncryptedFile *file;
};

struct Vfs {
    sqlite3_vfs shim;
    sqlite3_vfs *real;
    QByteArray key;
    std::string name;
};

EncryptedFile &fileOf(sqlite3_file *handle)
{
    return *reinterpret_cast<Handle *>(handle)->file;
}

sqlite3_file *realOf(sqlite3_file *handle)
{
    return fileOf(handle).real();
}

sqlite3_vfs *realOf(sqlite3_vfs *vfs)
{
    return static_cast<Vfs *>(vfs->pAppData)->real;
}

// ---- files

int closeFile(sqlite3_file *handle)
{
    auto *real = realOf(handle);
    const int code = real->pMethods->xClose(real);
    delete std::exchange(reinterpret_cast<Handle *>(handle)->file, nullptr);
    return code;
}

int readFile(sqlite3_file *handle, void *out, int amount, sqlite3_int64 offset)
{
    return fileOf(handle).read(static_cast<unsigned char *>(out), amount, offset);
}

int writeFile(sqlite3_file *handle, const void *bytes, int amount, sqlite3_int64 offset)
{
    return fileOf(handle).write(static_cast<const unsigned char *>(bytes), amount, offset);
}

int truncateFile(sqlite3_file *handle, sqlite3_int64 size)
{
    return fileOf(handle).truncate(size);
}

int fileSize(sqlite3_file *handle, sqlite3_int64 *size)
{
    return fileOf(handle).size(size);
}

// A unit that is written again after a loss of power may come out as a mixture of both: SQLite is not told otherwise.
int sectorSize(sqlite3_file *)
{
    return EncryptedFile::kSector;
}

int characteristics(sqlite3_file *handle)
{
    auto *real = realOf(handle);
    return real->pMethods->xDeviceCharacteristics(real) & SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN;
}

/// A method that is the real file's alone.
template <auto Method, class... Args>
int passFile(sqlite3_file *handle, Args... args)
{
    auto *real = realOf(handle);
    return (real->pMethods->*Method)(real, args...);
}

void shmBarrier(sqlite3_file *handle)
{
    auto *real = realOf(handle);
    real->pMethods->xShmBarrier(real);
}

// Version 2: no memory mapping, which would show SQLite what is on the disk.
const sqlite3_io_methods kMethods = {
    2,
    closeFile,
    readFile,
    writeFile,
    truncateFile,
    passFile<&sqlite3_io_methods::xSync, int>,
    fileSize,
    passFile<&sqlite3_io_methods::xLock, int>,
    passFile<&sqlite3_io_methods::xUnlock, int>,
    passFile<&sqlite3_io_methods::xCheckReservedLock, int *>,
    passFile<&sqlite3_io_methods::xFileControl, int, void *>,
    sectorSize,
    characteristics,
    passFile<&sqlite3_io_methods::xShmMap, int, int, int, void volatile **>,
    passFile<&sqlite3_io_methods::xShmLock, int, int, int>,
    shmBarrier,
    passFile<&sqlite3_io_methods::xShmUnmap, int>,
    nullptr,
    nullptr,
};

// ---- the VFS

SectorCipher::Kind kindOf(int flags)
{
    using Kind = SectorCipher::Kind;
    if (flags & SQLITE_OPEN_MAIN_DB)
        return Kind::Database;
    if (flags & SQLITE_OPEN_WAL)
        return Kind::Wal;
    if (flags & SQLITE_OPEN_MAIN_JOURNAL)
        return Kind::Journal;
    return Kind::Temporary;
}

QByteArray keyFor(const Vfs &vfs, SectorCipher::Kind kind)
{
    if (kind != SectorCipher::Kind::Temporary)
        return vfs.key;
    QByteArray once(kFileKeyBytes, Qt::Uninitialized);
    return RAND_bytes(reinterpret_cast<unsigned char *>(once.data()), kFileKeyBytes) == 1 ? once : QByteArray();
}

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *handle, int flags, int *opened)
{
    const auto &own = *static_cast<Vfs *>(vfs->pAppData);
    auto *mine = reinterpret_cast<Handle *>(handle);
    mine->base.pMethods = nullptr;
    if (flags & SQLITE_OPEN_SUPER_JOURNAL)
        return SQLITE_CANTOPEN;
    auto *real = reinterpret_cast<sqlite3_file *>(mine + 1);
    const auto kind = kindOf(flags);
    const auto key = keyFor(own, kind);
    if (key.isEmpty())
        return SQLITE_CANTOPEN;
    const int code = own.real->xOpen(own.real, name, real, flags, opened);
    auto *file = code == SQLITE_OK ? new (std::nothrow) EncryptedFile(real, kind, key) : nullptr;
    if (!file) {
        if (real->pMethods)
            real->pMethods->xClose(real);
        return code == SQLITE_OK ? SQLITE_NOMEM : code;
    }
    mine->file = file;
    mine->base.pMethods = &kMethods;
    return SQLITE_OK;
}

/// A method that is the real VFS's alone.
template <auto Method, class... Args>
int passVfs(sqlite3_vfs *vfs, Args... args)
{
    auto *real = realOf(vfs);
    return (real->*Method)(real, args...);
}

void fill(Vfs &vfs)
{
    auto &shim = vfs.shim;
    shim.iVersion = 2;
    shim.szOsFile = static_cast<int>(sizeof(Handle)) + vfs.real->szOsFile;
    shim.mxPathname = vfs.real->mxPathname;
    shim.zName = vfs.name.c_str();
    shim.pAppData = &vfs;
    shim.xOpen = openFile;
    shim.xDelete = passVfs<&sqlite3_vfs::xDelete, const char *, int>;
    shim.xAccess = passVfs<&sqlite3_vfs::xAccess, const char *, int, int *>;
    shim.xFullPathname = passVfs<&sqlite3_vfs::xFullPathname, const char *, int, char *>;
    shim.xRandomness = passVfs<&sqlite3_vfs::xRandomness, int, char *>;
    shim.xSleep = passVfs<&sqlite3_vfs::xSleep, int>;
    shim.xCurrentTime = passVfs<&sqlite3_vfs::xCurrentTime, double *>;
    shim.xGetLastError = passVfs<&sqlite3_vfs::xGetLastError, int, char *>;
    shim.xCurrentTimeInt64 = passVfs<&sqlite3_vfs::xCurrentTimeInt64, sqlite3_int64 *>;
}

}  // namespace

const char *encryptedFiles(const QByteArray &key)
{
    Q_ASSERT(key.size() == kFileKeyBytes);
    static std::mutex mutex;
    // Never freed: a connection may outlive whoever knew the key.
    static auto &all = *new std::map<QByteArray, std::unique_ptr<Vfs>>;
    const std::lock_guard lock(mutex);
    auto &vfs = all[key];
    if (!vfs) {
        vfs = std::make_unique<Vfs>();
        vfs->real = sqlite3_vfs_find(nullptr);
        vfs->key = key;
        vfs->name = "encrypted-" + std::to_string(all.size());
        fill(*vfs);
        sqlite3_vfs_register(&vfs->shim, 0);
    }
    return vfs->name.c_str();
}

bool isPlainDatabase(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return false;
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(SQLITE_CANTOPEN, "the database cannot be read");
    return file.read(16) == QByteArray("SQLite format 3\0", 16);
}

}  // namespace base::sqlite
