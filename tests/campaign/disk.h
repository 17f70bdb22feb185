#pragma once
// A disk that can be told to fail, and that remembers what it was told to write. The C library's functions of the same
// names are defined in the program itself, so that what SQLite, Qt and we do to a folder all come through here
// (Linux; x86-64 and others where off_t is of 64 bits).
//
// A step is one thing asked of the disk below the watched folder: open, write, truncate, sync, rename, link, delete,
// make a folder. Everything that is done is written down, so that it can be worked out what a loss of power would
// have left (power_cut.h).

#include <QString>

namespace campaign::disk {

/// Held: by a scanner, as Windows has them. A file with something in it gets no other name; all else goes well.
enum class Fault { None, IoError, Full, PowerCut, Held };

constexpr qint64 kForEver = 1LL << 62;

struct Orders {
    Fault fault = Fault::None;
    qint64 at = 0;     ///< the step, from 1; of Held the rename
    qint64 times = 1;  ///< so many of them, one after the other
};

/// What stands in the record, one after the other; `bytes` bytes follow.
struct Entry {
    enum class Kind : qint32 { Open, Close, Write, Truncate, Sync, Rename, Link, Unlink, MakeFolder, FailedSync };
    Kind kind;
    qint32 file;    ///< the descriptor
    qint64 offset;  ///< Write; Truncate: the size; Open: the flags
    qint64 bytes;   ///< Write: the content; otherwise names, after each other with a zero between
};

constexpr int kExitOfPowerCut = 99;

/// Begins to watch `folder`; the record goes to the file `record`, outside of it. Once in a process.
void watch(const QString &folder, const QString &record);
/// From here on steps count, and the orders hold.
void obey(const Orders &orders);
/// Counted since.
qint64 steps();
/// Those that Held may refuse.
qint64 renames();

}  // namespace campaign::disk
