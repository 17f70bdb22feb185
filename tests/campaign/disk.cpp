#include "campaign/disk.h"

#include <QFile>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstring>
#include <fcntl.h>
#include <linux/fs.h>
#include <mutex>
#include <string>
#include <unistd.h>

namespace campaign::disk {

namespace {

constexpr int kDescriptors = 4096;

struct State {
    std::mutex mutex;
    std::string folder;
    int record = -1;
    Orders orders;
    bool obeying = false;
    qint64 steps = 0;
    qint64 renames = 0;
    bool watched[kDescriptors] = {};
};

/// Nothing else is looked at before: these functions are called before anything of this program has begun.
std::atomic<bool> watching{false};

State &state()
{
    static State &all = *new State;  // used until the very end of the process
    return all;
}

bool isWatched(const char *path)
{
    if (!watching)
        return false;
    const auto &folder = state().folder;
    return path && std::strncmp(path, folder.c_str(), folder.size()) == 0
           && (path[folder.size()] == '/' || path[folder.size()] == '\0');
}

bool isWatched(int file)
{
    return watching && file >= 0 && file < kDescriptors && state().watched[file];
}

void put(const Entry &entry, const void *bytes)
{
    const iovec parts[] = {{const_cast<Entry *>(&entry), sizeof entry},
                           {const_cast<void *>(bytes), static_cast<std::size_t>(entry.bytes)}};
    if (syscall(SYS_writev, state().record, parts, 2) != static_cast<long>(sizeof entry) + entry.bytes)
        _exit(98);  // the record would not tell the truth
}

void note(Entry::Kind kind, int file, qint64 offset = 0, const std::string &names = {})
{
    put({kind, file, offset, qint64(names.size())}, names.data());
}

enum class Asked { Takes, Frees, Opens };

/// Whether the orders are for this one, from 1.
bool isMeant(qint64 number)
{
    const auto &orders = state().orders;
    return orders.fault != Fault::None && number >= orders.at && number - orders.at < orders.times;
}

/// Whether this rename is to fail, with errno set. An empty file is of no interest to a scanner. The mutex is held.
bool isHeld(const char *from)
{
    auto &disk = state();
    struct stat file = {};
    if (!disk.obeying || ::stat(from, &file) != 0 || !S_ISREG(file.st_mode) || file.st_size == 0)
        return false;
    const auto number = ++disk.renames;
    if (disk.orders.fault != Fault::Held || !isMeant(number))
        return false;
    errno = EACCES;
    return true;
}

/// Whether this step is to fail, with errno set. The mutex is held.
bool fails(Asked asked)
{
    auto &disk = state();
    if (!disk.obeying)
        return false;
    const auto number = ++disk.steps;
    const auto &orders = disk.orders;
    if (orders.fault == Fault::Held || !isMeant(number))
        return false;
    if (orders.fault == Fault::PowerCut)
        _exit(kExitOfPowerCut);
    if (orders.fault == Fault::Full && asked != Asked::Takes)
        return false;
    errno = orders.fault == Fault::Full ? ENOSPC : EIO;
    return true;
}

int openFile(int folder, const char *path, int flags, mode_t mode)
{
    if (!isWatched(path))
        return int(syscall(SYS_openat, folder, path, flags, mode));
    const std::lock_guard lock(state().mutex);
    if (fails(flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE ? Asked::Takes : Asked::Opens))
        return -1;
    const int file = int(syscall(SYS_openat, folder, path, flags, mode));
    if (file >= 0 && file < kDescriptors) {
        state().watched[file] = true;
        note(Entry::Kind::Open, file, flags, path);
    }
    return file;
}

// A disk that runs full takes the first half.
ssize_t writeAt(int file, const void *bytes, size_t amount, qint64 offset)
{
    auto &disk = state();
    size_t taken = amount;
    if (fails(Asked::Takes)) {
        if (!(disk.orders.fault == Fault::Full && disk.orders.times > 1 && disk.steps == disk.orders.at && amount > 1))
            return -1;
        taken = amount / 2;
    }
    const auto done = syscall(SYS_pwrite64, file, bytes, taken, offset);
    if (done > 0)
        put({Entry::Kind::Write, file, offset, done}, bytes);
    return done;
}

ssize_t writeOn(int file, const void *bytes, size_t amount)
{
    if (!isWatched(file))
        return syscall(SYS_write, file, bytes, amount);
    const std::lock_guard lock(state().mutex);
    const qint64 at = syscall(SYS_lseek, file, 0, SEEK_CUR);
    const auto done = writeAt(file, bytes, amount, at);
    if (done > 0)
        syscall(SYS_lseek, file, at + done, SEEK_SET);
    return done;
}

ssize_t writeWatched(int file, const void *bytes, size_t amount, qint64 offset)
{
    if (!isWatched(file))
        return syscall(SYS_pwrite64, file, bytes, amount, offset);
    const std::lock_guard lock(state().mutex);
    return writeAt(file, bytes, amount, offset);
}

int truncateFile(int file, qint64 size)
{
    if (!isWatched(file))
        return int(syscall(SYS_ftruncate, file, size));
    const std::lock_guard lock(state().mutex);
    if (fails(Asked::Takes))
        return -1;
    const int code = int(syscall(SYS_ftruncate, file, size));
    if (code == 0)
        note(Entry::Kind::Truncate, file, size);
    return code;
}

// The files are gone with the run; that the real disk has them is nobody's matter.
int syncFile(int file, long call)
{
    if (!isWatched(file))
        return int(syscall(call, file));
    const std::lock_guard lock(state().mutex);
    const bool failed = fails(Asked::Takes);
    note(failed ? Entry::Kind::FailedSync : Entry::Kind::Sync, file);
    return failed ? -1 : 0;
}

/// Two names, or one.
template <class Call>
int named(Entry::Kind kind, Asked asked, const char *from, const char *to, Call call)
{
    if (!isWatched(to ? to : from) && !isWatched(from))
        return call();
    const std::lock_guard lock(state().mutex);
    if (fails(asked) || (kind == Entry::Kind::Rename && isHeld(from)))
        return -1;
    const int code = call();
    if (code == 0)
        note(kind, -1, 0, to ? std::string(from) + '\0' + to : std::string(from));
    return code;
}

}  // namespace

void watch(const QString &folder, const QString &record)
{
    const int file = int(syscall(SYS_openat, AT_FDCWD, QFile::encodeName(record).constData(),
                                 O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600));
    state().folder = QFile::encodeName(folder).toStdString();
    state().record = file;
    watching = file >= 0;
}

void obey(const Orders &orders)
{
    const std::lock_guard lock(state().mutex);
    state().orders = orders;
    state().obeying = true;
}

qint64 steps()
{
    const std::lock_guard lock(state().mutex);
    return state().steps;
}

qint64 renames()
{
    const std::lock_guard lock(state().mutex);
    return state().renames;
}

}  // namespace campaign::disk

// ---- what the C library offers under these names

using namespace campaign::disk;

extern "C" {

#define OPENING(flags)                                                                                                 \
    mode_t mode = 0;                                                                                                   \
    if (((flags) & O_CREAT) || ((flags) & O_TMPFILE) == O_TMPFILE) {                                                   \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode = va_arg(more, mode_t);                                                                                   \
        va_end(more);                                                                                                  \
    }

int open(const char *path, int flags, ...)
{
    OPENING(flags)
    return openFile(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...)
{
    OPENING(flags)
    return openFile(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...)
{
    OPENING(flags)
    return openFile(folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...)
{
    OPENING(flags)
    return openFile(folder, path, flags, mode);
}
int __open64_2(const char *path, int flags)
{
    return openFile(AT_FDCWD, path, flags, 0);
}
int __open_2(const char *path, int flags)
{
    return openFile(AT_FDCWD, path, flags, 0);
}
int close(int file)
{
    if (isWatched(file)) {
        const std::lock_guard lock(state().mutex);
        state().watched[file] = false;
        note(Entry::Kind::Close, file);
    }
    return int(syscall(SYS_close, file));
}
ssize_t write(int file, const void *bytes, size_t amount)
{
    return writeOn(file, bytes, amount);
}
ssize_t writev(int file, const iovec *parts, int count)
{
    if (!isWatched(file))
        return syscall(SYS_writev, file, parts, count);
    std::string all;
    for (int part = 0; part < count; ++part)
        all.append(static_cast<const char *>(parts[part].iov_base), parts[part].iov_len);
    return writeOn(file, all.data(), all.size());
}
ssize_t pwrite(int file, const void *bytes, size_t amount, off_t offset)
{
    return writeWatched(file, bytes, amount, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t amount, off64_t offset)
{
    return writeWatched(file, bytes, amount, offset);
}
int ftruncate(int file, off_t size) noexcept
{
    return truncateFile(file, size);
}
int ftruncate64(int file, off64_t size) noexcept
{
    return truncateFile(file, size);
}
int fsync(int file)
{
    return syncFile(file, SYS_fsync);
}
int fdatasync(int file)
{
    return syncFile(file, SYS_fdatasync);
}
int rename(const char *from, const char *to) noexcept
{
    return named(Entry::Kind::Rename, Asked::Takes, from, to,
                 [&] { return int(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0)); });
}
int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    return named(Entry::Kind::Rename, Asked::Takes, from, to,
                 [&] { return int(syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags)); });
}
int link(const char *from, const char *to) noexcept
{
    return named(Entry::Kind::Link, Asked::Takes, from, to,
                 [&] { return int(syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0)); });
}
int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    return named(Entry::Kind::Link, Asked::Takes, from, to,
                 [&] { return int(syscall(SYS_linkat, fromFolder, from, toFolder, to, flags)); });
}
int unlink(const char *path) noexcept
{
    return named(Entry::Kind::Unlink, Asked::Frees, path, nullptr,
                 [&] { return int(syscall(SYS_unlinkat, AT_FDCWD, path, 0)); });
}
int mkdir(const char *path, mode_t mode) noexcept
{
    return named(Entry::Kind::MakeFolder, Asked::Takes, path, nullptr,
                 [&] { return int(syscall(SYS_mkdirat, AT_FDCWD, path, mode)); });
}
}
